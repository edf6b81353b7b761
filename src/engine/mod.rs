//! Pure reasoning: from a borrower's answers to reasons, steps and the next question.
//!
//! In the order in which it is read, each room knowing only those before it: [`rules`] is what a rulebook holds,
//! [`answers`] what a borrower said, [`diagnosis`] what follows from it, [`firmness`] what the open questions could
//! still change, [`interview`] what is asked next.
//!
//! This module knows the rulebook and the answers.
//! It must not know a screen, a clock, a disk, a network or randomness: today's date is an argument.
//! A diagnosis on a valid [`Rulebook`] cannot fail, and everything it says is in its trace.

mod answers;
mod diagnosis;
mod firmness;
mod interview;
mod rules;

pub use answers::*;
pub use diagnosis::*;
pub use firmness::*;
pub use interview::*;
pub use rules::*;
