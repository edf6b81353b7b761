use std::collections::BTreeMap;

use serde::Deserialize;
use toml::value::Datetime;
use toml::{Spanned, Value};

use crate::engine::ShownOn;
use crate::knowledge::problems::Problems;
use crate::knowledge::{Folder, Place, ProblemCode};

use super::{Placed, RawCondition, entry, parse};

/// A file of `causes/`, its rows read one by one.
#[derive(Clone, Debug)]
pub(in crate::knowledge) struct RawCause {
    pub(in crate::knowledge) id: String,
    pub(in crate::knowledge) shown_on: ShownOn,
    pub(in crate::knowledge) always_last: bool,
    pub(in crate::knowledge) stops: bool,
    pub(in crate::knowledge) may_trigger: Vec<String>,
    pub(in crate::knowledge) why: String,
    pub(in crate::knowledge) source: Vec<String>,
    pub(in crate::knowledge) prior: BTreeMap<String, String>,
    pub(in crate::knowledge) evidence: Vec<Placed<RawEvidence>>,
    pub(in crate::knowledge) settles: Vec<Placed<RawHardFact>>,
    pub(in crate::knowledge) rules_out: Vec<Placed<RawHardFact>>,
}

/// A file of `causes/` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CauseFile {
    id: String,
    shown_on: ShownOn,
    #[serde(default)]
    always_last: bool,
    #[serde(default)]
    stops: bool,
    #[serde(default)]
    may_trigger: Vec<String>,
    #[serde(default)]
    why: String,
    #[serde(default)]
    source: Vec<String>,
    #[serde(default)]
    prior: BTreeMap<String, String>,
    #[serde(default)]
    evidence: Vec<Spanned<Value>>,
    #[serde(default)]
    settles: Vec<Spanned<Value>>,
    #[serde(default)]
    rules_out: Vec<Spanned<Value>>,
}

/// A weight.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawEvidence {
    pub(in crate::knowledge) question: String,
    pub(in crate::knowledge) option: String,
    pub(in crate::knowledge) weight: String,
    #[serde(default)]
    pub(in crate::knowledge) general: bool,
    pub(in crate::knowledge) valid_from: Option<Datetime>,
    pub(in crate::knowledge) valid_until: Option<Datetime>,
    #[serde(default)]
    pub(in crate::knowledge) why: String,
    #[serde(default)]
    pub(in crate::knowledge) source: Vec<String>,
}

/// A fact that settles the cause or rules it out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::knowledge) struct RawHardFact {
    pub(in crate::knowledge) question: String,
    pub(in crate::knowledge) option: String,
    #[serde(default)]
    pub(in crate::knowledge) when: Vec<RawCondition>,
    #[serde(default)]
    pub(in crate::knowledge) unless: Vec<RawCondition>,
    #[serde(default)]
    pub(in crate::knowledge) why: String,
    #[serde(default)]
    pub(in crate::knowledge) source: Vec<String>,
}

/// Reads every file of `causes/`.
pub(super) fn read(folder: &Folder, problems: &mut Problems) -> Vec<Placed<RawCause>> {
    let mut causes = Vec::new();
    for (path, name, text) in folder.below("causes") {
        let Some(file) = parse::<CauseFile>(text, path, problems) else { continue };
        let place = Place::file(path);
        if file.id != name {
            let message = format!("the file is named `{name}` and holds `{}`", file.id);
            problems.add(ProblemCode::WrongFileName, &place, message);
        }
        let mut facts = |rows: Vec<Spanned<Value>>| {
            rows.into_iter().filter_map(|row| entry(row, text, path, problems)).collect()
        };
        let settles = facts(file.settles);
        let rules_out = facts(file.rules_out);
        let evidence =
            file.evidence.into_iter().filter_map(|row| entry(row, text, path, problems)).collect();
        let value = RawCause {
            id: file.id,
            shown_on: file.shown_on,
            always_last: file.always_last,
            stops: file.stops,
            may_trigger: file.may_trigger,
            why: file.why,
            source: file.source,
            prior: file.prior,
            evidence,
            settles,
            rules_out,
        };
        causes.push(Placed { place, value });
    }
    causes
}
