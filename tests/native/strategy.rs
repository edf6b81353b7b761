//! What proptest draws: borrowers of the shipped rulebook, the same ones each time.

use std::sync::LazyLock;

use loan_checkup::engine::{Answer, Answers, OptionIx, OptionSet, QuestionIx, Rulebook};
use loan_checkup::shipped;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::borrowers::{Draw, Ticks, random_answer};

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

/// What each question is answered from; zero leaves it open, so that a failing borrower shrinks to few answers.
pub(crate) fn draws() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(prop_oneof![1 => Just(0), 3 => any::<u32>()], RULEBOOK.questions.len())
}

/// The answers that the draws make, in the order of the questions; the symptom is always known.
pub(crate) fn drawn(rulebook: &Rulebook, draws: &[u32]) -> Vec<(QuestionIx, Answer)> {
    let draw = |question: QuestionIx| Draw::new(u64::from(draws[question.at()]));
    let symptoms = rulebook.question(rulebook.symptom).options.len();
    let symptom = draw(rulebook.symptom).one_of(&OptionIx::all(symptoms).collect::<Vec<_>>());
    let answer = |question: QuestionIx| match draws[question.at()] {
        _ if question == rulebook.symptom => Some(Answer::Options(OptionSet::of(symptom))),
        0 => None,
        _ => {
            let draw = &mut draw(question);
            Some(random_answer(rulebook, question, Some(symptom), Ticks::Frequent, draw))
        }
    };
    rulebook.question_places().filter_map(|at| Some((at, answer(at)?))).collect()
}

/// The answers, set one after the other.
pub(crate) fn answers(given: &[(QuestionIx, Answer)]) -> Answers {
    let mut answers = Answers::new();
    for (question, answer) in given {
        answers.set(*question, *answer);
    }
    answers
}
