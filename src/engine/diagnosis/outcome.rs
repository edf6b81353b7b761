/// What the result page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Signs of fraud or of a taken-over account: only that warning and whom to call.
    StopScam,
    /// One to four reasons.
    Findings,
    /// Too little is known; safe general steps.
    NotEnoughKnown,
}

impl Outcome {
    /// The id, as on the page and in the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::StopScam => "stop-scam",
            Self::Findings => "findings",
            Self::NotEnoughKnown => "not-enough-known",
        }
    }
}
