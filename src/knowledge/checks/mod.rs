//! What a rulebook and its wording must fulfil beyond being readable.

mod pulls;
mod reasons;
mod remedies;
mod screens;
mod showable;
mod sources;
mod wording;

use crate::engine::Rulebook;

use super::raw::Raw;
use super::report::Report;

pub(super) use sources::sources;
pub(super) use wording::wording;

/// Checks the rules.
pub(super) fn rules(raw: &Raw, rulebook: &Rulebook, report: &mut Report) {
    reasons::check(raw, report);
    screens::check(raw, rulebook, report);
    pulls::check(raw, rulebook, report);
    remedies::check(raw, rulebook, report);
    showable::check(raw, rulebook, report);
}
