use super::DifferenceKind;

/// A set of kinds of difference; may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DifferenceKinds(u16);

impl DifferenceKinds {
    /// The set with the kind added if it is so.
    pub(super) fn with_if(self, kind: DifferenceKind, is_so: bool) -> Self {
        if is_so { Self(self.0 | 1 << kind.at()) } else { self }
    }

    /// Whether the kind is in the set.
    pub(super) fn has(self, kind: DifferenceKind) -> bool {
        self.0 & 1 << kind.at() != 0
    }

    /// Whether no kind is in the set.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds in the set, in their order.
    pub(super) fn iter(self) -> impl Iterator<Item = DifferenceKind> {
        DifferenceKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }
}
