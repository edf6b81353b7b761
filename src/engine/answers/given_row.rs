use serde::Deserialize;

/// What was said to a row of the closing list, by name.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GivenRow {
    /// The question.
    pub question: String,
    /// The option that the row offers.
    pub answer: String,
    /// Whether it was ticked; `None` where the borrower does not know.
    #[serde(default)]
    pub holds: Option<bool>,
}
