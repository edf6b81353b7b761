//! The lines of the certificate that follow from the rules, the cases and the wording; each in a file of its own.
//!
//! Where a line is exact it tries every answer that matters; where it is not, its method says what was tried.

mod causes_never_first;
mod causes_showable;
mod idle_options;
mod monotony;
mod mutation_score;
mod results_without_a_step;
mod steps_in_conflict;
mod tolerance;
mod warnings_stop;
mod wording_never_shown;
mod worked_cases;

use super::{Line, ProofSubject};

/// Works out one line.
pub type Maker = fn(&ProofSubject) -> Line;

/// The lines with their ids, in the order of the certificate.
pub const ALL: &[(&str, Maker)] = &[
    ("causes-never-first", causes_never_first::line),
    ("causes-showable-for-symptom", causes_showable::line),
    ("options-that-change-nothing", idle_options::line),
    ("wording-never-shown", wording_never_shown::line),
    ("results-without-a-step", results_without_a_step::line),
    ("steps-in-conflict", steps_in_conflict::line),
    ("monotony-of-weights", monotony::line),
    ("warnings-lead-to-the-fraud-screen", warnings_stop::line),
    ("tolerance-of-weights", tolerance::line),
    ("mutation-score", mutation_score::line),
    ("worked-cases", worked_cases::line),
];

/// The line with that id.
#[must_use]
pub fn line(subject: &ProofSubject, id: &str) -> Option<Line> {
    let (_, line) = ALL.iter().find(|(other, _)| *other == id)?;
    Some(line(subject))
}
