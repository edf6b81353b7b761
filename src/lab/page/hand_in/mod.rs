//! Drafts, what they change, and handing a draft in: files to download and files to take in.

mod change_list;
mod downloads;
mod draft_bar;
mod draft_events;
mod draft_list;
mod hurdle_list;
mod notices;
mod tab;
mod take_in;
mod waivers;

pub(super) use draft_bar::DraftBar;
pub(super) use draft_events::use_draft_events;
pub(super) use notices::Notices;
pub(super) use tab::HandInTab;
pub(super) use waivers::{WaiveButton, Waived};
