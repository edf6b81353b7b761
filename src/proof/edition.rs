use serde::Serialize;

use crate::engine::Rulebook;

/// Which rulebook it is.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Edition {
    /// Version, set by its authors.
    pub version: String,
    /// Hash of its rules.
    pub hash: String,
}

impl Edition {
    /// The edition of a rulebook.
    #[must_use]
    pub fn of(rulebook: &Rulebook) -> Self {
        Self { version: rulebook.version.clone(), hash: rulebook.hash.clone() }
    }
}
