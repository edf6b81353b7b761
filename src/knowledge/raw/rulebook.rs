use serde::Deserialize;

use crate::knowledge::problems::Problems;
use crate::knowledge::{Folder, Place};

use super::{Placed, parse, required};

const PATH: &str = "rulebook.toml";

/// `rulebook.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawRulebook {
    pub(in crate::knowledge) version: String,
    pub(in crate::knowledge) showing: Showing,
    pub(in crate::knowledge) clean: Clean,
    pub(in crate::knowledge) interview: Asking,
    pub(in crate::knowledge) amounts: Amounts,
    pub(in crate::knowledge) plan: PlanCosts,
    pub(in crate::knowledge) order: Vec<String>,
}

/// When a cause is shown, and with which word.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct Showing {
    pub(in crate::knowledge) threshold: String,
    pub(in crate::knowledge) moderate: String,
    pub(in crate::knowledge) strong: String,
    pub(in crate::knowledge) most_findings: u8,
    pub(in crate::knowledge) contradiction: String,
}

/// What a clean answer says for other causes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct Clean {
    pub(in crate::knowledge) weight: String,
    pub(in crate::knowledge) cap: String,
    pub(in crate::knowledge) outside_weight: String,
    pub(in crate::knowledge) outside_cap: String,
}

/// How long the interview goes on.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct Asking {
    pub(in crate::knowledge) most_screens: u8,
    pub(in crate::knowledge) least_gain: String,
    pub(in crate::knowledge) second_cause: String,
    pub(in crate::knowledge) row_effort: String,
    pub(in crate::knowledge) closing_rows: u8,
}

/// Bounds of amounts, in yuan.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct Amounts {
    pub(in crate::knowledge) most: String,
}

/// What effort costs, in points.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct PlanCosts {
    pub(in crate::knowledge) per_minute: String,
    pub(in crate::knowledge) per_yuan: String,
    pub(in crate::knowledge) per_wait_day: String,
    pub(in crate::knowledge) per_annoyance: String,
    pub(in crate::knowledge) risk_low: String,
    pub(in crate::knowledge) risk_high: String,
    pub(in crate::knowledge) most_steps: u8,
}

/// Reads the file; without it the rest is checked against an empty one.
pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Placed<RawRulebook> {
    let value = required(folder, PATH, problems).and_then(|text| parse(text, PATH, problems));
    Placed { place: Place::file(PATH), value: value.unwrap_or_default() }
}
