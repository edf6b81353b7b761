//! What a borrower said: answers by question, how they are read from names and texts, and what they establish.
//!
//! This room knows the rules and draws no conclusion.

mod amount_error;
mod answer;
mod answer_error;
mod answer_fault;
mod answers;
mod closing_answer;
mod facts;
mod given_answer;
mod given_row;
mod money;
mod read_answers;
mod suggestion;
mod take_answer;

pub use amount_error::AmountError;
pub use answer::Answer;
pub use answer_error::AnswerError;
pub use answer_fault::AnswerFault;
pub use answers::Answers;
pub use closing_answer::{CLOSING_LIST, closing_answer};
pub use facts::Facts;
pub use given_answer::GivenAnswer;
pub use given_row::GivenRow;
pub use money::Money;
pub use read_answers::read_answers;
pub use suggestion::nearest;
pub use take_answer::take_answer;
