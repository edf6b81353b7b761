//! What the open questions could still change, and what a change of facts would.
//!
//! This room tries answers out on a diagnosis; it does not choose what is asked.

mod bounds;
mod first_steps;
mod grade;
mod lookahead;
mod search;
mod what_if;

pub use grade::{Firmness, Grade, firmness};
pub use what_if::{ChangedFact, WhatIf, what_if};

pub(in crate::engine) use lookahead::{Lookahead, open_questions};
