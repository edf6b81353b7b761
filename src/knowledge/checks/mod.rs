//! What a rulebook and its wording must fulfil beyond being readable.

mod pulls;
mod readings;
mod reasons;
mod remedies;
mod screens;
mod showable;
mod sizes;
mod sources;
mod wording;

use crate::engine::Rulebook;

use super::raw::Raw;
use super::reading::Reading;
use super::report::Report;

pub(super) use sources::sources;
pub use wording::FIRST_LOCALE;
pub(super) use wording::wording;

/// Checks the rules.
pub(super) fn rules(raw: &Raw, rulebook: &Rulebook, readings: &[Reading], report: &mut Report) {
    reasons::check(raw, report);
    sizes::check(raw, report);
    screens::check(raw, rulebook, report);
    pulls::check(raw, rulebook, report);
    remedies::check(raw, rulebook, report);
    showable::check(raw, rulebook, report);
    // Compared only where everything could be read: what was left out would be reported twice.
    if report.has_no_error() {
        remedies::check_first_steps(raw, rulebook, report);
        readings::check(raw, rulebook, readings, report);
    }
}
