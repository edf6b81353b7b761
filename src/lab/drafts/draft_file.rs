use core::fmt;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Deserializer, Value};

use super::draft::{Draft, DraftEntry, draft_name};
use super::draft_step::DraftStep;
use super::draft_subject::DraftSubject;
use super::wish::Wish;

/// What marks the JSON of a draft.
const FORMAT: &str = "loan-checkup-lab.draft";
/// The version of it.
const VERSION: u64 = 1;

/// Why a text is not a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftFault {
    /// It is something else.
    NotADraft,
    /// It is a draft of a version that this program does not know.
    OtherVersion(u64),
    /// It is a draft, but something in it is not as it was written.
    Damaged(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftFile {
    format: String,
    version: u64,
    name: String,
    base: String,
    revision: u64,
    entries: Vec<EntryFile>,
    done: Vec<DraftStep>,
    undone: Vec<DraftStep>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryFile {
    subject: DraftSubject,
    entry: DraftEntry,
}

/// A draft as JSON, to be kept or given to somebody.
#[must_use]
pub fn write_draft(draft: &Draft) -> String {
    let entry = |(subject, entry): (&DraftSubject, &DraftEntry)| EntryFile {
        subject: subject.clone(),
        entry: entry.clone(),
    };
    let file = DraftFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: draft.name.clone(),
        base: draft.base.clone(),
        revision: draft.revision,
        entries: draft.entries.iter().map(entry).collect(),
        done: draft.done.clone(),
        undone: draft.undone.clone(),
    };
    serde_json::to_string(&file).expect("texts, numbers and lists of them are JSON")
}

/// Reads what [`write_draft`] wrote.
///
/// # Errors
///
/// A [`DraftFault`] for anything else: every field must be there and no other, every name must be one that can stand
/// in the files, and the steps must lead to what the draft says.
pub fn read_draft(text: &str) -> Result<Draft, DraftFault> {
    let value: Value = serde_json::from_str(text).map_err(|_| DraftFault::NotADraft)?;
    match value["version"].as_u64() {
        _ if value["format"] != FORMAT => return Err(DraftFault::NotADraft),
        None => return Err(DraftFault::NotADraft),
        Some(VERSION) => {}
        Some(other) => return Err(DraftFault::OtherVersion(other)),
    }
    let file = serde_path_to_error::deserialize(&mut Deserializer::from_str(text));
    let file = file.map_err(|error| DraftFault::Damaged(error.to_string()))?;
    checked(file).map_err(DraftFault::Damaged)
}

/// The revision of a draft in JSON, which has to be known before another is kept in its place; nothing for what is none.
pub(super) fn revision(text: &str) -> Option<u64> {
    serde_json::from_str::<Value>(text).ok()?["revision"].as_u64()
}

fn checked(file: DraftFile) -> Result<Draft, String> {
    if draft_name(&file.name).as_ref() != Some(&file.name) {
        return Err("`name` is no name of a draft".to_owned());
    }
    let mut entries = BTreeMap::new();
    for EntryFile { subject, entry } in file.entries {
        if !subject.is_well_formed() {
            return Err(format!("`{}` is no key of a sentence", subject.key()));
        }
        if entries.contains_key(&subject) {
            return Err(format!("`{}` is there twice", subject.key()));
        }
        entries.insert(subject, entry);
    }
    check_steps(&entries, file.done.iter().rev().map(|step| (step, &step.to, &step.from)))?;
    check_steps(&entries, file.undone.iter().rev().map(|step| (step, &step.from, &step.to)))?;
    Ok(Draft {
        name: file.name,
        base: file.base,
        revision: file.revision,
        entries,
        done: file.done,
        undone: file.undone,
        is_open: false,
    })
}

/// Goes through steps, each with what is there and what is there after it, from what the draft says.
fn check_steps<'a>(
    entries: &'a BTreeMap<DraftSubject, DraftEntry>,
    steps: impl Iterator<Item = (&'a DraftStep, &'a Wish, &'a Wish)>,
) -> Result<(), String> {
    let mut now: BTreeMap<&DraftSubject, &Wish> =
        entries.iter().map(|(subject, entry)| (subject, &entry.now)).collect();
    for (step, before, after) in steps {
        let there = now.get_mut(&step.subject).filter(|there| **there == before);
        *there.ok_or_else(|| format!("a step of `{}` does not fit", step.subject.key()))? = after;
    }
    Ok(())
}

impl fmt::Display for DraftFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotADraft => f.write_str("not a draft of the wording lab"),
            Self::OtherVersion(version) => write!(f, "a draft of version {version}"),
            Self::Damaged(what) => write!(f, "a damaged draft: {what}"),
        }
    }
}
