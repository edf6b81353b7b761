use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::proof::Edition;

use super::{DifferenceKind, Example, RuleChange, Sentence};

/// What tells two rulebooks apart, and which borrowers would notice; all shares are of one.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Difference {
    /// Whether there is none at all.
    pub is_empty: bool,
    /// The rulebook before the change.
    pub old: Edition,
    /// The rulebook after the change.
    pub new: Edition,
    /// The day on which both are asked.
    pub as_of: String,
    /// Whose results were compared.
    pub method: String,
    /// What fewer of those with a symptom would notice may have been missed; 0 where everybody was looked at.
    pub missed_below: f64,
    /// Whose interviews were compared.
    pub interviews: String,
    /// What was changed in the rules.
    pub changes: Vec<RuleChange>,
    /// The sentences that were changed, with who reads them.
    pub sentences: Vec<ReadSentence>,
    /// Those whose result differs in any way.
    pub any: BorrowerShare,
    /// Those of each kind, in the order of [`DifferenceKind::ALL`].
    pub kinds: Vec<Seen>,
    /// From which first reason to which, the most frequent first.
    pub moves: Vec<Move>,
    /// Answers that NEW does not know, and the share of borrowers who give them.
    pub set_aside: BTreeMap<String, f64>,
    /// The worked cases of OLD whose result differs.
    pub cases: Vec<OtherCase>,
}

/// A share of the borrowers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BorrowerShare {
    /// Over all symptoms.
    pub all: f64,
    /// Of those with each symptom, by its id, in the rulebook's order.
    pub by_symptom: Map<String, Value>,
}

/// The borrowers who see one kind of difference.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Seen {
    /// The kind.
    pub kind: DifferenceKind,
    /// How many.
    pub share: BorrowerShare,
    /// One of them.
    pub example: Option<Example>,
}

/// Borrowers whose first reason changes in the same way.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Move {
    /// The first reason under OLD; none where there is no reason.
    pub old: Option<String>,
    /// The first reason under NEW.
    pub new: Option<String>,
    /// How many.
    pub share: f64,
}

/// A sentence that differs, with who reads it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ReadSentence {
    /// The sentence.
    #[serde(flatten)]
    pub sentence: Sentence,
    /// Who reads it on the result.
    pub on_results: f64,
    /// Who reads it on a screen of the interview.
    pub on_screens: f64,
}

/// A worked case whose result differs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OtherCase {
    /// Its name.
    pub case: String,
    /// How it differs.
    pub kinds: Vec<DifferenceKind>,
}

impl Difference {
    /// The borrowers who see a kind of difference.
    #[must_use]
    pub fn seen(&self, kind: DifferenceKind) -> &Seen {
        &self.kinds[kind.at()]
    }
}
