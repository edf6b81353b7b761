use strum::{IntoStaticStr, VariantNames};

use crate::lab::readers::{Setup, SetupFault};

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The place, as in `sessions[2].steps[0]`; empty for the file as a whole.
    pub place: String,
    /// What is wrong there.
    pub what: Wrong,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Wrong {
    /// It is larger than so many bytes.
    TooLarge(usize),
    /// It is not JSON from this line on.
    NotJson(usize),
    /// It is JSON of another kind.
    OtherFormat,
    /// It was written by a newer lab, in this version of the format.
    Newer(u64),
    /// A field is missing, unknown or of another type, in the words of the library that reads it.
    Shape(String),
    /// It cannot stand here: an id, a day, a code or a version that the test does not give.
    NotPossible(String),
    /// It stands here twice.
    Twice(String),
    /// It belongs to another test.
    OtherTest,
    /// The test is set up wrongly.
    Setup(SetupFault),
}

impl FileFault {
    pub(super) fn new(place: impl Into<String>, what: Wrong) -> Self {
        Self { place: place.into(), what }
    }

    pub(super) fn not_possible(place: impl Into<String>, given: impl ToString) -> Self {
        Self::new(place, Wrong::NotPossible(given.to_string()))
    }

    /// The same fault, of something that stands at this place of a file.
    pub(super) fn within(self, place: &str) -> Self {
        let dot = if self.place.is_empty() { "" } else { "." };
        Self { place: [place, dot, &self.place].concat(), ..self }
    }
}

impl Wrong {
    /// The id, for the texts that explain it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// What it names, in at most 300 characters of whatever the file says; empty where it names nothing, and for a
    /// setup, which names it itself.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::TooLarge(count) | Self::NotJson(count) => count.to_string(),
            Self::Newer(version) => version.to_string(),
            Self::Shape(name) | Self::NotPossible(name) | Self::Twice(name) => {
                name.chars().take(Setup::LONGEST_LINE).collect()
            }
            Self::OtherFormat | Self::OtherTest | Self::Setup(_) => String::new(),
        }
    }
}
