use super::{CauseIx, QuestionIx};

/// Makes a set of places in one of the rulebook's lists, at most 64 of them; may be empty.
macro_rules! place_set {
    ($name:ident, $place:ident, $what:literal) => {
        #[doc = concat!("A set of ", $what, ", at most 64 of them; may be empty.")]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name(u64);

        impl $name {
            /// The empty set.
            pub const EMPTY: Self = Self(0);
            /// How many of them a rulebook may have.
            pub const MOST: usize = 64;

            /// The set with one added.
            #[must_use]
            pub fn with(self, place: $place) -> Self {
                Self(self.0 | (1u64 << (place.0 % 64)))
            }

            /// The set with one taken away.
            #[must_use]
            pub fn without(self, place: $place) -> Self {
                Self(self.0 & !(1u64 << (place.0 % 64)))
            }

            /// Whether it is in the set.
            #[must_use]
            pub fn has(self, place: $place) -> bool {
                self.0 & (1u64 << (place.0 % 64)) != 0
            }

            /// Those that are in this set and not in the other.
            #[must_use]
            pub fn minus(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }

            /// How many are in the set.
            #[must_use]
            pub fn len(self) -> i32 {
                self.0.count_ones().cast_signed()
            }

            /// Whether nothing is in the set.
            #[must_use]
            pub fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Those in the set, in the rulebook's order.
            pub fn iter(self) -> impl Iterator<Item = $place> {
                let mut left = self.0;
                core::iter::from_fn(move || {
                    let place = left.trailing_zeros();
                    left &= left.wrapping_sub(1);
                    u8::try_from(place).ok().filter(|place| *place < 64).map($place)
                })
            }
        }
    };
}

place_set!(QuestionSet, QuestionIx, "questions");
place_set!(CauseSet, CauseIx, "causes");
