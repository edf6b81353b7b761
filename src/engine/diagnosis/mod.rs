//! What follows from the answers: how each cause stands, which are shown as reasons, what to do, and the trace of it.
//!
//! This room knows nothing of what was not answered.

mod assessment;
mod diagnosis;
mod finding;
mod findings;
mod not_shown;
mod outcome;
mod plan;
mod strength;
mod trace;
mod weigh;

pub use assessment::Assessment;
pub use diagnosis::{Diagnosis, diagnose};
pub use finding::Finding;
pub use not_shown::{NotShown, WhyNot};
pub use outcome::Outcome;
pub use plan::{Step, always_has_first_step, first_step};
pub use strength::Strength;
pub use trace::{Capped, EvidenceRow, Trace, Weighs};

pub(in crate::engine) use diagnosis::assess;
pub(in crate::engine) use findings::{are_linked, findings, first_reason, tier};
pub(in crate::engine) use plan::opening_step;
pub(in crate::engine) use weigh::{can_decide, clean_weight, weigh};
