//! Two versions of the wording side by side: on one borrower, and over all of them.

mod change_list;
mod compare_state;
mod compared_version;
mod count_state;
mod counting;
mod everyone;
mod side_by_side;
mod tab;
mod version_pair;

pub(super) use compare_state::{CompareAction, CompareState};
pub(super) use tab::CompareTab;
