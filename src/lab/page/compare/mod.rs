//! Two versions of the wording side by side: on one borrower, and over all of them.

mod change_list;
mod choices;
mod counting;
mod everyone;
mod marked_text;
mod side_by_side;
mod tab;
mod versions_bar;

pub(super) use marked_text::marked_text;
pub(super) use tab::CompareTab;
