//! A guided checkup for borrowers who see a loan limit but can borrow only 1 yuan, or whose payout fails.
//!
//! `engine` reasons, `explanation` names what it found, `wording` names what people read, `knowledge` reads the knowledge folder,
//! `copy_rules` checks the sentences as prose, `proof` says what is proved of a rulebook,
//! `widget` draws the interview, `embed` is the seam between widget and page, `lab` the wording lab,
//! `scripting` the reasoning for JavaScript without any screen, `measure` what `./dev bench` measures.
//! ARCHITECTURE.md draws the whole.

#[cfg(feature = "copy-rules")]
pub mod copy_rules;
#[cfg(feature = "web")]
pub mod embed;
pub mod engine;
pub mod explanation;
#[cfg(feature = "knowledge")]
pub mod knowledge;
#[cfg(feature = "lab")]
pub mod lab;
#[cfg(feature = "measure")]
pub mod measure;
#[cfg(feature = "proof")]
pub mod proof;
#[cfg(feature = "prerender")]
pub mod ready;
#[cfg(feature = "scripting")]
pub mod scripting;
pub mod shipped;
#[cfg(feature = "web")]
pub mod widget;
pub mod wording;
