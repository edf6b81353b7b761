use serde::Serialize;

use crate::engine::{Row, Rulebook};

/// A check box of a list, by name.
#[derive(Serialize)]
pub(super) struct ListRow<'a> {
    question: &'a str,
    /// What a tick says.
    answer: &'a str,
    /// What is said where no row of the question is ticked.
    otherwise: &'a str,
}

impl<'a> ListRow<'a> {
    pub(super) fn of(rulebook: &'a Rulebook, row: Row) -> Self {
        let id = |option| &*rulebook.option(row.question, option).id;
        Self {
            question: &rulebook.question(row.question).id,
            answer: id(row.option),
            otherwise: id(row.otherwise),
        }
    }
}
