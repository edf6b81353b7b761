/// What is asked of a reader about a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestQuestion {
    /// The reason, the first step or the strength; the right answer is reckoned by the engine.
    Reckoned {
        /// Which of them.
        kind: TestQuestionKind,
        /// The question as the reader sees it.
        ask: String,
    },
    /// A question of the team's own.
    Own(OwnQuestion),
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TestQuestionKind {
    /// What is the reason? Right is the first reason.
    Reason,
    /// What do you do first? Right is the first step.
    FirstStep,
    /// How sure is it? Right is the strength of the first reason.
    Strength,
    /// The team's own.
    Own,
}

/// A single choice of the team's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnQuestion {
    /// The question as the reader sees it.
    pub ask: String,
    /// The case that it is about; `None` is every case.
    pub case: Option<String>,
    /// The choices as the reader sees them, in this order; 2 to 8.
    pub choices: Vec<String>,
    /// The place of the right one among them.
    pub right: usize,
}

impl TestQuestion {
    /// What it is about.
    #[must_use]
    pub fn kind(&self) -> TestQuestionKind {
        match self {
            Self::Reckoned { kind, .. } => *kind,
            Self::Own(_) => TestQuestionKind::Own,
        }
    }

    /// The question as the reader sees it.
    #[must_use]
    pub fn ask(&self) -> &str {
        match self {
            Self::Reckoned { ask, .. } => ask,
            Self::Own(own) => &own.ask,
        }
    }
}

impl TestQuestionKind {
    /// Every kind, in the order of a report.
    pub const ALL: [Self; 4] = [Self::Reason, Self::FirstStep, Self::Strength, Self::Own];

    /// The id, as in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::FirstStep => "first-step",
            Self::Strength => "strength",
            Self::Own => "own",
        }
    }
}
