use std::collections::BTreeMap;

use crate::engine::rules::{AnswerKind, OptionSet, Question, QuestionIx, Rulebook};

use super::take_answer::UNSURE;
use super::{
    Answer, AnswerError, AnswerFault, Answers, CLOSING_LIST, GivenAnswer, GivenRow, closing_answer,
    nearest, take_answer,
};

/// Reads answers by name; money answers are keyed by their amount fields, the rows of the closing list by
/// [`CLOSING_LIST`]. An answer by the name of its question replaces what the closing list says of it.
///
/// # Errors
///
/// Every problem found, in the order of the input, those of the closing list first; then nothing is stored.
pub fn read_answers(
    rulebook: &Rulebook,
    given: impl IntoIterator<Item = (String, GivenAnswer)>,
) -> Result<Answers, Vec<AnswerError>> {
    let (lists, given): (Vec<_>, Vec<_>) =
        given.into_iter().partition(|(name, _)| name == CLOSING_LIST);
    let mut answers = Answers::new();
    let mut errors = Vec::new();
    for (name, list) in lists {
        match list {
            GivenAnswer::Rows(rows) => take_rows(rulebook, &mut answers, rows, &mut errors),
            GivenAnswer::One(_) | GivenAnswer::Many(_) => errors.push(AnswerError::Rows { name }),
        }
    }
    for (name, answer) in given {
        let texts = match &answer {
            GivenAnswer::One(text) => core::slice::from_ref(text),
            // An amount is one text.
            GivenAnswer::Many(_) if rulebook.find_question(&name).is_none() => &[],
            GivenAnswer::Many(texts) => texts.as_slice(),
            GivenAnswer::Rows(_) => {
                errors.push(AnswerError::Rows { name });
                continue;
            }
        };
        let taken = take_answer(rulebook, &mut answers, &name, texts);
        errors.extend(taken.err().map(|fault| explained(rulebook, name, texts, fault)));
    }
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

/// Stores the rows of the closing list; an empty one says that it does not hold, and no more.
fn take_rows(
    rulebook: &Rulebook,
    answers: &mut Answers,
    rows: Vec<GivenRow>,
    errors: &mut Vec<AnswerError>,
) {
    // Of each question the rows of which something is known, and those that were ticked.
    let mut said: BTreeMap<QuestionIx, (OptionSet, OptionSet)> = BTreeMap::new();
    for row in rows {
        let Some(at) = rulebook.find_question(&row.question) else {
            errors.push(unknown_question(rulebook, row.question));
            continue;
        };
        let rules = rulebook.question(at);
        let Some(option) = rules.option(&row.answer) else {
            errors.push(unknown_option(rules, row.question, row.answer));
            continue;
        };
        let (known, ticked) = said.entry(at).or_default();
        if let Some(holds) = row.holds {
            *known = known.with(option);
            *ticked = if holds { ticked.with(option) } else { *ticked };
        }
    }
    for (at, (known, ticked)) in said {
        let answer = match known.is_empty() {
            true => Answer::Unsure,
            false => closing_answer(rulebook.question(at), known, ticked),
        };
        answers.set_closing(at, answer);
    }
}

/// The fault with all names, and with the name that may have been meant.
fn explained(
    rulebook: &Rulebook,
    name: String,
    given: &[String],
    fault: AnswerFault,
) -> AnswerError {
    let question = rulebook.find_question(&name).map(|at| rulebook.question(at));
    match (fault, question) {
        (AnswerFault::Amount(why), _) => {
            let given = if let [text] = given { text.clone() } else { String::new() };
            AnswerError::Amount { field: name, given, why }
        }
        (_, None) => unknown_question(rulebook, name),
        (AnswerFault::UnknownOption(place), Some(rules)) => {
            unknown_option(rules, name, given[place].clone())
        }
        (AnswerFault::UnsureNotAlone, _) => {
            AnswerError::NotAlone { question: name, option: UNSURE.to_owned() }
        }
        (AnswerFault::NotAlone(option), Some(rules)) => AnswerError::NotAlone {
            question: name,
            option: rules.options[option.at()].id.to_string(),
        },
        (AnswerFault::NeedsAmounts, Some(Question { kind: AnswerKind::Money(ratio), .. })) => {
            AnswerError::NeedsAmounts {
                question: name,
                fields: ratio.fields.clone().map(String::from),
            }
        }
        (AnswerFault::NotOne, _) => AnswerError::NotOne { question: name },
        (_, Some(_)) => AnswerError::Empty { question: name },
    }
}

fn unknown_question(rulebook: &Rulebook, given: String) -> AnswerError {
    let fields = |question: &'_ Question| match &question.kind {
        AnswerKind::Money(ratio) => ratio.fields.to_vec(),
        AnswerKind::One | AnswerKind::Many { .. } => Vec::new(),
    };
    let names: Vec<String> = rulebook
        .questions
        .iter()
        .flat_map(|question| core::iter::once(question.id.to_string()).chain(fields(question)))
        .collect();
    let nearest = nearest(&given, names.iter().map(String::as_str)).map(str::to_owned);
    AnswerError::UnknownQuestion { given, nearest }
}

fn unknown_option(rules: &Question, question: String, given: String) -> AnswerError {
    let names = rules.options.iter().map(|choice| &*choice.id).chain([UNSURE]);
    let nearest = nearest(&given, names).map(str::to_owned);
    AnswerError::UnknownOption { question, given, nearest }
}
