/// A part of the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Edit,
    HandIn,
}

impl Tab {
    /// Every part, in the order of their use.
    pub(super) const ALL: [Self; 2] = [Self::Edit, Self::HandIn];

    /// Its id, as in the lab's own texts and the hooks for tests.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::HandIn => "hand-in",
        }
    }
}
