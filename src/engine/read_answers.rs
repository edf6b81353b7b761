use serde::Deserialize;

use super::{
    Answer, AnswerError, Answers, Kind, Money, OptionSet, Question, QuestionIx, Rulebook, nearest,
};

/// The name of the option that every question has and that counts as nothing.
const UNSURE: &str = "unsure";

/// An answer by name, as it comes from a file or a page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected an option or an amount in quotes, or a list of options")]
pub enum GivenAnswer {
    /// One option, or an amount.
    One(String),
    /// Several options.
    Many(Vec<String>),
}

/// Reads answers by name; money answers are keyed by their amount fields.
///
/// # Errors
///
/// Every problem found, in the order of the input; then nothing is stored.
pub fn read_answers(
    rulebook: &Rulebook,
    given: impl IntoIterator<Item = (String, GivenAnswer)>,
) -> Result<Answers, Vec<AnswerError>> {
    let mut answers = Answers::new();
    let mut errors = Vec::new();
    for (name, answer) in given {
        let read = match (rulebook.find_question(&name), find_field(rulebook, &name)) {
            (Some(question), _) => read_options(rulebook, question, &answer)
                .map(|answer| answers.set(question, answer)),
            (None, Some((question, field))) => read_amount(rulebook, &name, &answer)
                .map(|amount| answers.set_amount(question, field, Some(amount))),
            (None, None) => Err(unknown_question(rulebook, name)),
        };
        errors.extend(read.err());
    }
    if errors.is_empty() { Ok(answers) } else { Err(errors) }
}

fn find_field(rulebook: &Rulebook, name: &str) -> Option<(QuestionIx, usize)> {
    rulebook.question_places().find_map(|at| {
        let field = fields(rulebook.question(at)).iter().position(|field| &**field == name)?;
        Some((at, field))
    })
}

fn fields(question: &Question) -> &[String] {
    match &question.kind {
        Kind::Money(ratio) => &ratio.fields,
        Kind::One | Kind::Many { .. } => &[],
    }
}

fn unknown_question(rulebook: &Rulebook, given: String) -> AnswerError {
    let names = rulebook
        .questions
        .iter()
        .flat_map(|question| core::iter::once(&question.id).chain(fields(question)))
        .map(|name| &**name);
    let nearest = nearest(&given, names).map(str::to_owned);
    AnswerError::UnknownQuestion { given, nearest }
}

fn read_amount(
    rulebook: &Rulebook,
    field: &str,
    given: &GivenAnswer,
) -> Result<Money, AnswerError> {
    let text = match given {
        GivenAnswer::One(text) => text.as_str(),
        GivenAnswer::Many(_) => "",
    };
    Money::read(text, rulebook.settings.most_amount).map_err(|why| AnswerError::Amount {
        field: field.to_owned(),
        given: text.to_owned(),
        why,
    })
}

fn read_options(
    rulebook: &Rulebook,
    at: QuestionIx,
    given: &GivenAnswer,
) -> Result<Answer, AnswerError> {
    let question = rulebook.question(at);
    let names = match given {
        GivenAnswer::One(name) => core::slice::from_ref(name),
        GivenAnswer::Many(names) => names.as_slice(),
    };
    if names.len() == 1 && names[0] == UNSURE {
        return Ok(Answer::Unsure);
    }
    if let Kind::Money(ratio) = &question.kind {
        let fields = ratio.fields.clone().map(String::from);
        return Err(AnswerError::NeedsAmounts { question: question.id.to_string(), fields });
    }
    let mut chosen = OptionSet::EMPTY;
    for name in names {
        let option = question.option(name).ok_or_else(|| unknown_option(question, name))?;
        chosen = chosen.with(option);
    }
    check_count(question, chosen)?;
    Ok(Answer::Options(chosen))
}

fn unknown_option(question: &Question, given: &str) -> AnswerError {
    if given == UNSURE {
        return AnswerError::NotAlone {
            question: question.id.to_string(),
            option: given.to_owned(),
        };
    }
    let names = question.options.iter().map(|choice| &*choice.id).chain([UNSURE]);
    AnswerError::UnknownOption {
        question: question.id.to_string(),
        given: given.to_owned(),
        nearest: nearest(given, names).map(str::to_owned),
    }
}

fn check_count(question: &Question, chosen: OptionSet) -> Result<(), AnswerError> {
    let is_single = matches!(question.kind, Kind::One);
    match chosen.len() {
        1 => {}
        0 if !is_single => return Err(AnswerError::Empty { question: question.id.to_string() }),
        _ if is_single => return Err(AnswerError::NotOne { question: question.id.to_string() }),
        _ => {}
    }
    match question.alone() {
        Some(alone) if chosen.has(alone) && chosen.len() > 1 => Err(AnswerError::NotAlone {
            question: question.id.to_string(),
            option: question.options[alone.at()].id.to_string(),
        }),
        _ => Ok(()),
    }
}
