use std::cell::Cell;
use std::rc::Rc;

use yew::UseStateSetter;

use crate::lab::compare::{Audience, AudienceCount, Changed};
use crate::lab::page::slices::in_slices;
use crate::lab::page::state::Same;
use crate::lab::{Base, Edited};
use crate::proof::ProofSubject;
use crate::proof::diff::{Difference, Effort, Inquiry};
use crate::widget::Kit;
use crate::wording::Catalogue;

/// How many borrowers are looked at for each symptom; what one in a hundred of them reads is met then in 95 of 100 counts.
const BORROWERS: usize = 300;

/// How many results are looked at between two glances at the clock.
const AT_ONCE: u64 = 12;

/// How far a count is.
#[derive(Clone, PartialEq)]
pub(super) enum Count<T> {
    /// Nobody has asked for it.
    None,
    /// So much is done of so much.
    Running(usize, usize),
    /// It is done for these two versions.
    Done(Rc<T>),
}

/// Two versions in one locale.
#[derive(Clone, PartialEq)]
pub(super) struct Pair {
    pub(super) old: Kit,
    pub(super) new: Kit,
}

/// Counts who would read something else, unless somebody says stop.
pub(super) async fn count_audience(
    pair: Pair,
    changed: Rc<Vec<Changed>>,
    set: UseStateSetter<Count<Audience>>,
    is_stopped: Rc<Cell<bool>>,
) {
    let mut count = AudienceCount::new(pair.old, pair.new, &changed, BORROWERS);
    let (total, done) = (count.total(), Cell::new(0));
    set.set(Count::Running(0, total));
    in_slices(
        || {
            done.set(count.step());
            done.get() < total
        },
        || {
            if !is_stopped.get() {
                set.set(Count::Running(done.get(), total));
            }
            !is_stopped.get()
        },
    )
    .await;
    if !is_stopped.get() {
        set.set(Count::Done(Rc::new(count.finish())));
    }
}

/// Counts as the command line does, over all locales, unless somebody says stop.
pub(super) async fn count_difference(
    base: Same<Base>,
    versions: [Same<Edited>; 2],
    set: UseStateSetter<Count<Difference>>,
    is_stopped: Rc<Cell<bool>>,
) {
    let texts = versions.map(|version| -> Vec<Catalogue> {
        base.locales().map(|locale| (*version.kit(locale).catalogue).clone()).collect()
    });
    let [old, new] = texts.each_ref().map(|catalogues| ProofSubject {
        rulebook: base.rulebook(),
        cases: &base.knowledge.cases,
        readings: &base.knowledge.readings,
        catalogues,
        day: base.day,
    });
    let mut inquiry = Inquiry::new(&old, &new, Effort::default());
    let percent = Cell::new(0);
    set.set(Count::Running(0, 100));
    in_slices(
        || {
            inquiry.step(AT_ONCE);
            percent.set(usize::try_from(inquiry.percent()).unwrap_or(100));
            !inquiry.is_finished()
        },
        || {
            if !is_stopped.get() {
                set.set(Count::Running(percent.get(), 100));
            }
            !is_stopped.get()
        },
    )
    .await;
    if !is_stopped.get() {
        set.set(Count::Done(Rc::new(inquiry.finish().0)));
    }
}
