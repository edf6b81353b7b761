use serde::Deserialize;

use crate::engine::{CauseIx, Decibans, Effect, Evidence, OptionIx, QuestionIx, Rulebook};

/// What a second reader of the facts says of one answer and one cause, without having seen the weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The cause.
    pub cause: CauseIx,
    /// The question.
    pub question: QuestionIx,
    /// The answer.
    pub option: OptionIx,
    /// In a word.
    pub says: Word,
    /// Whether the answer raises a whole group of causes and decides none.
    pub is_general: bool,
    /// Whether the answer ends the doubt.
    pub decides: Option<Decides>,
}

/// How much an answer says, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The answer practically is the cause: 9 to 15 dB.
    IsIt,
    /// It speaks for the cause: 3 to 12 dB.
    For,
    /// It speaks a little for it: 1 to 6 dB.
    LittleFor,
    /// It speaks a little against it: -6 to -1 dB.
    LittleAgainst,
    /// It speaks against it: -12 to -3 dB.
    Against,
    /// It contradicts the meaning of the cause: -15 to -9 dB.
    Excludes,
}

/// What an answer does that ends the doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decides {
    /// It settles the cause.
    Settles,
    /// It rules the cause out.
    RulesOut,
}

/// Where the rules and the second reading differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// There is a weight or a hard fact and no word for it.
    NoWord(CauseIx, QuestionIx, OptionIx),
    /// There is a word and neither a weight nor the hard fact that it asks for.
    NoWeight(Reading),
    /// The weight lies outside the range of the word, or one of them calls it general.
    OtherWeight(Reading, Decibans),
}

impl Word {
    /// The weights that agree with the word, in whole decibans.
    #[must_use]
    pub fn range(self) -> (i32, i32) {
        match self {
            Self::IsIt => (9, 15),
            Self::For => (3, 12),
            Self::LittleFor => (1, 6),
            Self::LittleAgainst => (-6, -1),
            Self::Against => (-12, -3),
            Self::Excludes => (-15, -9),
        }
    }
}

impl Reading {
    /// Whether it is about this answer and this cause.
    fn is_about(&self, cause: CauseIx, question: QuestionIx, option: OptionIx) -> bool {
        (self.cause, self.question, self.option) == (cause, question, option)
    }

    fn agrees_with(&self, evidence: &Evidence) -> bool {
        let (least, most) = self.says.range();
        (least * 10..=most * 10).contains(&evidence.weight.tenths())
            && self.is_general == evidence.is_general
    }
}

/// Every difference between the rules and the second reading.
#[must_use]
pub fn disagreements(rulebook: &Rulebook, readings: &[Reading]) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for cause in rulebook.cause_places() {
        let of = rulebook.cause(cause);
        let word = |question, option| {
            readings.iter().find(move |reading| reading.is_about(cause, question, option))
        };
        for row in &of.evidence {
            match word(row.question, row.option) {
                None => found.push(Disagreement::NoWord(cause, row.question, row.option)),
                Some(reading) if !reading.agrees_with(row) => {
                    found.push(Disagreement::OtherWeight(*reading, row.weight));
                }
                Some(_) => {}
            }
        }
        for fact in &of.hard_facts {
            let effect = decides(fact.effect);
            if word(fact.question, fact.option).and_then(|word| word.decides) != Some(effect) {
                found.push(Disagreement::NoWord(cause, fact.question, fact.option));
            }
        }
    }
    let unmet = readings.iter().filter(|reading| !is_met(rulebook, reading));
    found.extend(unmet.map(|reading| Disagreement::NoWeight(*reading)));
    found
}

fn decides(effect: Effect) -> Decides {
    match effect {
        Effect::Settles => Decides::Settles,
        Effect::RulesOut => Decides::RulesOut,
    }
}

/// Whether the rules have what the reading asks for.
fn is_met(rulebook: &Rulebook, reading: &Reading) -> bool {
    let cause = rulebook.cause(reading.cause);
    let here = (reading.question, reading.option);
    match reading.decides {
        Some(effect) => cause
            .hard_facts
            .iter()
            .any(|fact| (fact.question, fact.option) == here && decides(fact.effect) == effect),
        None => cause.evidence.iter().any(|row| (row.question, row.option) == here),
    }
}
