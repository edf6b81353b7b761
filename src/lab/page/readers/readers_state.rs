use std::rc::Rc;

use crate::lab::Base;
use crate::lab::readers::{
    Bench, BenchFault, PlanMismatch, Setup, TestPlan, read_bench, read_plan, read_results,
};
use crate::wording::Catalogue;

use super::empty_setup::empty_setup;
use super::file_button::BroughtFile;
use super::kept::{KeptOnDevice, form_from};
use super::readers_action::ReadersAction;
use super::readers_notice::ReadersNotice;

/// The letter of the device where a test is set up, and of the first one that gets a copy.
const FIRST_DEVICE: char = 'A';
const NEXT_DEVICE: char = 'B';

/// What is remembered of the form of a test, and of the test that is run.
#[derive(Clone)]
pub(in crate::lab::page) struct ReadersState {
    /// The form.
    pub(super) setup: Rc<Setup>,
    /// The test that is run on this device.
    pub(super) bench: Option<Rc<Bench>>,
    /// What is to be told of what was done last.
    pub(super) notices: Vec<ReadersNotice>,
    /// Whether another window has set up another test, so that nothing more is kept from here.
    pub(super) is_overtaken: bool,
    /// Whether the page is the reader's now; after a reload it is the team's until somebody goes on.
    pub(super) is_reading: bool,
}

/// Whether the screens of a plan can be shown here.
pub(super) fn fits(base: &Base, plan: &TestPlan) -> Result<(), PlanMismatch> {
    let wording = base.catalogue(&plan.setup.locale).ok_or(PlanMismatch::OtherWording)?;
    plan.fits(base.rulebook(), wording)
}

impl ReadersState {
    /// What this device has kept, or an empty form.
    pub(in crate::lab::page) fn new(
        base: &Base,
        form: KeptOnDevice<Setup>,
        test: KeptOnDevice<Bench>,
        seed: u32,
    ) -> Self {
        let locale = base.locales().next().unwrap_or_default();
        let mut state = Self {
            setup: Rc::new(empty_setup(locale, seed)),
            bench: None,
            notices: Vec::new(),
            is_overtaken: false,
            is_reading: false,
        };
        match form {
            KeptOnDevice::Nothing => {}
            KeptOnDevice::Unreadable => state.notices.push(ReadersNotice::FormUnreadable),
            KeptOnDevice::Whole(setup) => state.setup = Rc::new(setup),
        }
        match test {
            KeptOnDevice::Nothing => {}
            KeptOnDevice::Unreadable => state.notices.push(ReadersNotice::KeptUnreadable),
            KeptOnDevice::Whole(bench) => {
                state.setup = Rc::new(bench.plan.setup.clone());
                if let Err(why) = fits(base, &bench.plan) {
                    let title = bench.plan.setup.title.clone();
                    state.notices.push(ReadersNotice::Mismatch(title, why));
                }
                state.bench = Some(Rc::new(bench));
            }
        }
        state
    }

    /// Does what happened.
    pub(in crate::lab::page) fn act(&mut self, action: ReadersAction, base: &Base) {
        self.notices.clear();
        match action {
            ReadersAction::Edit(setup) => self.setup = Rc::new(setup),
            ReadersAction::Make => self.make(base),
            ReadersAction::Bring(files) => self.bring(files, base),
            ReadersAction::BringResults(files) => self.bring_results(files),
            ReadersAction::Device(letter) => self.at_bench(|bench| bench.with_device(letter)),
            ReadersAction::HandOver => {
                if self.bench.as_ref().is_some_and(|bench| bench.running.is_none()) {
                    self.at_bench(Bench::begun);
                }
                self.is_reading = true;
            }
            ReadersAction::Read(case, time) => self.at_bench(|bench| Ok(bench.read(case, time))),
            ReadersAction::Answered(at, choice, time) => {
                self.at_bench(|bench| Ok(bench.answered(at, &choice, time)));
            }
            ReadersAction::End => {
                self.at_bench(|bench| Ok(bench.ended()));
                self.is_reading = false;
            }
            ReadersAction::Drop => self.bench = None,
            ReadersAction::NotKept => self.notices.push(ReadersNotice::NotKept),
            ReadersAction::Elsewhere(text) => self.hear_elsewhere(text.as_deref()),
            ReadersAction::FormElsewhere(text) => self.hear_form(&text, base),
        }
    }

    /// What another window has written in the form.
    fn hear_form(&mut self, text: &str, base: &Base) {
        if let (None, Some(setup)) = (&self.bench, form_from(text, base)) {
            self.setup = Rc::new(setup);
        }
    }

    fn make(&mut self, base: &Base) {
        let setup = (*self.setup).clone();
        let fallback = Catalogue::new("", []);
        let wording = base.catalogue(&setup.locale).unwrap_or(&fallback);
        match TestPlan::new(setup, base.rulebook(), wording) {
            Ok(plan) => self.open(plan, FIRST_DEVICE),
            Err(fault) => self.notices.push(ReadersNotice::Setup(fault)),
        }
    }

    fn open(&mut self, plan: TestPlan, device: char) {
        self.setup = Rc::new(plan.setup.clone());
        self.bench = Bench::new(plan, device).ok().map(Rc::new);
        self.is_overtaken = false;
    }

    fn bring(&mut self, files: Vec<BroughtFile>, base: &Base) {
        for (name, text) in files.into_iter().take(1) {
            match read_plan(&text).map(|plan| (fits(base, &plan), plan)) {
                Err(fault) => self.notices.push(ReadersNotice::File(name, fault)),
                Ok((Err(why), _)) => self.notices.push(ReadersNotice::Mismatch(name, why)),
                Ok((Ok(()), plan)) => self.open(plan, NEXT_DEVICE),
            }
        }
    }

    fn bring_results(&mut self, files: Vec<BroughtFile>) {
        let Some(bench) = &mut self.bench else { return };
        let bench = Rc::make_mut(bench);
        for (name, text) in files {
            self.notices.push(match read_results(&text, &bench.plan) {
                Ok(results) => ReadersNotice::Merged(name, bench.results.merge(results)),
                Err(fault) => ReadersNotice::File(name, fault),
            });
        }
    }

    /// What another window has kept: its readers are taken over where it is the same test.
    fn hear_elsewhere(&mut self, text: Option<&str>) {
        let theirs = text.and_then(|text| read_bench(text).ok());
        match (&mut self.bench, theirs) {
            (Some(ours), Some(theirs)) if ours.plan == theirs.plan => {
                Rc::make_mut(ours).results.merge(theirs.results);
            }
            (None, Some(theirs)) => {
                self.setup = Rc::new(theirs.plan.setup.clone());
                // Who is reading there goes on there.
                self.bench = Some(Rc::new(Bench { running: None, ..theirs }));
            }
            (None, None) => {}
            (Some(_), _) => {
                self.is_overtaken = true;
                self.notices.push(ReadersNotice::Overtaken);
            }
        }
    }

    fn at_bench(&mut self, act: impl FnOnce(Bench) -> Result<Bench, BenchFault>) {
        let Some(bench) = self.bench.take() else { return };
        match act((*bench).clone()) {
            Ok(bench) => self.bench = Some(Rc::new(bench)),
            Err(fault) => {
                self.bench = Some(bench);
                if fault == BenchFault::Full {
                    self.notices.push(ReadersNotice::Full);
                }
            }
        }
    }
}
