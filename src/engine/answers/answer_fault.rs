use crate::engine::rules::OptionIx;

use super::AmountError;

/// What is wrong with an answer by name, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFault {
    /// There is no question or amount field of that name.
    UnknownQuestion,
    /// The question has no option of this name; the place in what was given.
    UnknownOption(usize),
    /// A single choice was given none or several options.
    NotOne,
    /// A question of several options was given none.
    Empty,
    /// "Not sure" was given with others.
    UnsureNotAlone,
    /// An option that stands alone was given with others.
    NotAlone(OptionIx),
    /// A money question was answered by its own name instead of its amount fields.
    NeedsAmounts,
    /// The amount cannot be used.
    Amount(AmountError),
}
