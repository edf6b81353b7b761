use super::packed::packed;

/// Makes a type for a place in one of the rulebook's lists, so that places cannot be mixed up.
macro_rules! index {
    ($name:ident, $what:literal) => {
        #[doc = concat!("The place of ", $what, ".")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        packed!(tuple $name);

        impl $name {
            /// The place as a list index.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }

            /// All places of a list of that length, in order; at most 255.
            pub fn all(length: usize) -> impl Iterator<Item = Self> {
                (0..length.min(255)).map(|place| Self(u8::try_from(place).unwrap_or(u8::MAX)))
            }
        }
    };
}

index!(CauseIx, "a cause in the rulebook");
index!(QuestionIx, "a question in the rulebook");
index!(OptionIx, "an option in its question");
index!(ScreenIx, "a screen in the rulebook");
index!(GroupIx, "an evidence group in the rulebook");
index!(RemedyIx, "a remedy in the rulebook");
index!(SourceIx, "a source in the rulebook");
