use serde::Deserialize;
use toml::value::Datetime;

use crate::engine::{Risk, Standing, Who};

use super::RawCondition;

/// A table of `remedies.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawRemedy {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) who: Who,
    #[serde(default)]
    pub(in crate::knowledge) fixes: Vec<RawFix>,
    pub(in crate::knowledge) minutes: u16,
    pub(in crate::knowledge) yuan: String,
    pub(in crate::knowledge) wait_days: u16,
    pub(in crate::knowledge) risk: Risk,
    pub(in crate::knowledge) annoyance: u8,
    pub(in crate::knowledge) touches_credit: bool,
    #[serde(default)]
    pub(in crate::knowledge) after: Vec<String>,
    #[serde(default)]
    pub(in crate::knowledge) conflicts: Vec<String>,
    #[serde(default)]
    pub(in crate::knowledge) when: Vec<RawCondition>,
    #[serde(default)]
    pub(in crate::knowledge) any_of: Vec<RawCondition>,
    #[serde(default)]
    pub(in crate::knowledge) unless: Vec<RawCondition>,
    #[serde(default)]
    pub(in crate::knowledge) standing: Standing,
    #[serde(default)]
    pub(in crate::knowledge) general: bool,
    #[serde(default)]
    pub(in crate::knowledge) call: Vec<String>,
    pub(in crate::knowledge) reviewed: Datetime,
    #[serde(default)]
    pub(in crate::knowledge) why: String,
    #[serde(default)]
    pub(in crate::knowledge) source: Vec<String>,
}

/// A cause that the remedy fixes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawFix {
    pub(in crate::knowledge) cause: String,
    pub(in crate::knowledge) likelihood: String,
}
