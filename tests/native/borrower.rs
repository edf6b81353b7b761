//! What a borrower says, by id, as the command line and the engine read it.

use std::collections::BTreeMap;

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, Diagnosis, GivenAnswer, OptionIx, Question, Rulebook, SymptomSet,
    diagnose, read_answers,
};
use serde_json::{Value, json};

use crate::borrowers::amounts;
use crate::cli;
use crate::folder;

/// Answers by name; a later answer to a question replaces an earlier one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Borrower(BTreeMap<String, GivenAnswer>);

/// Which of several clean options a spotless borrower takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spotless {
    First,
    Last,
}

impl Borrower {
    /// A borrower who has said these things.
    pub(crate) fn who_says(pairs: &[(&str, &str)]) -> Self {
        pairs.iter().fold(Self::default(), |borrower, (name, answer)| borrower.and(name, answer))
    }

    /// A borrower with the symptom for whom everything that is asked then is clean.
    pub(crate) fn spotless(rulebook: &Rulebook, symptom: &str, which: Spotless) -> Self {
        let asked = rulebook.question(rulebook.symptom).option(symptom);
        rulebook
            .questions
            .iter()
            .filter(|question| question.applies.has(asked) && question.applies != SymptomSet::NONE)
            .fold(Self::default(), |borrower, question| {
                borrower.and_clean(rulebook, question, which)
            })
            .and(&rulebook.question(rulebook.symptom).id, symptom)
    }

    /// The borrower with one more answer: an option or an amount.
    pub(crate) fn and(mut self, name: &str, answer: &str) -> Self {
        self.0.insert(name.to_owned(), GivenAnswer::One(answer.to_owned()));
        self
    }

    fn and_clean(mut self, rulebook: &Rulebook, question: &Question, which: Spotless) -> Self {
        let clean: Vec<OptionIx> = options(question)
            .filter(|at| question.options[at.at()].is_clean || question.alone() == Some(*at))
            .collect();
        let chosen = match which {
            Spotless::First => clean.first(),
            Spotless::Last => clean.last(),
        };
        let Some(chosen) = chosen else { return self };
        if let AnswerKind::Money(ratio) = &question.kind
            && let Answer::Amounts(given) = amounts(rulebook, ratio, *chosen)
        {
            let given = ratio.fields.iter().zip(given).filter_map(|(name, one)| Some((name, one?)));
            return given.fold(self, |borrower, (name, one)| borrower.and(name, &one.to_string()));
        }
        let ids = |at: &OptionIx| question.options[at.at()].id.to_string();
        let answer = match question.kind {
            AnswerKind::Many { .. } => GivenAnswer::Many(clean.iter().map(ids).collect()),
            AnswerKind::One | AnswerKind::Money(_) => GivenAnswer::One(ids(chosen)),
        };
        self.0.insert(question.id.to_string(), answer);
        self
    }

    /// The answers as the engine takes them.
    pub(crate) fn answers(&self, rulebook: &Rulebook) -> Answers {
        read_answers(rulebook, self.0.clone()).expect("the rulebook knows what the borrower says")
    }

    /// The answers as the command line takes them.
    pub(crate) fn json(&self) -> Value {
        let answers: serde_json::Map<String, Value> = self
            .0
            .iter()
            .map(|(name, answer)| match answer {
                GivenAnswer::One(text) => (name.clone(), json!(text)),
                GivenAnswer::Many(texts) => (name.clone(), json!(texts)),
                GivenAnswer::Rows(_) => {
                    panic!("no borrower of these tests is asked the closing list")
                }
            })
            .collect();
        json!({ "answers": answers, "as-of": folder::DAY })
    }
}

/// The places of a question's options.
pub(crate) fn options(question: &Question) -> impl Iterator<Item = OptionIx> {
    OptionIx::all(question.options.len())
}

/// The ids of all symptoms.
pub(crate) fn symptoms(rulebook: &Rulebook) -> Vec<&str> {
    rulebook.question(rulebook.symptom).options.iter().map(|option| &*option.id).collect()
}

/// The diagnosis on the day on which the tests play.
pub(crate) fn diagnosis(rulebook: &Rulebook, answers: &Answers) -> Diagnosis {
    diagnose(rulebook, answers, folder::day())
}

/// What the command line makes of the borrower.
#[track_caller]
pub(crate) fn explain(borrower: &Borrower) -> Value {
    let done = cli::run(&["explain", "--json", "-"], &borrower.json().to_string());
    assert!(done.status.success(), "{}", cli::text(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("the program prints JSON")
}
