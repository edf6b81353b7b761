use crate::lab::page::lab_state::LabState;
use crate::lab::{Appearances, Thing};

use super::only::Only;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::lab::page) struct Filter {
    pub(super) text: String,
    pub(super) only: Only,
}

impl Filter {
    /// Whether a text of any locale is listed.
    pub(super) fn lets(&self, state: &LabState, key: &str) -> bool {
        self.has_words(state, key) && self.is_of_sort(state, key)
    }

    /// Whether anything of a thing is listed.
    pub(super) fn lets_any(&self, state: &LabState, thing: &Thing) -> bool {
        thing.keys.iter().any(|key| self.lets(state, key))
    }

    fn has_words(&self, state: &LabState, key: &str) -> bool {
        let sought = self.text.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&sought);
        sought.is_empty()
            || has(key)
            || state.base.locales().any(|locale| state.edited.text(locale, key).is_some_and(has))
    }

    fn is_of_sort(&self, state: &LabState, key: &str) -> bool {
        let any = |is: &dyn Fn(&str) -> bool| state.base.locales().any(is);
        match self.only {
            Only::All => true,
            Only::Changed => any(&|locale| state.is_changed(locale, key)),
            Only::Errors | Only::Warnings => any(&|locale| {
                let wants_errors = self.only == Only::Errors;
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
}
