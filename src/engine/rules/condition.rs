use super::packed::packed;
use super::{OptionSet, QuestionIx};

/// Holds where the question was answered with one of the options; an open question does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The question.
    pub question: QuestionIx,
    /// The options.
    pub options: OptionSet,
}

packed!(struct Condition { question, options });
