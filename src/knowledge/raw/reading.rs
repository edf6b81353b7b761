use serde::Deserialize;

use crate::knowledge::reading::{Decides, Word};

/// A table of `readings.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawReading {
    pub(in crate::knowledge) cause: String,
    pub(in crate::knowledge) question: String,
    pub(in crate::knowledge) option: String,
    pub(in crate::knowledge) says: Word,
    #[serde(default)]
    pub(in crate::knowledge) general: bool,
    pub(in crate::knowledge) decides: Option<Decides>,
    /// On what it rests; for the reviewer.
    #[serde(default)]
    pub(in crate::knowledge) basis: String,
}
