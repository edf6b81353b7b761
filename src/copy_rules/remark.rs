use crate::knowledge::Severity;

/// What a rule says of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The rule's id.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// Why the rule is there.
    pub why: String,
    /// The same in Chinese.
    pub why_chinese: String,
    /// The words of the text that it is about, or a measure such as `52 characters`.
    pub found: String,
    /// What to write in their place, where the rule knows.
    pub instead: Option<String>,
}
