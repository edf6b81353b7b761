use std::rc::Rc;

use yew::{Callback, UseReducerHandle};

use crate::lab::drafts::{
    Baseline, Draft, DraftSubject, Imported, NotDone, Shelf, Workbench, draft_name,
};

use super::draft_action::DraftAction;
use super::lab_action::LabAction;
use super::lab_state::LabState;
use super::store::Store;

/// Does on the device what is asked of drafts; the state hears what came of it.
///
/// # Design
///
/// A draft is changed where it is kept, and then on the page: a browser that stops at any moment has kept all that was
/// shown. The device answers at once, and that answer is what the state remembers.
pub(super) fn drafts_at_device(
    state: &UseReducerHandle<LabState>,
    store: &Rc<Store>,
) -> Callback<DraftAction> {
    let (state, store) = (state.clone(), Rc::clone(store));
    Callback::from(move |action| {
        // As it is now, even where two things happen before the page is drawn again.
        let now = state.clone();
        let drafting = &now.drafting;
        let mut bench = drafting.bench.clone();
        let name = now.words.say("hand-in.new-name");
        let result = done(&mut bench, &*store, action, &name);
        now.dispatch(LabAction::Drafted(Rc::new(drafting.after(bench, result))));
    })
}

/// Does something, and says where a step was taken back or made again; `name` is that of a new draft where one is needed.
fn done(
    bench: &mut Workbench,
    store: &dyn Shelf,
    action: DraftAction,
    name: &str,
) -> Result<Option<DraftSubject>, NotDone> {
    let baseline = &*Rc::clone(bench.baseline());
    let mut stepped = None;
    match action {
        DraftAction::Put(subject, to) => {
            bench.edit(store, |draft| draft.set(baseline, &subject, to.as_deref()));
        }
        DraftAction::Reset(subject) => {
            bench.edit(store, |draft| draft.reset(baseline, &subject));
        }
        DraftAction::KeepOwn(subject) => bench.edit(store, |draft| {
            draft.keep_own(baseline, &subject);
            true
        }),
        DraftAction::Undo | DraftAction::Redo => bench.edit(store, |draft| {
            stepped = if action == DraftAction::Undo { draft.undo() } else { draft.redo() };
            stepped.is_some()
        }),
        DraftAction::Choose(id) => bench.choose(store, &id)?,
        DraftAction::Begin(name) => {
            let name = draft_name(&name).ok_or(NotDone::Name)?;
            bench.add(store, Draft::new(name, baseline))?;
        }
        DraftAction::Copy => {
            let copy = bench.draft().clone();
            bench.add(store, copy)?;
        }
        DraftAction::Rename(to) => bench.rename(store, &to)?,
        DraftAction::Delete(id) => bench.delete(store, &id, name)?,
        DraftAction::TakeBack => bench.take_back(store)?,
        DraftAction::TakeIn(imported, name) => {
            for draft in drafts_of(&imported, baseline, &name) {
                bench.add(store, draft)?;
            }
        }
        DraftAction::Heard(name) => bench.heard(store, name.as_deref()),
        DraftAction::TakeTheirs => bench.take_theirs(store, name),
        DraftAction::KeepMine => bench.keep_mine(store),
    }
    Ok(stepped)
}

/// The drafts that were given, and one of the wording files that were.
fn drafts_of(imported: &Imported, baseline: &Baseline, name: &str) -> Vec<Draft> {
    let mut drafts = imported.drafts.clone();
    if imported.wording_files > 0 {
        let mut draft = Draft::new(name.to_owned(), baseline);
        for change in &imported.changes {
            draft.set(baseline, &change.subject, change.to.as_deref());
            draft.close_step();
        }
        drafts.push(draft);
    }
    drafts
}
