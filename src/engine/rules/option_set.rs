use super::OptionIx;
use super::packed::packed;

/// A set of options of one question, at most 32 of them; may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct OptionSet(u32);

impl OptionSet {
    /// The set without an option.
    pub const EMPTY: Self = Self(0);
    /// How many options a question may have.
    pub const MOST: usize = 32;

    /// The set of one option.
    #[must_use]
    pub fn of(option: OptionIx) -> Self {
        Self::EMPTY.with(option)
    }

    /// The set with the option added.
    #[must_use]
    pub fn with(self, option: OptionIx) -> Self {
        Self(self.0 | (1u32 << (option.0 % 32)))
    }

    /// The set with the option taken away.
    #[must_use]
    pub fn without(self, option: OptionIx) -> Self {
        Self(self.0 & !(1u32 << (option.0 % 32)))
    }

    /// Whether the option is in the set.
    #[must_use]
    pub fn has(self, option: OptionIx) -> bool {
        self.0 & (1u32 << (option.0 % 32)) != 0
    }

    /// Whether the two sets share an option.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The options that are in either set.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The options that are in this set and not in the other.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether no option is in the set.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many options are in the set.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The first option in the set, in the question's order.
    #[must_use]
    pub fn first(self) -> Option<OptionIx> {
        u8::try_from(self.0.trailing_zeros()).ok().filter(|place| *place < 32).map(OptionIx)
    }

    /// The options in the set, in the question's order.
    pub fn iter(self) -> impl Iterator<Item = OptionIx> {
        let mut left = self;
        core::iter::from_fn(move || {
            let first = left.first()?;
            left = left.without(first);
            Some(first)
        })
    }
}

packed!(tuple OptionSet);
