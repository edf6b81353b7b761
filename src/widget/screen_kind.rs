/// The kinds of screens that a borrower can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScreenKind {
    /// One or more questions of the interview.
    Question,
    /// The last look before the result.
    ClosingList,
    /// Reasons and steps.
    Result,
    /// The warning of fraud.
    StopScam,
    /// The list of answers.
    Review,
    /// What stands there when the program cannot run.
    Failure,
}

impl ScreenKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Question,
        Self::ClosingList,
        Self::Result,
        Self::StopScam,
        Self::Review,
        Self::Failure,
    ];

    /// The id, by which the kinds are told apart.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::ClosingList => crate::engine::CLOSING_LIST,
            _ => self.hook(),
        }
    }

    /// What stands in `data-screen` and is told to the page, for which the closing list is a question like the others.
    #[must_use]
    pub fn hook(self) -> &'static str {
        match self {
            Self::Question | Self::ClosingList => "question",
            Self::Result => "result",
            Self::StopScam => "stop-scam",
            Self::Review => "review",
            Self::Failure => "failure",
        }
    }

    /// Whether the interview ends there.
    #[must_use]
    pub fn is_end(self) -> bool {
        matches!(self, Self::Result | Self::StopScam)
    }
}
