//! The picture sheet: every kind of screen for chosen cases, locales, widths and colours, each with a short code, as one
//! page without any script.
//!
//! This module knows how the widget draws a screen.
//! It must not know where the page goes: a command writes it into a folder, the lab hands it to the reader.

mod choice;
mod choice_error;
mod code;
mod covering;
mod document;
mod drawing;
mod page;
mod scheme;
mod screen;
mod screen_kind;

pub use choice::Choice;
pub use choice_error::ChoiceError;
pub use code::{Code, case_letters, screen_code};
pub use covering::{Covering, covering};
pub use document::{document, style};
pub use drawing::Drawing;
pub use page::{Say, page};
pub use scheme::Scheme;
pub use screen::{Screen, Shot, shots};
pub use screen_kind::ScreenKind;
