//! Borrowers drawn at random from the rulebook, the same ones each time.

use std::sync::LazyLock;

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, Money, OptionIx, OptionSet, QuestionIx, Rulebook,
};
use loan_checkup::shipped;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::borrower::offered;

/// The rulebook that is compiled in.
pub(crate) static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(shipped::rulebook);

/// So many draws, always the same ones.
pub(crate) fn config(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_121),
        ..Config::default()
    }
}

/// A draw for each question; zero leaves it open, so that a failing borrower shrinks to few answers.
pub(crate) fn draws() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![1 => Just(0), 3 => any::<u32>()], RULEBOOK.questions.len())
}

/// The answers that the draws make, in the order of the questions; the symptom is always known.
pub(crate) fn drawn(rulebook: &Rulebook, draws: &[u32]) -> Vec<(QuestionIx, Answer)> {
    let symptoms = rulebook.question(rulebook.symptom).options.len();
    let symptom = option_at(draws[rulebook.symptom.at()] as usize % symptoms);
    rulebook
        .question_places()
        .zip(draws)
        .filter_map(|(question, draw)| match question {
            _ if question == rulebook.symptom => {
                Some((question, Answer::Options(OptionSet::of(symptom))))
            }
            _ if *draw == 0 => None,
            _ => Some((question, drawn_answer(rulebook, symptom, question, *draw))),
        })
        .collect()
}

/// One answer to a question, `unsure` among them; options that the symptom does not offer are not drawn.
pub(crate) fn drawn_answer(
    rulebook: &Rulebook,
    symptom: OptionIx,
    question: QuestionIx,
    draw: u32,
) -> Answer {
    let offered: Vec<OptionIx> = offered(rulebook, question, symptom).collect();
    let draw = draw as usize;
    if offered.is_empty() || draw % 8 == 7 {
        return Answer::Unsure;
    }
    let one = offered[draw / 8 % offered.len()];
    match rulebook.question(question).kind {
        AnswerKind::One => Answer::Options(OptionSet::of(one)),
        AnswerKind::Many { alone } if alone == Some(one) => Answer::Options(OptionSet::of(one)),
        AnswerKind::Many { alone } => Answer::Options(
            offered
                .into_iter()
                .enumerate()
                .filter(|(at, option)| {
                    *option == one || (alone != Some(*option) && draw >> (at + 8) & 1 == 1)
                })
                .fold(OptionSet::EMPTY, |set, (_, option)| set.with(option)),
        ),
        AnswerKind::Money(_) => Answer::Amounts([amount(draw / 8), amount(draw / 512)]),
    }
}

/// An amount from nothing to a million, or none; the edges of the bands are among them.
fn amount(draw: usize) -> Option<Money> {
    let amounts = [
        None,
        Some("0"),
        Some("1"),
        Some("300"),
        Some("500"),
        Some("800"),
        Some("1000"),
        Some("1000000"),
    ];
    amounts[draw % amounts.len()].map(money)
}

#[track_caller]
fn money(text: &str) -> Money {
    Money::read(text, RULEBOOK.settings.most_amount).expect("the test writes an amount")
}

/// The place of an option.
pub(crate) fn option_at(place: usize) -> OptionIx {
    OptionIx(u8::try_from(place).expect("a question has few options"))
}

/// The answers, set one after the other.
pub(crate) fn answers(given: &[(QuestionIx, Answer)]) -> Answers {
    let mut answers = Answers::new();
    for (question, answer) in given {
        answers.set(*question, *answer);
    }
    answers
}
