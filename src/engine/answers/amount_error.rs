use core::fmt;

/// Why a typed amount is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// It is not a number as people write amounts.
    Unreadable,
    /// It is below zero.
    Negative,
    /// It is above the rulebook's largest amount.
    TooLarge,
}

impl AmountError {
    /// The id of its sentence in the wording.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Negative => "negative",
            Self::TooLarge => "too-large",
        }
    }
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "not an amount in yuan",
            Self::Negative => "below zero",
            Self::TooLarge => "larger than any amount that is accepted",
        })
    }
}
