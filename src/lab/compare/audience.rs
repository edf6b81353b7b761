use std::collections::BTreeMap;

use crate::engine::{Answers, OptionIx};

/// Who would read something else, by the rulebook's own model of borrowers; all shares are of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Audience {
    /// How many borrowers were looked at.
    pub borrowers: usize,
    /// Who reads any text that was changed.
    pub any: Readership,
    /// Who reads each text that was changed, by key; one that nobody was seen to read is missing.
    pub by_key: BTreeMap<String, Readership>,
}

/// The readers of one text, or of any of several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readership {
    /// Of all borrowers.
    pub all: f64,
    /// Who reads it on a result or a warning.
    pub on_results: f64,
    /// Who reads it on a screen before, or on the list of answers.
    pub on_screens: f64,
    /// Of those with each symptom; a symptom without readers is missing.
    pub by_symptom: BTreeMap<OptionIx, f64>,
    /// Where one of them reads it: the one who stands for most borrowers, of equal ones the first.
    pub example: Option<Sighting>,
}

/// A screen of a borrower.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// What the borrower would answer to every question.
    pub says: Answers,
    /// Which of the borrower's screens it is, from 0.
    pub at: usize,
    /// For how many borrowers this one stands, of one.
    pub weight: f64,
}

impl Audience {
    /// Who reads a text; nobody where nobody was seen to.
    #[must_use]
    pub fn of(&self, key: &str) -> Readership {
        self.by_key.get(key).cloned().unwrap_or_default()
    }
}
