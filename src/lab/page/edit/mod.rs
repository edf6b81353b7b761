//! Editing: the texts on the left, the screens that a borrower sees on the right.

mod borrower_bar;
mod clicked;
mod edit_state;
mod edited_borrower;
mod filter;
mod filters_bar;
mod gallery;
mod listed;
mod only;
mod sentence;
mod stage;
mod tab;
mod thing_list;
mod where_read;

pub(super) use edit_state::{EditAction, EditState};
#[cfg(test)]
pub(super) use only::Only;
#[cfg(test)]
pub(super) use sentence::slot_names;
pub(super) use tab::{EditTab, use_focus_on_sought};
