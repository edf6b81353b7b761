use core::fmt;

use strum::{IntoStaticStr, VariantNames};

use crate::lab::readers::SetupFault;

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place, as in `sessions[2].steps[0].choice`; empty for the file as a whole.
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
    /// This field is missing.
    Missing(&'static str),
    /// Nobody knows this field.
    Unknown(String),
    /// It should be of this type.
    NotA(&'static str),
    /// A text is longer than so many characters.
    TooLong(usize),
    /// A list is longer than so many entries.
    TooMany(usize),
    /// A number lies outside these bounds.
    OutOfRange(u64, u64),
    /// It cannot stand here: an id, a day, a code or a version that the test does not give.
    NotPossible(String),
    /// It stands here twice.
    Twice(String),
    /// It belongs to another test.
    OtherTest,
    /// The test is set up wrongly.
    Setup(SetupFault),
}

impl Fault {
    pub(super) fn new(place: &str, what: Wrong) -> Self {
        Self { place: place.to_owned(), what }
    }
}

impl Wrong {
    /// The id, for the texts that explain it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// What it names; empty where it names nothing.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::TooLarge(count)
            | Self::NotJson(count)
            | Self::TooLong(count)
            | Self::TooMany(count) => count.to_string(),
            Self::Newer(version) => version.to_string(),
            Self::Missing(name) | Self::NotA(name) => (*name).to_owned(),
            Self::Unknown(name) | Self::NotPossible(name) | Self::Twice(name) => name.clone(),
            Self::OutOfRange(least, most) => format!("{least} - {most}"),
            Self::OtherFormat | Self::OtherTest => String::new(),
            Self::Setup(fault) => fault.to_string(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { "the file" } else { &self.place };
        match (self.what.id(), self.what.name()) {
            (id, name) if name.is_empty() => write!(f, "{place}: {id}"),
            (id, name) => write!(f, "{place}: {id} `{name}`"),
        }
    }
}
