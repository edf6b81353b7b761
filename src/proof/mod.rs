//! What is proved of a rulebook: the certificate, and the difference between two rulebooks.
//!
//! This module knows the engine, the knowledge and a model of borrowers drawn from the rulebook itself.
//! Nothing here decides what a borrower sees, and nothing of it goes into the borrower's WebAssembly.

// Chances of a model are counted here, nothing that is shown is decided by them.
#![allow(clippy::float_arithmetic)]

mod band;
mod borrower;
mod chance;
mod line;
mod model;
mod named;
mod subject;

pub use borrower::Borrower;
pub use chance::Chance;
pub use line::{Example, Line, Method, Verdict};
pub use model::Model;
pub use named::named_answers;
pub use subject::Subject;
