use crate::engine::rules::{OptionIx, OptionSet, QuestionIx, QuestionSet};

use super::{Answer, Money};

/// All that the borrower has said so far; at most one answer a question, in no order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    given: Vec<Option<Answer>>,
    /// The questions whose answer comes from the closing list.
    closing: QuestionSet,
    /// Whether the closing list was answered.
    is_closed: bool,
}

impl Answers {
    /// No answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The answer to a question.
    #[must_use]
    pub fn get(&self, question: QuestionIx) -> Option<Answer> {
        self.given.get(question.at()).copied().flatten()
    }

    /// Whether the question has an answer, `unsure` included.
    #[must_use]
    pub fn has(&self, question: QuestionIx) -> bool {
        self.get(question).is_some()
    }

    /// How many questions have an answer.
    #[must_use]
    pub fn len(&self) -> usize {
        self.given.iter().flatten().count()
    }

    /// Whether there is no answer at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Stores an answer in place of an earlier one.
    pub fn set(&mut self, question: QuestionIx, answer: Answer) {
        if self.given.len() <= question.at() {
            self.given.resize(question.at() + 1, None);
        }
        self.given[question.at()] = Some(answer);
        self.closing = self.closing.without(question);
    }

    /// Stores an answer that was given on the closing list.
    pub fn set_closing(&mut self, question: QuestionIx, answer: Answer) {
        self.set(question, answer);
        self.closing = self.closing.with(question);
        self.is_closed = true;
    }

    /// Whether the closing list was answered, whatever was changed since.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// The questions that were answered on the closing list and not changed since.
    #[must_use]
    pub fn closing(&self) -> QuestionSet {
        self.closing
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: QuestionIx) {
        if let Some(place) = self.given.get_mut(question.at()) {
            *place = None;
        }
        self.closing = self.closing.without(question);
        // Without open questions at the end, equal answers compare equal.
        while let Some(None) = self.given.last() {
            self.given.pop();
        }
    }

    /// Stores one option.
    pub fn choose(&mut self, question: QuestionIx, option: OptionIx) {
        self.set(question, Answer::Options(OptionSet::of(option)));
    }

    /// Stores one amount of a money question and keeps the other.
    pub fn set_amount(&mut self, question: QuestionIx, field: usize, amount: Option<Money>) {
        let mut amounts = match self.get(question) {
            Some(Answer::Amounts(amounts)) => amounts,
            _ => [None, None],
        };
        if let Some(place) = amounts.get_mut(field) {
            *place = amount;
        }
        self.set(question, Answer::Amounts(amounts));
    }
}
