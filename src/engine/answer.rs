use super::{Money, OptionSet};

/// What the borrower said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Does not know; counts as nothing.
    Unsure,
    /// The chosen options: one for a single choice, one or more otherwise.
    Options(OptionSet),
    /// The two amounts in the order of the question's fields; either may be missing.
    Amounts([Option<Money>; 2]),
}
