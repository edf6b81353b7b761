//! Tests with readers: setting one up, running it on this device, putting results together, and what they show.

mod answer_screen;
mod case_card;
mod case_result;
mod cases_part;
mod chart;
mod confusion_table;
mod empty_setup;
mod file_button;
mod kept;
mod notice_list;
mod own_borrower;
mod pair_words;
mod question_fields;
mod questions_part;
mod reader_turn;
mod reader_view;
mod readers_action;
mod readers_kept;
mod readers_notice;
mod readers_state;
mod report_view;
mod run_view;
mod seed;
mod setup_form;
mod setup_view;
mod share_text;
mod tab;
mod versions_part;

pub(super) use kept::{kept_form, kept_test};
pub(super) use readers_action::ReadersAction;
pub(super) use readers_kept::use_readers_kept;
#[cfg(test)]
pub(super) use readers_notice::ReadersNotice;
pub(super) use readers_state::ReadersState;
pub(super) use seed::drawn_seed;
pub(super) use tab::ReadersTab;
