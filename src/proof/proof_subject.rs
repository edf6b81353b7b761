use crate::engine::{Date, Rulebook};
use crate::knowledge::{Case, Knowledge, Reading};
use crate::wording::Catalogue;

/// What is certified.
#[derive(Clone, Copy)]
pub struct ProofSubject<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// The worked cases.
    pub cases: &'a [Case],
    /// The second reading of the facts, which the weights must agree with.
    pub readings: &'a [Reading],
    /// The sentences, a catalogue a locale.
    pub catalogues: &'a [Catalogue],
    /// The day on which the rules are asked.
    pub day: Date,
}

impl<'a> ProofSubject<'a> {
    /// A knowledge folder on that day.
    #[must_use]
    pub fn of(knowledge: &'a Knowledge, day: Date) -> Self {
        Self {
            rulebook: &knowledge.rulebook,
            cases: &knowledge.cases,
            readings: &knowledge.readings,
            catalogues: &knowledge.catalogues,
            day,
        }
    }
}
