use crate::engine::rules::OptionSet;

use super::Money;

/// What the borrower said to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Does not know; counts as nothing.
    Unsure,
    /// The chosen options: one for a single choice, one or more otherwise.
    Options(OptionSet),
    /// What rows of a closing list say: these options hold, those do not, and nothing is known of the others.
    Partly {
        /// The rows that were ticked; none for a single choice, which a tick answers.
        held: OptionSet,
        /// The rows that were left empty.
        denied: OptionSet,
    },
    /// The two amounts in the order of the question's fields; either may be missing.
    Amounts([Option<Money>; 2]),
}
