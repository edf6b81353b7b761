use serde::Deserialize;
use toml::Spanned;

/// A rule that is switched off for one text, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Waiver {
    /// The rule's id.
    pub rule: String,
    /// The locale of the text.
    pub locale: String,
    /// The key of the text, and where it stands in the file.
    pub key: Spanned<String>,
    /// Why this text may be as it is.
    pub why: String,
}
