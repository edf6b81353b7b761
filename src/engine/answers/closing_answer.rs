use crate::engine::rules::{AnswerKind, OptionSet, Question};

use super::Answer;

/// The name of the closing list where screens and answers go by name.
pub const CLOSING_LIST: &str = "closing-list";

/// What the rows of one question say, of which some may be ticked; ticks that exclude each other say nothing.
#[must_use]
pub fn closing_answer(question: &Question, rows: OptionSet, ticked: OptionSet) -> Answer {
    let is_alone = question.alone().is_some_and(|alone| ticked.has(alone));
    match question.kind {
        AnswerKind::One | AnswerKind::Money(_) if ticked.len() == 1 => Answer::Options(ticked),
        AnswerKind::One | AnswerKind::Money(_) if ticked.len() > 1 => Answer::Unsure,
        AnswerKind::Many { .. } if is_alone && ticked.len() > 1 => Answer::Unsure,
        _ => Answer::Partly { held: ticked, denied: rows.minus(ticked) },
    }
}
