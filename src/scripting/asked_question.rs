use serde::Serialize;

use crate::engine::{AnswerKind, Interview, QuestionIx, Rulebook};

/// The option that every question has and that counts as nothing.
const UNSURE: &str = "unsure";

/// A question that is asked, by name.
#[derive(Serialize)]
pub(super) struct AskedQuestion<'a> {
    id: &'a str,
    /// `one` option, `many` options, or two `amounts`.
    kind: &'static str,
    /// What may be answered; of amounts only that one is not sure.
    options: Vec<&'a str>,
    /// The option that excludes the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<&'a str>,
    /// The amounts, each an answer by its own name.
    #[serde(skip_serializing_if = "Option::is_none")]
    fields: Option<[&'a str; 2]>,
}

impl<'a> AskedQuestion<'a> {
    pub(super) fn of(rulebook: &'a Rulebook, interview: &Interview, at: QuestionIx) -> Self {
        let question = rulebook.question(at);
        let offered = interview.options_of(at);
        let id = |option| &*rulebook.option(at, option).id;
        let (kind, alone, fields) = match &question.kind {
            AnswerKind::One => ("one", None, None),
            AnswerKind::Many { alone } => {
                ("many", alone.filter(|alone| offered.contains(alone)).map(id), None)
            }
            AnswerKind::Money(ratio) => {
                ("amounts", None, Some(ratio.fields.each_ref().map(|f| &**f)))
            }
        };
        // The bands of amounts are no answers; they follow from them.
        let named = offered.into_iter().map(id).filter(|_| fields.is_none());
        let options = named.chain([UNSURE]).collect();
        Self { id: &question.id, kind, options, alone, fields }
    }
}
