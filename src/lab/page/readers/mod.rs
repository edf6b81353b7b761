//! Tests with readers: setting one up, running it on this device, putting results together, and what they show.

mod case_card;
mod cases_part;
mod chart;
mod confusion_table;
mod file_button;
mod notice;
mod own_borrower;
mod pair_words;
mod question_form;
mod questions_part;
mod reading;
mod reading_screen;
mod report_view;
mod run_view;
mod seed;
mod setup_view;
mod state;
mod store;
mod tab;
mod text_field;
mod versions_part;

pub(super) use tab::ReadersTab;
