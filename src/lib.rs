//! A guided checkup for borrowers who see a loan limit but can borrow only 1 yuan, or whose payout fails.
//!
//! `engine` reasons, `explanation` names what it found, `wording` names what people read, `knowledge` reads the knowledge folder,
//! `web` is the widget, `scripting` the reasoning for JavaScript without any screen. ARCHITECTURE.md draws the whole.

pub mod engine;
pub mod explanation;
#[cfg(feature = "knowledge")]
pub mod knowledge;
#[cfg(feature = "cli")]
pub mod proof;
#[cfg(feature = "scripting")]
pub mod scripting;
pub mod shipped;
#[cfg(feature = "web")]
pub mod web;
pub mod wording;
