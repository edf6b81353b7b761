use super::shelf::ShelfRefused;

/// Whether the draft on the desk is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptState {
    /// All of it is.
    Kept,
    /// The last changes are not: there was no room, or no place at all. The next change tries again.
    Refused(ShelfRefused),
    /// Another tab has changed the draft; what was done here since is not kept until somebody decides.
    ChangedElsewhere,
    /// Another tab has deleted the draft; what is here is not kept until somebody decides.
    DeletedElsewhere,
}
