//! What is asked next, and when the asking ends.
//!
//! This room puts the questions in order; nothing here decides what is shown of a cause.

mod closing;
mod information_gain;
mod interview;
mod open_questions;
mod replies;

pub use interview::{Interview, InterviewNotes, Next};
pub use replies::replies_to;
