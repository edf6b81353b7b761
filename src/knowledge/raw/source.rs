use serde::Deserialize;
use toml::value::Datetime;

use crate::engine::Trust;

/// A table of `sources.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawSource {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) publisher: String,
    pub(in crate::knowledge) title: String,
    pub(in crate::knowledge) date: String,
    pub(in crate::knowledge) trust: Trust,
    /// Where the text was read; kept for reviewers, never shown to a borrower.
    #[serde(rename = "address")]
    pub(in crate::knowledge) _address: String,
    pub(in crate::knowledge) reviewed: Datetime,
    pub(in crate::knowledge) review_by: Datetime,
}
