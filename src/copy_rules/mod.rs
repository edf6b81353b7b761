//! Checks of the wording as prose: length, promises, blame, advice that harms, jargon, punctuation.
//!
//! This module knows the texts, their keys and `copy-rules.toml`, which holds every rule with its reason.
//! It must not hold a word of any language, and it is not in the program that a borrower downloads.

mod check;
mod copy_rule;
mod phrases;
mod remark;
mod rules;
mod sentences;
mod slots;
mod test;
mod unexplained;
mod waiver;

pub use check::check;
pub use copy_rule::CopyRule;
pub use remark::Remark;
pub use rules::{CopyRules, FILE};
pub use waiver::Waiver;
