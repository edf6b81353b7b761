use crate::engine::{Date, Rulebook};
use crate::knowledge::Case;
use crate::wording::Catalogue;

/// What is certified.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// The worked cases.
    pub cases: &'a [Case],
    /// The sentences, a catalogue a locale.
    pub catalogues: &'a [Catalogue],
    /// The day on which the rules are asked.
    pub day: Date,
}
