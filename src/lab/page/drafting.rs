use std::collections::BTreeSet;
use std::rc::Rc;

use toml::Spanned;

use crate::copy_rules::{CopyRules, Waiver};
use crate::lab::Edited;
use crate::lab::drafts::{
    Baseline, Draft, DraftChange, DraftId, DraftSubject, Imported, NotDone, Shelf, Workbench,
    draft_name,
};

use super::state::{LabState, Same};
use super::store::Store;

/// What is done with drafts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DraftAction {
    /// A sentence, or the reason of a waiver, is put, or taken out.
    Put(DraftSubject, Option<String>),
    /// What is shipped is taken in place of the draft's own.
    Reset(DraftSubject),
    /// The draft's own is kept although something else is shipped by now.
    KeepOwn(DraftSubject),
    Undo,
    Redo,
    /// Another draft is put on the desk.
    Choose(DraftId),
    /// A new draft of this name.
    Begin(String),
    /// A copy of the draft on the desk.
    Copy,
    Rename(String),
    Delete(DraftId),
    /// The draft that was deleted last.
    TakeBack,
    /// What was found in given files; the name is for what is no draft itself.
    TakeIn(Rc<Imported>, String),
    /// Another tab has changed something on the device.
    Heard(Option<String>),
    /// What the other tab made of the draft.
    TakeTheirs,
    /// What is on the desk, beside what the other tab made.
    KeepMine,
}

/// The drafts, as the page remembers them.
///
/// # Design
///
/// What is done is kept on the device in the same breath: a browser that stops at any moment has kept all that was
/// shown. The device answers at once, and that answer is part of the state.
#[derive(Clone)]
pub(super) struct Drafting {
    pub(super) bench: Workbench,
    pub(super) store: Same<Store>,
    pub(super) baseline: Same<Baseline>,
    /// What is other than shipped.
    pub(super) changes: Rc<Vec<DraftChange>>,
    changed: Rc<BTreeSet<DraftSubject>>,
    /// Why the last action was not done.
    pub(super) not_done: Option<NotDone>,
    /// Where the last step was taken back or made again.
    pub(super) stepped: Option<DraftSubject>,
}

impl PartialEq for Drafting {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.changes, &other.changes)
            && self.bench == other.bench
            && self.not_done == other.not_done
            && self.stepped == other.stepped
    }
}

impl Drafting {
    /// Takes up the work that is on the device; `name` is that of a new draft.
    pub(super) fn open(baseline: Baseline, name: &str) -> Self {
        let store = Store::open();
        let bench = Workbench::open(&store, &baseline, name);
        let mut drafting = Self {
            bench,
            store: Same(Rc::new(store)),
            baseline: Same(Rc::new(baseline)),
            changes: Rc::default(),
            changed: Rc::default(),
            not_done: None,
            stepped: None,
        };
        drafting.look_again();
        drafting
    }

    /// Whether a sentence is other than shipped.
    pub(super) fn is_changed(&self, subject: &DraftSubject) -> bool {
        self.changed.contains(subject)
    }

    /// The shipped texts and rules with the draft on the desk in them.
    pub(super) fn edited(&self, shipped: &Edited) -> Edited {
        with(shipped, &self.changes)
    }

    /// The shipped texts and rules with another draft in them.
    pub(super) fn edited_of(&self, draft: &Draft, shipped: &Edited) -> Edited {
        with(shipped, &draft.changes(&self.baseline))
    }

    /// Does something; `name` is that of a new draft where one is needed.
    pub(super) fn act(&mut self, action: DraftAction, name: &str) {
        self.stepped = None;
        let result = self.done(action, name);
        self.not_done = result.err();
        self.look_again();
    }

    fn done(&mut self, action: DraftAction, name: &str) -> Result<(), NotDone> {
        let (store, baseline) = (self.store.clone(), self.baseline.clone());
        let (store, baseline): (&dyn Shelf, &Baseline) = (&*store, &baseline);
        let bench = &mut self.bench;
        let mut stepped = None;
        match action {
            DraftAction::Put(subject, to) => {
                bench.edit(store, baseline, |draft| draft.set(baseline, &subject, to.as_deref()))
            }
            DraftAction::Reset(subject) => {
                bench.edit(store, baseline, |draft| draft.reset(baseline, &subject));
            }
            DraftAction::KeepOwn(subject) => bench.edit(store, baseline, |draft| {
                draft.keep_own(baseline, &subject);
                true
            }),
            DraftAction::Undo => bench.edit(store, baseline, |draft| {
                stepped = draft.undo();
                stepped.is_some()
            }),
            DraftAction::Redo => bench.edit(store, baseline, |draft| {
                stepped = draft.redo();
                stepped.is_some()
            }),
            DraftAction::Choose(id) => bench.choose(store, baseline, &id)?,
            DraftAction::Begin(name) => {
                let name = draft_name(&name).ok_or(NotDone::Name)?;
                bench.add(store, baseline, Draft::new(name, baseline))?;
            }
            DraftAction::Copy => {
                let copy = bench.draft().clone();
                bench.add(store, baseline, copy)?;
            }
            DraftAction::Rename(to) => bench.rename(store, baseline, &to)?,
            DraftAction::Delete(id) => bench.delete(store, baseline, &id, name)?,
            DraftAction::TakeBack => bench.take_back(store, baseline)?,
            DraftAction::TakeIn(imported, name) => {
                for draft in drafts_of(&imported, baseline, &name) {
                    bench.add(store, baseline, draft)?;
                }
            }
            DraftAction::Heard(name) => bench.heard(store, baseline, name.as_deref()),
            DraftAction::TakeTheirs => bench.take_theirs(store, baseline, name),
            DraftAction::KeepMine => bench.keep_mine(store, baseline),
        }
        self.stepped = stepped;
        Ok(())
    }

    fn look_again(&mut self) {
        let changes = self.bench.draft().changes(&self.baseline);
        if changes != *self.changes {
            self.changed = Rc::new(changes.iter().map(|change| change.subject.clone()).collect());
            self.changes = Rc::new(changes);
        }
    }
}

/// The drafts that were given, and one of the wording files that were.
fn drafts_of(imported: &Imported, baseline: &Baseline, name: &str) -> Vec<Draft> {
    let mut drafts = imported.drafts.clone();
    if imported.wording_files > 0 {
        let mut draft = Draft::new(name.to_owned(), baseline);
        for change in &imported.changes {
            draft.set(baseline, &change.subject, change.to.as_deref());
            draft.close_step();
        }
        drafts.push(draft);
    }
    drafts
}

fn with(shipped: &Edited, changes: &[DraftChange]) -> Edited {
    let texts = changes.iter().filter(|change| change.subject.rule().is_none());
    let texts = texts.map(|change| {
        let subject = &change.subject;
        (subject.locale(), subject.key(), change.to.as_deref())
    });
    let mut rules = shipped.rules().clone();
    for change in changes {
        if let Some(rule) = change.subject.rule() {
            put_waiver(&mut rules, rule, &change.subject, change.to.as_deref());
        }
    }
    shipped.with(texts, rules)
}

fn put_waiver(rules: &mut CopyRules, rule: &str, subject: &DraftSubject, why: Option<&str>) {
    let (locale, key) = (subject.locale(), subject.key());
    rules.waivers.retain(|waiver| {
        (waiver.rule.as_str(), waiver.locale.as_str(), waiver.key.get_ref().as_str())
            != (rule, locale, key)
    });
    rules.waivers.extend(why.map(|why| Waiver {
        rule: rule.to_owned(),
        locale: locale.to_owned(),
        key: Spanned::new(0..0, key.to_owned()),
        why: why.to_owned(),
    }));
}

/// The sentences whose text or waivers differ between two states.
pub(super) fn differing(before: &LabState, after: &LabState) -> BTreeSet<(String, String)> {
    let of = |state: &LabState| -> BTreeSet<(String, String, Option<String>, Option<String>)> {
        let changes = state.drafting.changes.iter();
        changes
            .map(|DraftChange { subject, to, .. }| {
                let rule = subject.rule().map(str::to_owned);
                (subject.locale().to_owned(), subject.key().to_owned(), rule, to.clone())
            })
            .collect()
    };
    let (before, after) = (of(before), of(after));
    let differing = before.symmetric_difference(&after);
    differing.map(|(locale, key, ..)| (locale.clone(), key.clone())).collect()
}
