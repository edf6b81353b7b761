use std::rc::Rc;

use crate::lab::compare::AudienceCount;
use crate::lab::page::desk::Desk;
use crate::lab::page::work::{StillWanted, in_slices};
use crate::proof::ProofSubject;
use crate::proof::diff::{Effort, Inquiry};
use crate::wording::Catalogue;

use super::compare_state::CompareAction;
use super::count_state::CountState;
use super::version_pair::VersionPair;

/// How many borrowers are looked at for each symptom; what one in a hundred of them reads is met then in 95 of 100 counts.
const BORROWERS: usize = 300;

/// How many results are looked at between two glances at the clock.
const AT_ONCE: u64 = 12;

/// Counts who would read something else.
pub(super) async fn count_audience(desk: Desk, pair: VersionPair, is_wanted: StillWanted) {
    let mut count = AudienceCount::new(pair.old, pair.new, &pair.changed, BORROWERS);
    let total = count.total();
    let say = |count| desk.act.emit(CompareAction::Audience(count).into());
    let tell = |done, total| say(CountState::Running(done, total));
    if in_slices(&is_wanted, async || (count.step(), total), tell).await {
        say(CountState::Done(Rc::new(count.finish())));
    }
}

/// Counts as the command line does, over all locales.
pub(super) async fn count_difference(desk: Desk, pair: VersionPair, is_wanted: StillWanted) {
    let base = &desk.state.base;
    let texts = pair.edited.map(|version| -> Vec<Catalogue> {
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
    let step = async || {
        inquiry.step(AT_ONCE);
        let percent = usize::try_from(inquiry.percent()).unwrap_or(100);
        // It may be at a hundredth of a hundredth before its end.
        (if inquiry.is_finished() { 100 } else { percent.min(99) }, 100)
    };
    let say = |count| desk.act.emit(CompareAction::Difference(count).into());
    let tell = |done, total| say(CountState::Running(done, total));
    if in_slices(&is_wanted, step, tell).await {
        say(CountState::Done(Rc::new(inquiry.finish().0)));
    }
}
