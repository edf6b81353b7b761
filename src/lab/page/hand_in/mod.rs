//! Drafts, what they change, and handing a draft in: files to download and files to take in.

mod change_list;
mod downloads;
mod draft_bar;
mod draft_events;
mod draft_list;
mod draft_notice;
mod hand_in_verdict;
mod hurdle_list;
mod notices;
mod tab;
mod take_in;
mod taken_in;
mod waive_button;
mod waived;

pub(super) use draft_bar::draft_bar;
pub(super) use draft_events::use_draft_events;
#[cfg(test)]
pub(super) use draft_notice::DraftNotice;
#[cfg(test)]
pub(super) use hand_in_verdict::HandInVerdict;
pub(super) use notices::notices;
pub(super) use tab::HandInTab;
pub(super) use taken_in::TakenIn;
pub(super) use waive_button::WaiveButton;
pub(super) use waived::waived;
