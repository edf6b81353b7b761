/// A part of the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Edit,
}

impl Tab {
    /// Every part, in the order of their use.
    pub(super) const ALL: [Self; 1] = [Self::Edit];

    /// Its id, as in the lab's own texts and the hooks for tests.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Edit => "edit",
        }
    }
}
