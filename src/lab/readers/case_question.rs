use serde::{Deserialize, Serialize};

/// The choice of a reader who cannot tell; it is offered with every question and is never right.
///
/// # Design
///
/// Without it a reader who has understood nothing must guess, and a guess is right one time in four.
pub const CANNOT_TELL: &str = "cannot-tell";

/// One question about one case, with its choices in the order in which every reader sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseQuestion {
    /// The place of the case in the plan.
    pub case: usize,
    /// The place of the question in the plan.
    pub question: usize,
    /// Ids of causes, remedies or strengths, or the places of own choices; [`CANNOT_TELL`] stands last.
    pub choices: Vec<String>,
    /// The id of the right one.
    pub right: String,
}
