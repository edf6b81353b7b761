use serde::Serialize;

/// A sentence that was changed, added or taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Sentence {
    /// The locale; none for what the rulebook itself says, such as the minutes of a step.
    pub locale: Option<String>,
    /// Its key: `<kind>.<id>.<slot>`.
    pub key: String,
    /// The text in OLD, placeholders filled with their defaults; none where OLD has none.
    pub old: Option<String>,
    /// The text in NEW; none where NEW has none.
    pub new: Option<String>,
}
