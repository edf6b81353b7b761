use strum::{IntoStaticStr, VariantArray};

/// A part of the lab, in the order of their use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum Tab {
    Edit,
    Compare,
    Readers,
    Sheet,
    HandIn,
}

impl Tab {
    /// The part so many places further, around the end.
    pub(super) fn neighbour(self, places: usize) -> Self {
        let at = Self::VARIANTS.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::VARIANTS[(at + places) % Self::VARIANTS.len()]
    }

    /// Its id, as in the lab's own texts and the hooks for tests.
    pub(super) fn id(self) -> &'static str {
        self.into()
    }
}
