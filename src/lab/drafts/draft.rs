use core::mem::replace;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::baseline::Baseline;
use super::draft_change::DraftChange;
use super::draft_step::DraftStep;
use super::draft_subject::DraftSubject;
use super::wish::Wish;

/// The most steps that can be taken back; older ones stay made.
const MOST_STEPS: usize = 500;
/// The most characters of a name.
const LONGEST_NAME: usize = 80;

/// One team's version of the wording: what it changed, step by step, over what was shipped.
///
/// A draft stays whole when it is opened over a newer folder: it holds its own sentences and what was shipped when
/// they were touched first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub(super) name: String,
    /// Names the folder over which it was begun.
    pub(super) base: String,
    /// Rises each time when it is kept, so that two tabs find out about each other.
    pub(super) revision: u64,
    pub(super) entries: BTreeMap<DraftSubject, DraftEntry>,
    pub(super) done: Vec<DraftStep>,
    pub(super) undone: Vec<DraftStep>,
    /// Whether more typing in the same sentence belongs to the last step.
    pub(super) is_open: bool,
}

/// What a draft says of one sentence or waiver that it touched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftEntry {
    /// What was shipped when the draft left it, or when the team last looked.
    pub(super) shipped: Option<String>,
    /// What the draft wants.
    pub(super) now: Wish,
}

/// A name for a draft, tidied up: blanks at its ends go, control characters become blanks. Nothing for a text that
/// is empty then or has more than 80 characters.
#[must_use]
pub fn draft_name(text: &str) -> Option<String> {
    let name: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = name.trim();
    let is_fit = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    is_fit.then(|| name.to_owned())
}

impl Draft {
    /// A draft in which nothing is changed. The name is used as it is: see [`draft_name`].
    #[must_use]
    pub fn new(name: String, baseline: &Baseline) -> Self {
        Self {
            name,
            base: baseline.fingerprint().to_owned(),
            revision: 0,
            entries: BTreeMap::new(),
            done: Vec::new(),
            undone: Vec::new(),
            is_open: false,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Gives it another name; this is no step. The name is used as it is: see [`draft_name`].
    pub fn rename(&mut self, name: String) {
        self.name = name;
    }

    /// How often it was kept.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The sentence or reason as the draft wants it; nothing where there is to be none.
    #[must_use]
    pub fn value<'a>(&'a self, baseline: &'a Baseline, subject: &DraftSubject) -> Option<&'a str> {
        let shipped = baseline.value(subject);
        self.entries.get(subject).map_or(shipped, |entry| entry.now.over(shipped))
    }

    /// Puts a sentence or the reason of a waiver; nothing takes it out. Whether that changed anything.
    ///
    /// Typing in one sentence is one step as long as the text only grows or only shrinks, by a few words at most, and
    /// nothing else happens.
    pub fn set(&mut self, baseline: &Baseline, subject: &DraftSubject, to: Option<&str>) -> bool {
        let shipped = baseline.value(subject);
        let to = Wish::of(to, shipped);
        let entry = self.entries.entry(subject.clone()).or_insert_with(|| DraftEntry {
            shipped: shipped.map(str::to_owned),
            now: Wish::AsShipped,
        });
        if entry.now == to {
            return false;
        }
        if entry.now == Wish::AsShipped {
            entry.shipped = shipped.map(str::to_owned);
        }
        let from = replace(&mut entry.now, to.clone());
        let step = DraftStep { subject: subject.clone(), from, to };
        self.undone.clear();
        match self.done.last_mut().filter(|last| self.is_open && last.goes_on(&step, shipped)) {
            Some(last) => last.to = step.to,
            None => self.done.push(step),
        }
        if self.done.len() > MOST_STEPS {
            self.done.remove(0);
        }
        self.is_open = true;
        true
    }

    /// Ends a step: what is typed next is another one.
    pub fn close_step(&mut self) {
        self.is_open = false;
    }

    /// Takes what is shipped in place of the draft's own; this is a step. Whether that changed anything.
    pub fn reset(&mut self, baseline: &Baseline, subject: &DraftSubject) -> bool {
        self.close_step();
        let is_changed = self.set(baseline, subject, baseline.value(subject));
        self.close_step();
        is_changed
    }

    /// Takes the last step back. The sentence or waiver that it was about; nothing where there is no step.
    pub fn undo(&mut self) -> Option<DraftSubject> {
        self.close_step();
        let step = self.done.pop()?;
        self.put(&step.subject, &step.from);
        let subject = step.subject.clone();
        self.undone.push(step);
        Some(subject)
    }

    /// Makes the step again that was taken back last. The sentence or waiver that it is about.
    pub fn redo(&mut self) -> Option<DraftSubject> {
        self.close_step();
        let step = self.undone.pop()?;
        self.put(&step.subject, &step.to);
        let subject = step.subject.clone();
        self.done.push(step);
        Some(subject)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// What is other than shipped, in the order of kinds, locales and keys.
    #[must_use]
    pub fn changes(&self, baseline: &Baseline) -> Vec<DraftChange> {
        let changes = self.entries.keys().map(|subject| DraftChange {
            subject: subject.clone(),
            from: baseline.value(subject).map(str::to_owned),
            to: self.value(baseline, subject).map(str::to_owned),
        });
        changes.filter(|change| change.from != change.to).collect()
    }

    /// The changes whose shipped text has become another one since they were made: in `from` what was shipped
    /// then, in `to` what is shipped now.
    #[must_use]
    pub fn stale(&self, baseline: &Baseline) -> Vec<DraftChange> {
        let of = |change: DraftChange| {
            let then = &self.entries.get(&change.subject)?.shipped;
            let is_stale = *then != change.from;
            let to = change.from;
            is_stale.then(|| DraftChange { subject: change.subject, from: then.clone(), to })
        };
        self.changes(baseline).into_iter().filter_map(of).collect()
    }

    /// Notes that the team has seen what is shipped by now and keeps its own; this is no step.
    pub fn keep_own(&mut self, baseline: &Baseline, subject: &DraftSubject) {
        if let Some(entry) = self.entries.get_mut(subject) {
            entry.shipped = baseline.value(subject).map(str::to_owned);
        }
    }

    fn put(&mut self, subject: &DraftSubject, to: &Wish) {
        if let Some(entry) = self.entries.get_mut(subject) {
            entry.now = to.clone();
        }
    }
}
