//! The statistics of a test with readers: nothing but numbers in and numbers out.
//!
//! Every function is held against published values and against a second, exact implementation in the tests.

// Shares, intervals and chances are reckoned here; nothing that a borrower sees is decided by them.
#![allow(clippy::float_arithmetic)]

mod fisher;
mod fleiss;
mod holm;
mod quartiles;
mod wilson;

pub use fisher::fisher_two_sided;
pub use fleiss::{Needed, readers_needed, readers_needed_uncorrected};
pub use holm::holm;
pub use quartiles::Quartiles;
pub use wilson::wilson;

/// The normal quantile that leaves 2.5 % on each side.
const Z_95: f64 = 1.959_963_984_540_054;

/// The normal quantile that leaves 20 % above.
const Z_80: f64 = 0.841_621_233_572_914_3;
