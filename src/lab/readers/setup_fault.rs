use strum::{IntoStaticStr, VariantNames};

/// Why a test cannot be made as it is set up.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum SetupFault {
    /// The title is empty or too long.
    Title,
    /// There is no wording of that locale.
    Locale,
    /// Fewer or more versions than can be compared.
    Versions,
    /// A version has no name, or too long a one.
    VersionName,
    /// Two versions have this name.
    SameName(String),
    /// These two versions say the same.
    SameTexts(String, String),
    /// No case, or too many.
    Cases,
    /// The case lacks a name or a title, or a text of it is too long.
    CaseText(String),
    /// The case is chosen twice.
    SameCase(String),
    /// The rulebook does not know an answer of the case.
    Answers(String),
    /// No question, or too many.
    Questions,
    /// The question with this number, counted from 1, is empty, too long, or has no right choice.
    Question(usize),
    /// The choice for those who cannot tell has no words.
    CannotTell,
    /// None of the questions can be asked about this case.
    NothingAsked(String),
    /// A version's text of this key cannot be used.
    Text(String),
}

impl SetupFault {
    /// The id, for the texts that explain it.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.into()
    }

    /// What it names, and what else; empty where it names nothing.
    #[must_use]
    pub fn names(&self) -> (String, String) {
        match self {
            Self::SameName(name)
            | Self::CaseText(name)
            | Self::SameCase(name)
            | Self::Answers(name)
            | Self::NothingAsked(name)
            | Self::Text(name) => (name.clone(), String::new()),
            Self::SameTexts(one, other) => (one.clone(), other.clone()),
            Self::Question(number) => (number.to_string(), String::new()),
            Self::Title
            | Self::Locale
            | Self::Versions
            | Self::VersionName
            | Self::Cases
            | Self::Questions
            | Self::CannotTell => Default::default(),
        }
    }
}
