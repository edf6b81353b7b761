//! What the wording lab works with: drafts of the wording, what borrowers read of them, tests with readers.
//!
//! This module knows the knowledge folder and the widget's screens, and no page: it is tried natively.
//! It must not decide what a borrower sees, and nothing of it is in the program that a borrower downloads.

mod appearances;
mod base;
mod checked;
pub mod compare;
pub mod drafts;
mod edited;
mod hand_in;
mod objection;
pub mod page;
mod percent;
pub mod readers;
pub mod sheet;
mod still;
mod stop;
mod thing;
mod tour;

pub use appearances::{Appearance, AppearanceCount, Appearances, Met};
pub use base::Base;
pub use checked::{Checked, Checker, check_text};
pub use edited::Edited;
pub use hand_in::{HandIn, Hurdle, hand_in};
pub use objection::{Objection, ObjectionKind};
pub use percent::percent;
pub use still::{Still, StillProps};
pub use stop::Stop;
pub use thing::{Thing, ThingKind, things};
pub use tour::tour;
