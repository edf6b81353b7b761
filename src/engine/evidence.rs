use nanoserde::{DeBin, SerBin};

use super::{CauseIx, Date, Decibans};

/// What one answer says for or against one cause.
#[derive(Clone, Debug, SerBin, DeBin)]
pub struct Evidence {
    /// The cause.
    pub cause: CauseIx,
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
}
