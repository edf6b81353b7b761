use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::listening::use_storage;
use crate::lab::page::store::Store;

use super::kept::{FORM_KEY, KEY, keep, keep_form};
use super::readers_action::ReadersAction;

/// Keeps every change of the test and of the form on the device, and hears what another window keeps.
#[hook]
pub(in crate::lab::page) fn use_readers_kept(desk: &Desk, store: &Rc<Store>) {
    let readers = &desk.state.readers;
    let shelf = Rc::clone(store);
    let test = (readers.bench.clone(), readers.is_overtaken);
    use_kept(desk, test, move |(bench, is_overtaken)| {
        *is_overtaken || keep(&*shelf, bench.as_deref())
    });
    let (shelf, base) = (Rc::clone(store), desk.state.base.clone());
    use_kept(desk, Rc::clone(&readers.setup), move |setup| {
        keep_form(&*shelf, setup, &base.rulebook().hash)
    });
    let act = desk.act.clone();
    use_storage(move |event| match (event.key().as_deref(), event.new_value()) {
        (Some(KEY), text) => act.emit(ReadersAction::Elsewhere(text).into()),
        (Some(FORM_KEY), Some(text)) => act.emit(ReadersAction::FormElsewhere(text).into()),
        _ => {}
    });
}

/// Keeps something at each change, and says where that did not work.
#[hook]
fn use_kept<T: PartialEq + 'static>(desk: &Desk, kept: T, keep: impl FnOnce(&T) -> bool + 'static) {
    let act = desk.act.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with(kept, move |kept| {
        // What was just read need not be written; what could not be read stays until there is something new.
        if !is_first.replace(false) && !keep(kept) {
            act.emit(ReadersAction::NotKept.into());
        }
    });
}
