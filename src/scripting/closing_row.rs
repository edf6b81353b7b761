use serde::Serialize;

use crate::engine::{Rulebook, Said};

/// A row of the closing list, by name.
#[derive(Serialize)]
pub(super) struct ClosingRow<'a> {
    question: &'a str,
    answer: &'a str,
}

impl<'a> ClosingRow<'a> {
    pub(super) fn of(rulebook: &'a Rulebook, said: Said) -> Self {
        Self {
            question: &rulebook.question(said.question).id,
            answer: &rulebook.option(said.question, said.option).id,
        }
    }
}
