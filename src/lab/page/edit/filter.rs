use super::only::Only;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::lab::page) struct Filter {
    pub(super) text: String,
    pub(super) only: Only,
}
