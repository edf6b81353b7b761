//! The guided interview and its result, as a Yew application.

mod action;
mod answering;
mod balance;
mod checklist;
mod checkup;
mod closing_list;
mod closing_rows;
#[cfg(all(test, feature = "lab"))]
mod continuing_test;
mod current_screen;
mod element;
mod finding_card;
mod firmness_note;
mod icons;
mod kit;
mod known;
mod money_fields;
mod navigation;
mod numbers;
mod option_list;
mod parts;
mod plan_list;
mod prospects;
mod question_screen;
mod recorded;
mod result_screen;
mod review_screen;
mod screen_kind;
mod sources_list;
mod state;
mod stop_scam_screen;
mod taken_back;
mod to_come;
mod view;
mod what_if_fold;
mod why_not_list;

pub mod static_markup;

/// The name of the option that every question has.
const UNSURE: &str = "unsure";

pub use action::Action;
#[cfg(feature = "lab")]
pub(crate) use checkup::drawn;
pub use checkup::{Checkup, CheckupProps};
pub use current_screen::CurrentScreen;
pub use kit::Kit;
pub use screen_kind::ScreenKind;
#[cfg(feature = "lab")]
pub(crate) use state::{Position, State, Station};
#[cfg(feature = "lab")]
pub(crate) use view::View;
