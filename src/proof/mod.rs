//! What is proved of a rulebook: the certificate, and the difference between two rulebooks.
//!
//! This module knows the engine, the knowledge and a model of borrowers drawn from the rulebook itself.
//! Nothing here decides what a borrower sees, and nothing of it goes into the borrower's WebAssembly.

// Chances of a model are counted here, nothing that is shown is decided by them.
#![allow(clippy::float_arithmetic)]

mod answer_space;
mod band;
mod belief;
mod borrower;
mod ceiling;
mod certificate;
mod chance;
pub mod diff;
mod edition;
mod judgement;
mod line;
pub mod lines;
mod model;
mod mutant;
mod named;
mod oracle;
mod parallel;
mod play;
mod progress;
mod proof_subject;
mod report;
mod sample;
pub mod sampled;
mod survey;
mod witness;

pub use borrower::Borrower;
pub use certificate::{Certificate, DRAWS, certify};
pub use chance::Chance;
pub use edition::Edition;
pub use judgement::{Judgement, is_first_right, judge};
pub use line::{Line, Method, Verdict, Witness};
pub use model::Model;
pub use named::named_answers;
pub use parallel::Done;
pub use play::{Grader, Play, ShownResult};
pub use progress::{Progress, Watch};
pub use proof_subject::ProofSubject;
pub use report::report;
pub use sample::Sample;
#[cfg(feature = "lab")]
pub(crate) use survey::witness;
