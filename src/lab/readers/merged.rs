use super::ReaderCode;

/// What became of the sessions that were brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// How many are new.
    pub added: usize,
    /// How many were there already.
    pub known: usize,
    /// The codes under which another session was there already; the ones brought in are set aside.
    pub conflicts: Vec<ReaderCode>,
}
