//! What the open questions could still change, and what a change of facts would.
//!
//! This room tries answers out on a diagnosis; it does not choose what is asked.

mod grade;
mod outlook;
mod reach;
mod span;
mod what_if;

pub use grade::{Firmness, Grade, firmness};
pub use what_if::{Change, WhatIf, what_if};

pub(in crate::engine) use outlook::{Outlook, open_questions};
