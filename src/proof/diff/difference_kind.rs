use serde::Serialize;

/// A way in which two rulebooks can treat the same borrower differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// The result is about something else: reasons, too little known, or fraud.
    Outcome,
    /// Another reason stands first, or one where there was none.
    FirstReason,
    /// Other reasons are shown, in another order, or folded into each other otherwise.
    Reasons,
    /// A reason that is shown by both has another strength word, or another "about equally likely".
    Strength,
    /// Another step stands first.
    FirstStep,
    /// The plan has other steps or another order.
    Plan,
    /// A sentence of the result that is read in both says something else.
    Text,
    /// The interview asks other questions, or a different number of screens.
    Asked,
    /// A question that is asked in both is worded otherwise.
    AskedText,
    /// Another reason stands first where the asking stops.
    FirstAtStop,
}

impl DifferenceKind {
    /// Every kind, in the order of the report.
    pub const ALL: [Self; 10] = [
        Self::Outcome,
        Self::FirstReason,
        Self::Reasons,
        Self::Strength,
        Self::FirstStep,
        Self::Plan,
        Self::Text,
        Self::Asked,
        Self::AskedText,
        Self::FirstAtStop,
    ];

    /// The id, as in the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::FirstReason => "first-reason",
            Self::Reasons => "reasons",
            Self::Strength => "strength",
            Self::FirstStep => "first-step",
            Self::Plan => "plan",
            Self::Text => "text",
            Self::Asked => "asked",
            Self::AskedText => "asked-text",
            Self::FirstAtStop => "first-at-stop",
        }
    }

    /// What the borrowers of this kind meet, for people.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Outcome => "another outcome",
            Self::FirstReason => "another first reason",
            Self::Reasons => "other reasons or another order",
            Self::Strength => "another strength word",
            Self::FirstStep => "another first step",
            Self::Plan => "another plan",
            Self::Text => "another text in the result",
            Self::Asked => "other questions or screens asked",
            Self::AskedText => "another text in a question",
            Self::FirstAtStop => "another first reason when the asking stops",
        }
    }

    /// Whether it is about the interview, and not about the result of complete answers.
    #[must_use]
    pub fn is_of_the_interview(self) -> bool {
        matches!(self, Self::Asked | Self::AskedText | Self::FirstAtStop)
    }

    /// Its place in [`DifferenceKind::ALL`].
    pub(super) fn at(self) -> usize {
        self as usize
    }
}
