use serde::Serialize;

use crate::engine::{Answers, CLOSING_LIST, Interview, Next, Rulebook, ScreenIx};

use super::asked_question::AskedQuestion;
use super::closing_row::ClosingRow;
use super::list_row::ListRow;

/// What is asked next, by name.
#[derive(Serialize)]
pub(super) struct NextScreen<'a> {
    screen: &'a str,
    /// The questions without an answer, in the order of the screen; none on the closing list.
    questions: Vec<AskedQuestion<'a>>,
    /// The same questions as check boxes, where the screen is a list of facts.
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<Vec<ListRow<'a>>>,
    /// The rows of the closing list.
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<Vec<ClosingRow<'a>>>,
    /// About how many screens are still to come, this one included.
    remaining: usize,
}

impl<'a> NextScreen<'a> {
    /// `None` at the end of the asking.
    pub(super) fn of(
        rulebook: &'a Rulebook,
        answers: &Answers,
        interview: &Interview,
    ) -> Option<Self> {
        let remaining = interview.remaining();
        match interview.next() {
            Next::Ask(screen) => {
                Some(Self::asking(rulebook, answers, interview, screen, remaining))
            }
            Next::Close(rows) => {
                let rows = rows.into_iter().map(|said| ClosingRow::of(rulebook, said));
                Some(Self {
                    screen: CLOSING_LIST,
                    questions: Vec::new(),
                    rows: None,
                    closing: Some(rows.collect()),
                    remaining,
                })
            }
            Next::Finish => None,
        }
    }

    fn asking(
        rulebook: &'a Rulebook,
        answers: &Answers,
        interview: &Interview,
        screen: ScreenIx,
        remaining: usize,
    ) -> Self {
        let questions = interview.questions_on(screen).into_iter();
        let questions = questions.filter(|question| !answers.has(*question));
        let rows = interview.rows_on(screen).into_iter();
        let rows: Vec<ListRow> = rows
            .filter(|row| !answers.has(row.question))
            .map(|row| ListRow::of(rulebook, row))
            .collect();
        Self {
            screen: &rulebook.screen(screen).id,
            questions: questions.map(|at| AskedQuestion::of(rulebook, interview, at)).collect(),
            rows: (!rows.is_empty()).then_some(rows),
            closing: None,
            remaining,
        }
    }
}
