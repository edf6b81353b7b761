use crate::engine::{Answer, Answers, CauseIx, OptionIx, QuestionIx};

/// A borrower of the model: what is at work, and what this borrower would say to every question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Borrower {
    /// The symptom.
    pub symptom: OptionIx,
    /// The number, from 0; with the symptom it names the borrower.
    pub number: u64,
    /// The causes at work, one or two, the drawn first one first; none where no cause is in question.
    pub causes: Vec<CauseIx>,
    /// The complete answers: to every question that applies under the symptom, `unsure` among them.
    pub says: Answers,
}

impl Borrower {
    /// What this borrower says to a question; `unsure` where it does not apply.
    #[must_use]
    pub fn answer(&self, question: QuestionIx) -> Answer {
        self.says.get(question).unwrap_or(Answer::Unsure)
    }
}
