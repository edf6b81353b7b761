use crate::engine::rules::{AnswerKind, OptionSet, Question, QuestionIx, Rulebook};

use super::{Answer, AnswerFault, Answers, Money};

/// The name of the option that every question has and that counts as nothing.
pub(super) const UNSURE: &str = "unsure";

/// Stores an answer by name: the options of a question, or the amount of a money field as a single text.
///
/// # Errors
///
/// What is wrong with it; then nothing is stored.
pub fn take_answer(
    rulebook: &Rulebook,
    answers: &mut Answers,
    name: &str,
    given: &[String],
) -> Result<(), AnswerFault> {
    if let Some(question) = rulebook.find_question(name) {
        answers.set(question, read_options(rulebook.question(question), given)?);
    } else {
        let (question, field) = find_field(rulebook, name).ok_or(AnswerFault::UnknownQuestion)?;
        let text = if let [text] = given { text.as_str() } else { "" };
        let amount =
            Money::read(text, rulebook.settings.most_amount).map_err(AnswerFault::Amount)?;
        answers.set_amount(question, field, Some(amount));
    }
    Ok(())
}

fn find_field(rulebook: &Rulebook, name: &str) -> Option<(QuestionIx, usize)> {
    rulebook.question_places().find_map(|at| {
        let AnswerKind::Money(ratio) = &rulebook.question(at).kind else { return None };
        Some((at, ratio.fields.iter().position(|field| field == name)?))
    })
}

fn read_options(question: &Question, given: &[String]) -> Result<Answer, AnswerFault> {
    if given.len() == 1 && given[0] == UNSURE {
        return Ok(Answer::Unsure);
    }
    if matches!(question.kind, AnswerKind::Money(_)) {
        return Err(AnswerFault::NeedsAmounts);
    }
    let mut chosen = OptionSet::EMPTY;
    for (place, name) in given.iter().enumerate() {
        let fault = if name == UNSURE {
            AnswerFault::UnsureNotAlone
        } else {
            AnswerFault::UnknownOption(place)
        };
        chosen = chosen.with(question.option(name).ok_or(fault)?);
    }
    check_count(question, chosen)?;
    Ok(Answer::Options(chosen))
}

fn check_count(question: &Question, chosen: OptionSet) -> Result<(), AnswerFault> {
    let is_single = matches!(question.kind, AnswerKind::One);
    match (chosen.len(), question.alone()) {
        (1, _) => Ok(()),
        (_, _) if is_single => Err(AnswerFault::NotOne),
        (0, _) => Err(AnswerFault::Empty),
        (_, Some(alone)) if chosen.has(alone) => Err(AnswerFault::NotAlone(alone)),
        _ => Ok(()),
    }
}
