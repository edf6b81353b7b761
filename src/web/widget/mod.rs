//! The guided interview and its result, as a Yew application.

mod action;
mod balance;
mod checklist;
mod checkup;
mod element;
mod finding_card;
mod icons;
mod kit;
mod money_fields;
mod navigation;
mod option_list;
mod parts;
mod plan_list;
mod question_screen;
mod result_screen;
mod review_screen;
mod sources_list;
mod state;
mod stop_scam_screen;
mod system_back;
mod view;
mod why_not_list;

pub mod static_markup;

pub use checkup::{Checkup, CheckupProps};
pub use kit::Kit;
