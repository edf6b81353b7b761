//! What of the interview stands ready in the page before the program: the screens with a fixed place, and the warning.

mod key_catalogue;
mod ready_markup;
mod ready_screens;
mod ready_warnings;

pub use key_catalogue::key_catalogue;
pub use ready_markup::{first_screen, ready_markup, ready_rules};
pub use ready_screens::ReadyScreens;
pub use ready_warnings::{ReadyWarning, ReadyWarnings};
