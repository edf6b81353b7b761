use serde::{Deserialize, Serialize};
use strum::{EnumDiscriminants, IntoStaticStr, VariantNames};

/// What is asked of a reader about a case. The right answer is reckoned by the engine, but for the team's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, EnumDiscriminants)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
#[strum_discriminants(
    name(TestQuestionKind),
    doc = "What a question of a test is about, in the order of a report.",
    derive(PartialOrd, Ord, Hash, IntoStaticStr, VariantNames),
    strum(serialize_all = "kebab-case")
)]
pub enum TestQuestion {
    /// What is the reason? Right is the first reason.
    Reason {
        /// The question as the reader sees it.
        ask: String,
    },
    /// What do you do first? Right is the first step.
    FirstStep {
        /// The question as the reader sees it.
        ask: String,
    },
    /// How sure is it? Right is the strength of the first reason.
    Strength {
        /// The question as the reader sees it.
        ask: String,
    },
    /// The team's own.
    Own(OwnQuestion),
}

/// A single choice of the team's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnQuestion {
    /// The question as the reader sees it.
    pub ask: String,
    /// The case that it is about; `None` is every case.
    // Must be there even where it says nothing.
    #[serde(deserialize_with = "Option::deserialize")]
    pub case: Option<String>,
    /// The choices as the reader sees them, in this order; 2 to 8.
    pub choices: Vec<String>,
    /// The place of the right one among them.
    pub right: usize,
}

impl TestQuestion {
    /// A question of this kind; one of the team's own begins with two empty choices.
    #[must_use]
    pub fn new(kind: TestQuestionKind, ask: String) -> Self {
        match kind {
            TestQuestionKind::Reason => Self::Reason { ask },
            TestQuestionKind::FirstStep => Self::FirstStep { ask },
            TestQuestionKind::Strength => Self::Strength { ask },
            TestQuestionKind::Own => {
                let choices = vec![String::new(); 2];
                Self::Own(OwnQuestion { ask, case: None, choices, right: 0 })
            }
        }
    }

    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> TestQuestionKind {
        self.into()
    }

    /// The question as the reader sees it.
    #[must_use]
    pub fn ask(&self) -> &str {
        match self {
            Self::Reason { ask } | Self::FirstStep { ask } | Self::Strength { ask } => ask,
            Self::Own(own) => &own.ask,
        }
    }

    /// The question as the reader sees it, to be changed.
    pub fn ask_mut(&mut self) -> &mut String {
        match self {
            Self::Reason { ask } | Self::FirstStep { ask } | Self::Strength { ask } => ask,
            Self::Own(own) => &mut own.ask,
        }
    }

    /// The team's own question, if it is one.
    #[must_use]
    pub fn own(&self) -> Option<&OwnQuestion> {
        if let Self::Own(own) = self { Some(own) } else { None }
    }
}

impl TestQuestionKind {
    /// The id, as in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}
