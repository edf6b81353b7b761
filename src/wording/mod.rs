//! What people read: a catalogue of sentences for one locale, and the keys that must be in it.
//!
//! This module knows the names of sentences. It must not hold a sentence.

mod catalogue;
mod keys;
#[cfg(feature = "lab")]
mod looked_up;
mod placeholders;
mod text_fault;
pub mod ui;

pub use catalogue::{Catalogue, CatalogueError};
pub use keys::{Requirement, required_keys};
#[cfg(feature = "lab")]
pub use looked_up::looked_up;
pub use placeholders::{fill, placeholders};
pub use text_fault::{NAMES, TextFault, text_faults};
pub use ui::{UiKey, UiText};
