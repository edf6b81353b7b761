use core::fmt;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
    entries: Vec<EntryOf>,
    done: Vec<DraftStep>,
    undone: Vec<DraftStep>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryOf {
    subject: DraftSubject,
    entry: DraftEntry,
}

/// What every version says of itself.
#[derive(Deserialize)]
struct Mark {
    format: String,
    version: u64,
}

/// What has to be known before a draft is kept in place of another.
#[derive(Deserialize)]
struct Revision {
    revision: u64,
}

/// A draft as JSON, to be kept or given to somebody.
#[must_use]
pub fn write_draft(draft: &Draft) -> String {
    let entries = draft.entries.iter();
    let entries =
        entries.map(|(subject, entry)| EntryOf { subject: subject.clone(), entry: entry.clone() });
    let file = DraftFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: draft.name.clone(),
        base: draft.base.clone(),
        revision: draft.revision,
        entries: entries.collect(),
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
    let mark: Mark = serde_json::from_str(text).map_err(|_| DraftFault::NotADraft)?;
    if mark.format != FORMAT {
        return Err(DraftFault::NotADraft);
    }
    if mark.version != VERSION {
        return Err(DraftFault::OtherVersion(mark.version));
    }
    let file: DraftFile =
        serde_json::from_str(text).map_err(|error| DraftFault::Damaged(error.to_string()))?;
    checked(file).map_err(DraftFault::Damaged)
}

/// The revision of a draft in JSON; nothing for what is none.
pub(super) fn revision(text: &str) -> Option<u64> {
    let kept: Revision = serde_json::from_str(text).ok()?;
    Some(kept.revision)
}

fn checked(file: DraftFile) -> Result<Draft, String> {
    if draft_name(&file.name).as_ref() != Some(&file.name) {
        return Err("`name` is no name of a draft".to_owned());
    }
    let mut entries = BTreeMap::new();
    for EntryOf { subject, entry } in file.entries {
        if !subject.is_well_formed() {
            return Err(format!("`{}` is no key of a sentence", subject.key()));
        }
        if let Some((twice, _)) = entries.insert(subject.clone(), entry).map(|old| (subject, old)) {
            return Err(format!("`{}` is there twice", twice.key()));
        }
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
