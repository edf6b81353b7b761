use super::shelf::ShelfRefused;

/// Why something was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The draft on the desk has changes that are kept nowhere, and would be lost.
    Unkept,
    /// The name is empty or too long.
    Name,
    /// There is no such draft any more.
    Gone,
    /// The shelf has no room or cannot be reached.
    Refused(ShelfRefused),
}

impl From<ShelfRefused> for NotDone {
    fn from(refused: ShelfRefused) -> Self {
        Self::Refused(refused)
    }
}
