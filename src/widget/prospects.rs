use crate::engine::{Firmness, Grade, Interview, Outcome, ScreenIx, WhatIf, firmness, what_if};

use super::Kit;
use super::known::Known;

/// What could still change the result, worked out when it is opened.
#[derive(PartialEq)]
pub(super) struct Prospects {
    /// How firm the result is against the questions that are still open.
    pub(super) firmness: Firmness,
    /// The smallest change of facts that would change the first reason.
    pub(super) what_if: Option<WhatIf>,
    /// The screen to go on with; none where nothing open can change anything.
    pub(super) further: Option<ScreenIx>,
}

impl Prospects {
    /// Nothing after a warning, which leaves no question open.
    pub(super) fn new(kit: &Kit, known: &Known, interview: &Interview) -> Option<Self> {
        if known.diagnosis.outcome == Outcome::StopScam {
            return None;
        }
        let rulebook = &kit.rulebook;
        let firmness = firmness(rulebook, &known.answers, &known.diagnosis);
        let mut named = firmness.changes_first.iter().chain(&firmness.changes_rest);
        let further = match firmness.grade {
            Grade::Settled => None,
            _ => named
                .find_map(|question| rulebook.screen_of(*question))
                .or_else(|| interview.further()),
        };
        Some(Self { what_if: what_if(rulebook, &known.diagnosis), firmness, further })
    }
}
