/// A kind of screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::ClosingList => "closing-list",
            Self::Result => "result",
            Self::StopScam => "stop-scam",
            Self::Review => "review",
            Self::Failure => "failure",
        }
    }

    /// The letter that its codes begin with.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Question => 'Q',
            Self::ClosingList => 'C',
            Self::Result => 'R',
            Self::StopScam => 'S',
            Self::Review => 'V',
            Self::Failure => 'F',
        }
    }

    /// The kind of that id.
    #[must_use]
    pub fn read(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}
