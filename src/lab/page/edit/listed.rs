use crate::lab::page::lab_state::LabState;
use crate::lab::{Appearances, Thing};

use super::only::Only;

/// Whether anything of a thing is listed.
pub(super) fn is_any_listed(state: &LabState, thing: &Thing) -> bool {
    thing.keys.iter().any(|key| is_listed(state, key))
}

/// Whether a text is listed, because of any of its locales.
pub(super) fn is_listed(state: &LabState, key: &str) -> bool {
    has_words(state, key) && is_of_sort(state, key)
}

fn has_words(state: &LabState, key: &str) -> bool {
    let sought = state.edit.filter.text.trim().to_lowercase();
    let has = |text: &str| text.to_lowercase().contains(&sought);
    sought.is_empty()
        || has(key)
        || state.base.locales().any(|locale| state.edited.text(locale, key).is_some_and(has))
}

fn is_of_sort(state: &LabState, key: &str) -> bool {
    let any = |is: &dyn Fn(&str) -> bool| state.base.locales().any(is);
    let only = state.edit.filter.only;
    match only {
        Only::All => true,
        Only::Changed => any(&|locale| state.is_changed(locale, key)),
        Only::Errors | Only::Warnings => any(&|locale| {
            let wants_errors = only == Only::Errors;
            let objections = state.checked.as_ref().map(|checked| checked.of(locale, key));
            objections.is_some_and(|all| all.iter().any(|one| one.is_error() == wants_errors))
        }),
        Only::Never => {
            let is_met = |found: &Appearances| found.of(key).screens > 0;
            state.appearances.as_ref().is_some_and(|found| !is_met(found))
                && state.base.need(key).is_some_and(|need| !need.is_static)
        }
    }
}
