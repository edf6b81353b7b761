/// A part of the lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Edit,
    Compare,
    Readers,
    Sheet,
    HandIn,
}

impl Tab {
    /// Every part, in the order of their use.
    pub(super) const ALL: [Self; 5] =
        [Self::Edit, Self::Compare, Self::Readers, Self::Sheet, Self::HandIn];

    /// The part so many places further, around the end.
    pub(super) fn neighbour(self, places: usize) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(at + places) % Self::ALL.len()]
    }

    /// Its id, as in the lab's own texts and the hooks for tests.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Compare => "compare",
            Self::Sheet => "sheet",
            Self::Readers => "readers",
            Self::HandIn => "hand-in",
        }
    }
}
