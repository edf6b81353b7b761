use core::fmt;

use super::AmountError;

/// What is wrong with an answer that was handed in by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerError {
    /// There is no question or amount field of that name.
    UnknownQuestion {
        /// The name that was given.
        given: String,
        /// The name that may have been meant.
        nearest: Option<String>,
    },
    /// The question has no such option.
    UnknownOption {
        /// The question.
        question: String,
        /// The option that was given.
        given: String,
        /// The option that may have been meant.
        nearest: Option<String>,
    },
    /// A single choice was given none or several options.
    NotOne {
        /// The question.
        question: String,
    },
    /// A question of several options was given none.
    Empty {
        /// The question.
        question: String,
    },
    /// An option that stands alone was given with others.
    NotAlone {
        /// The question.
        question: String,
        /// The option.
        option: String,
    },
    /// A money question was answered by its own name instead of its amount fields.
    NeedsAmounts {
        /// The question.
        question: String,
        /// Its amount fields.
        fields: [String; 2],
    },
    /// Rows stand elsewhere than under the closing list, or something else or nothing stands there.
    Rows {
        /// The name under which it was given.
        name: String,
    },
    /// The amount cannot be used.
    Amount {
        /// The amount field.
        field: String,
        /// The text that was given.
        given: String,
        /// Why not.
        why: AmountError,
    },
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hint = |nearest: &Option<String>| match nearest {
            Some(id) => format!("; did you mean `{id}`?"),
            None => String::new(),
        };
        match self {
            Self::UnknownQuestion { given, nearest } => {
                write!(f, "unknown question `{given}`{}", hint(nearest))
            }
            Self::UnknownOption { question, given, nearest } => {
                write!(f, "unknown option `{given}` of question `{question}`{}", hint(nearest))
            }
            Self::NotOne { question } => {
                write!(f, "question `{question}` takes exactly one option")
            }
            Self::Empty { question } => {
                write!(
                    f,
                    "question `{question}` takes at least one option; leave it out if it is open"
                )
            }
            Self::NotAlone { question, option } => {
                write!(f, "option `{option}` of question `{question}` stands alone")
            }
            Self::NeedsAmounts { question, fields: [first, second] } => {
                write!(
                    f,
                    "question `{question}` is answered by the amounts `{first}` and `{second}`"
                )
            }
            Self::Rows { name } => {
                write!(
                    f,
                    "`{name}`: `closing-list`, and nothing else, is a list of rows, \
                     each with a question, an answer and whether it holds"
                )
            }
            Self::Amount { field, given, why } => {
                write!(f, "amount `{given}` of `{field}`: {why}")
            }
        }
    }
}
