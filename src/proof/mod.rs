//! What is proved of a rulebook: the certificate, and the difference between two rulebooks.
//!
//! This module knows the engine, the knowledge and a model of borrowers drawn from the rulebook itself.
//! Nothing here decides what a borrower sees, and nothing of it goes into the borrower's WebAssembly.

// Chances of a model are counted here, nothing that is shown is decided by them.
#![allow(clippy::float_arithmetic)]

mod band;
mod belief;
mod borrower;
mod ceiling;
mod certificate;
mod chance;
pub mod diff;
mod heard;
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
mod report;
mod sample;
pub mod sampled;
mod subject;
mod survey;
mod witness;

pub use borrower::Borrower;
pub use certificate::{Certificate, DRAWS, Version, certify};
pub use chance::Chance;
pub use judgement::{Judgement, is_first_right, judge};
pub use line::{Example, Line, Method, Verdict};
pub use model::Model;
pub use named::named_answers;
#[cfg(feature = "lab")]
pub use play::{Grader, Play, Shown};
pub use progress::{Progress, ProgressBar};
pub use report::report;
pub use sample::Sample;
pub use subject::Subject;
#[cfg(feature = "lab")]
pub(crate) use survey::witness;
