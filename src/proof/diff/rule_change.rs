use serde::Serialize;

use super::ledger::{Ledger, LedgerEntry};

/// One thing that was changed in the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleChange {
    /// What it is about: `question`, `option`, `screen`, `group`, `cause`, `remedy`, `source` or `rulebook`.
    pub kind: &'static str,
    /// Its id; an option is named with its question.
    pub id: String,
    /// What was done to it.
    #[serde(flatten)]
    pub edit: Edit,
}

/// What was done to a thing of the rulebook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum Edit {
    /// It is in NEW only.
    Added,
    /// It is in OLD only.
    Removed,
    /// It stands elsewhere in the order, which decides ties; the neighbours are the ones that both have.
    Moved {
        /// The id before it in OLD; none where it was first.
        old: Option<String>,
        /// The id before it in NEW; none where it is first.
        new: Option<String>,
    },
    /// A setting has another value.
    Set {
        /// Its name, as in the knowledge files.
        setting: String,
        /// The value in OLD; none where it was not set.
        old: Option<String>,
        /// The value in NEW; none where it is not set.
        new: Option<String>,
    },
}

/// What makes one ledger of the other.
pub(super) fn changes(old: &Ledger, new: &Ledger) -> Vec<RuleChange> {
    let mut changes = Vec::new();
    let push = |changes: &mut Vec<RuleChange>, entry: &LedgerEntry, edit| {
        changes.push(RuleChange { kind: entry.kind, id: entry.id.clone(), edit });
    };
    for entry in old {
        match find(new, entry.kind, &entry.id) {
            Some(other) => {
                for edit in settings(entry, other) {
                    push(&mut changes, entry, edit);
                }
            }
            None if has_question(new, entry) => push(&mut changes, entry, Edit::Removed),
            None => {}
        }
    }
    for entry in new {
        if find(old, entry.kind, &entry.id).is_none() && has_question(old, entry) {
            push(&mut changes, entry, Edit::Added);
        }
    }
    for kind in ["question", "option", "screen", "group", "cause", "remedy", "source"] {
        changes.extend(moved(kind, old, new));
    }
    changes
}

fn find<'a>(ledger: &'a Ledger, kind: &str, id: &str) -> Option<&'a LedgerEntry> {
    ledger.iter().find(|entry| entry.kind == kind && entry.id == id)
}

/// The options of a question that came or went are not counted one by one.
fn has_question(ledger: &Ledger, entry: &LedgerEntry) -> bool {
    entry.of.as_ref().is_none_or(|question| find(ledger, "question", question).is_some())
}

fn settings(old: &LedgerEntry, new: &LedgerEntry) -> Vec<Edit> {
    let value = |entry: &LedgerEntry, name: &str| {
        entry.settings.iter().find(|(other, _)| other == name).map(|(_, value)| value.clone())
    };
    let only_new = new.settings.iter().filter(|(name, _)| value(old, name).is_none());
    let mut edits = Vec::new();
    for (name, _) in old.settings.iter().chain(only_new) {
        let (before, after) = (value(old, name), value(new, name));
        if before != after {
            edits.push(Edit::Set { setting: name.clone(), old: before, new: after });
        }
    }
    edits
}

/// The fewest things whose moving makes one order of the other.
fn moved(kind: &'static str, old: &Ledger, new: &Ledger) -> Vec<RuleChange> {
    let order = |ledger: &Ledger, other: &Ledger| -> Vec<String> {
        let of_kind = ledger.iter().filter(|entry| entry.kind == kind);
        of_kind
            .filter(|entry| find(other, kind, &entry.id).is_some())
            .map(|entry| entry.id.clone())
            .collect()
    };
    let (before, after) = (order(old, new), order(new, old));
    let place = |id: &String| before.iter().position(|other| other == id).unwrap_or(0);
    let places: Vec<usize> = after.iter().map(place).collect();
    let kept = longest_rising(&places);
    let neighbour = |ids: &[String], at: usize| at.checked_sub(1).map(|at| ids[at].clone());
    (0..after.len())
        .filter(|at| !kept.contains(at))
        .map(|at| {
            let edit =
                Edit::Moved { old: neighbour(&before, places[at]), new: neighbour(&after, at) };
            RuleChange { kind, id: after[at].clone(), edit }
        })
        .collect()
}

/// Where a longest rising part of the numbers stands.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    // For each place the length of the longest part that ends there, and the place before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let before = (0..at).filter(|before| numbers[*before] < *number);
        let longest = before.max_by_key(|before| best[*before].0);
        best.push((longest.map_or(0, |before| best[before].0) + 1, longest));
    }
    let mut next = (0..numbers.len()).max_by_key(|at| best[*at].0);
    let mut places = Vec::new();
    while let Some(at) = next {
        places.push(at);
        next = best[at].1;
    }
    places
}
