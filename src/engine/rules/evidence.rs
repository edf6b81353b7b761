use super::packed::packed;
use super::{Date, Decibans, OptionIx, QuestionIx};

/// What one answer says for or against a cause.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The question.
    pub question: QuestionIx,
    /// The answer.
    pub option: OptionIx,
    /// The weight; positive speaks for the cause.
    pub weight: Decibans,
    /// Whether the answer raises a whole group of causes and decides none: no answer of the cause's own.
    pub is_general: bool,
    /// First and last day on which the rule holds; open where there is none.
    pub valid: (Option<Date>, Option<Date>),
}

impl Evidence {
    /// Whether the rule holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.valid.0.is_none_or(|from| from <= day) && self.valid.1.is_none_or(|until| day <= until)
    }

    /// Whether there is a day on which both rules hold.
    #[must_use]
    pub fn shares_a_day_with(&self, other: &Self) -> bool {
        let begins_in_time = |one: &Self, other: &Self| match (one.valid.0, other.valid.1) {
            (Some(from), Some(until)) => from <= until,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

packed!(struct Evidence { question, option, weight, is_general, valid });
