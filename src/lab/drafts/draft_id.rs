use core::fmt;

/// Names a draft on the device; it is never used again for another one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(u64);

impl DraftId {
    /// The draft of a number.
    pub(super) fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number, from 1.
    pub(super) fn number(&self) -> u64 {
        self.0
    }

    /// Reads what [`fmt::Display`] wrote; nothing for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let number = text.parse().ok()?;
        let id = Self(number);
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
