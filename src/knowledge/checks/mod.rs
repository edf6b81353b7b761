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

use super::problems::Problems;
use super::raw::Raw;
use super::reading::Reading;

pub(super) use sources::sources;
pub use wording::FIRST_LOCALE;
pub(super) use wording::wording;

/// Checks the rules.
pub(super) fn rules(raw: &Raw, rulebook: &Rulebook, readings: &[Reading], problems: &mut Problems) {
    reasons::check(raw, problems);
    sizes::check(raw, problems);
    screens::check(raw, rulebook, problems);
    pulls::check(raw, rulebook, problems);
    remedies::check(raw, rulebook, problems);
    showable::check(raw, rulebook, problems);
    // Compared only where everything could be read: what was left out would be reported twice.
    if problems.has_no_error() {
        remedies::check_first_steps(raw, rulebook, problems);
        readings::check(raw, rulebook, readings, problems);
    }
}
