//! The picture sheet: every kind of screen for chosen cases, locales, widths and colours, each with a short code, as one
//! page without any script.
//!
//! This module knows how the widget draws a screen.
//! It must not know where the page goes: a command writes it into a folder, the lab hands it to the reader.

mod covering;
mod document;
mod drawing;
mod drawn_screen;
mod page;
mod scheme;
mod screen_code;
mod sheet_choice;
mod unknown_name;

pub use covering::{Covering, covering};
pub use document::{document, style};
pub use drawing::Drawing;
pub use drawn_screen::{DrawnScreen, Shot, shots};
pub use page::{Say, page};
pub use scheme::Scheme;
pub use screen_code::{ScreenCode, case_letters, screen_code};
pub use sheet_choice::SheetChoice;
pub use unknown_name::UnknownName;
