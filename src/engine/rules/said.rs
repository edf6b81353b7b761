use super::{OptionIx, QuestionIx};

/// One option of one question, as the borrower said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The question.
    pub question: QuestionIx,
    /// The option.
    pub option: OptionIx,
}
