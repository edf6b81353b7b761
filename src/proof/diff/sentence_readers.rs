use crate::engine::{Answers, OptionIx};
use crate::proof::Model;

use super::Sentence;
use super::tally::Tally;

/// Who would read a sentence that differs; all shares are of one.
#[derive(Clone, Debug, PartialEq)]
pub struct SentenceReaders {
    /// The sentence in both versions.
    pub sentence: Sentence,
    /// Who reads it on the result.
    pub on_results: SymptomReaders,
    /// Who reads it on a screen of the interview.
    pub on_screens: SymptomReaders,
}

/// The readers of a sentence in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct SymptomReaders {
    /// Of all borrowers.
    pub all: f64,
    /// Of those with each symptom, in the rulebook's order.
    pub by_symptom: Vec<(OptionIx, f64)>,
    /// What one of them would answer to every question; of equally many the first one. None where nobody reads it.
    pub example: Option<Answers>,
}

impl SymptomReaders {
    /// The readers of the sentence at that place of the list.
    pub(super) fn of(model: &Model, tally: &Tally, sentence: usize) -> Self {
        let reached = tally.readers.get(&sentence);
        let ratio = |part: f64, all: f64| if all > 0.0 { super::rounded(part / all) } else { 0.0 };
        let weight = |symptom| reached.map_or(0.0, |reached| reached.weights.of(symptom));
        let of = |symptom| (symptom, ratio(weight(symptom), tally.all.of(symptom)));
        Self {
            all: ratio(reached.map_or(0.0, |reached| reached.weights.sum()), tally.all.sum()),
            by_symptom: model.symptoms().map(of).collect(),
            example: reached.map(|reached| reached.example.1.clone()),
        }
    }
}
