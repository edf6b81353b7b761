use std::collections::BTreeSet;
use std::rc::Rc;

use toml::Spanned;

use crate::copy_rules::{CopyRules, Waiver};
use crate::lab::Edited;
use crate::lab::drafts::{Draft, DraftChange, DraftSubject, NotDone, Workbench};

/// The drafts, as the page remembers them: what the device answered last.
#[derive(Clone)]
pub(super) struct Drafting {
    pub(super) bench: Workbench,
    /// Whether the device keeps anything for longer than the page is open.
    pub(super) is_lasting: bool,
    /// What is other than shipped.
    pub(super) changes: Rc<Vec<DraftChange>>,
    changed: BTreeSet<DraftSubject>,
    /// Why the last action was not done.
    pub(super) not_done: Option<NotDone>,
    /// Where the last step was taken back or made again.
    pub(super) stepped: Option<DraftSubject>,
}

impl Drafting {
    /// The work that was on the device.
    pub(super) fn new(bench: Workbench, is_lasting: bool) -> Self {
        let changes = bench.draft().changes(bench.baseline());
        let changed = changes.iter().map(|change| change.subject.clone()).collect();
        let (not_done, stepped) = (None, None);
        let changes = Rc::new(changes);
        Self { bench, is_lasting, changes, changed, not_done, stepped }
    }

    /// What it becomes when the device has done something, or has not.
    pub(super) fn after(
        &self,
        bench: Workbench,
        result: Result<Option<DraftSubject>, NotDone>,
    ) -> Self {
        let not_done = result.as_ref().err().copied();
        let stepped = result.ok().flatten();
        let after = Self::new(bench, self.is_lasting);
        Self { not_done, stepped, ..after }
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
        with(shipped, &draft.changes(self.bench.baseline()))
    }

    /// The sentences whose text or waivers differ from what they were.
    pub(super) fn differing(&self, before: &Self) -> BTreeSet<(String, String)> {
        let of = |drafting: &Self| -> BTreeSet<(DraftSubject, Option<String>)> {
            drafting.changes.iter().map(|one| (one.subject.clone(), one.to.clone())).collect()
        };
        let (before, after) = (of(before), of(self));
        let differing = before.symmetric_difference(&after);
        differing
            .map(|(subject, _)| (subject.locale().to_owned(), subject.key().to_owned()))
            .collect()
    }
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
