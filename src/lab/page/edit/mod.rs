//! Editing: the texts on the left, the screens that a borrower sees on the right.

mod borrower_bar;
mod filter;
mod filters_bar;
mod gallery;
mod looks;
mod screens;
mod sentence;
mod stage;
mod tab;
mod thing_list;
mod thing_panel;

pub(super) use tab::EditTab;
