use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Reducible;

use crate::lab::Base;
use crate::lab::drafts::Shelf;
use crate::lab::page::language::Language;
use crate::lab::page::state::Same;
use crate::lab::page::words::Words;
use crate::lab::readers::{
    Bench, BenchFault, Plan, PlanMismatch, Setup, TestQuestion, TestQuestionKind, TestVersion,
    read_bench, read_plan, read_results,
};
use crate::wording::Catalogue;

use super::file_button::Brought;
use super::notice::Notice;
use super::store::{Kept, form_from, kept, kept_form};

/// The letter of the device where a test is set up, and of the first one that gets a copy.
const FIRST_DEVICE: char = 'A';
const NEXT_DEVICE: char = 'B';

/// What happened.
pub(super) enum Action {
    /// The form was changed.
    Edit(Setup),
    /// The test is to be made.
    Make,
    /// A test file was brought.
    Bring(Vec<Brought>),
    /// Files of results were brought.
    BringResults(Vec<Brought>),
    /// The device got another letter.
    Device(char),
    /// The next reader begins.
    Begin,
    /// The reader has read the result of a case, for so many milliseconds.
    Read(usize, u32),
    /// The reader has chosen at a place of the sheet, after so many milliseconds.
    Answered(usize, String, u32),
    /// The reader is done or stops.
    End,
    /// The test is taken off this device.
    Drop,
    /// The device keeps nothing.
    NotKept,
    /// Another window has kept this; `None` for nothing any more.
    Elsewhere(Option<String>),
    /// Another window has kept this as the form.
    FormElsewhere(String),
}

/// What the part remembers.
#[derive(Clone, PartialEq)]
pub(super) struct ReadersState {
    pub(super) base: Same<Base>,
    /// The form.
    pub(super) setup: Rc<Setup>,
    /// The test that is run on this device.
    pub(super) bench: Option<Rc<Bench>>,
    pub(super) notices: Vec<Notice>,
    /// Whether another window has set up another test, so that nothing more is kept from here.
    pub(super) is_overtaken: bool,
}

impl ReadersState {
    /// What this device has kept, or an empty form.
    pub(super) fn new(base: Same<Base>, shelf: &dyn Shelf, seed: u32) -> Self {
        let locale = base.locales().next().unwrap_or_default().to_owned();
        let mut state = Self {
            setup: Rc::new(empty_setup(&locale, seed)),
            base,
            bench: None,
            notices: Vec::new(),
            is_overtaken: false,
        };
        match kept_form(shelf, &state.base) {
            Kept::Nothing => {}
            Kept::Unreadable => state.notices.push(Notice::FormUnreadable),
            Kept::Whole(setup) => state.setup = Rc::new(setup),
        }
        match kept(shelf) {
            Kept::Nothing => {}
            Kept::Unreadable => state.notices.push(Notice::KeptUnreadable),
            Kept::Whole(bench) => {
                state.setup = Rc::new(bench.plan.setup.clone());
                if let Err(why) = state.fits(&bench.plan) {
                    state.notices.push(Notice::Mismatch(bench.plan.setup.title.clone(), why));
                }
                state.bench = Some(Rc::new(bench));
            }
        }
        state
    }

    /// The wording of the knowledge folder in a locale.
    pub(super) fn catalogue(&self, locale: &str) -> Option<&Catalogue> {
        let mut catalogues = self.base.knowledge.catalogues.iter();
        catalogues.find(|catalogue| catalogue.locale() == locale)
    }

    /// Whether the screens of a plan can be shown here.
    pub(super) fn fits(&self, plan: &Plan) -> Result<(), PlanMismatch> {
        match self.catalogue(&plan.setup.locale) {
            Some(base) => plan.fits(self.base.rulebook(), base),
            None => Err(PlanMismatch::OtherWording),
        }
    }

    /// What another window has written in the form.
    fn hear_form(&mut self, text: &str) {
        if let (None, Some(setup)) = (&self.bench, form_from(text, &self.base)) {
            self.setup = Rc::new(setup);
        }
    }

    fn make(&mut self) {
        let setup = (*self.setup).clone();
        let fallback = Catalogue::new("", []);
        let base = self.catalogue(&setup.locale).unwrap_or(&fallback);
        match Plan::new(setup, self.base.rulebook(), base) {
            Ok(plan) => self.open(plan, FIRST_DEVICE),
            Err(fault) => self.notices.push(Notice::Setup(fault)),
        }
    }

    fn open(&mut self, plan: Plan, device: char) {
        self.setup = Rc::new(plan.setup.clone());
        self.bench = Bench::new(plan, device).ok().map(Rc::new);
        self.is_overtaken = false;
    }

    fn bring(&mut self, files: Vec<Brought>) {
        for (name, text) in files.into_iter().take(1) {
            match read_plan(&text).map(|plan| (self.fits(&plan), plan)) {
                Err(fault) => self.notices.push(Notice::File(name, fault)),
                Ok((Err(why), _)) => self.notices.push(Notice::Mismatch(name, why)),
                Ok((Ok(()), plan)) => self.open(plan, NEXT_DEVICE),
            }
        }
    }

    fn bring_results(&mut self, files: Vec<Brought>) {
        let Some(bench) = &mut self.bench else { return };
        let bench = Rc::make_mut(bench);
        for (name, text) in files {
            self.notices.push(match read_results(&text, &bench.plan) {
                Ok(results) => Notice::Merged(name, bench.results.merge(results)),
                Err(fault) => Notice::File(name, fault),
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
                self.notices.push(Notice::Overtaken);
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
                    self.notices.push(Notice::Full);
                }
            }
        }
    }
}

impl Reducible for ReadersState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Self { notices: Vec::new(), ..(*self).clone() };
        match action {
            Action::Edit(setup) => state.setup = Rc::new(setup),
            Action::Make => state.make(),
            Action::Bring(files) => state.bring(files),
            Action::BringResults(files) => state.bring_results(files),
            Action::Device(letter) => state.at_bench(|bench| bench.with_device(letter)),
            Action::Begin => state.at_bench(Bench::begun),
            Action::Read(case, time) => state.at_bench(|bench| Ok(bench.read(case, time))),
            Action::Answered(at, choice, time) => {
                state.at_bench(|bench| Ok(bench.answered(at, &choice, time)));
            }
            Action::End => state.at_bench(|bench| Ok(bench.ended())),
            Action::Drop => state.bench = None,
            Action::NotKept => state.notices.push(Notice::NotKept),
            Action::Elsewhere(text) => state.hear_elsewhere(text.as_deref()),
            Action::FormElsewhere(text) => state.hear_form(&text),
        }
        Rc::new(state)
    }
}

/// A form with the shipped wording and the three questions, in the language of the locale.
pub(super) fn empty_setup(locale: &str, seed: u32) -> Setup {
    let words = Words::new(Language::near(locale));
    let questions =
        [TestQuestionKind::Reason, TestQuestionKind::FirstStep, TestQuestionKind::Strength];
    Setup {
        title: String::new(),
        locale: locale.to_owned(),
        versions: vec![TestVersion {
            name: words.say("readers.shipped").to_string(),
            texts: BTreeMap::new(),
        }],
        cases: Vec::new(),
        questions: questions.map(|kind| reckoned(&words, kind)).to_vec(),
        cannot_tell: words.say("readers.cannot-tell").to_string(),
        seed,
    }
}

/// A question with the words that are proposed for it.
pub(super) fn reckoned(words: &Words, kind: TestQuestionKind) -> TestQuestion {
    TestQuestion::Reckoned {
        kind,
        ask: words.say(&["readers.ask-", kind.id()].concat()).to_string(),
    }
}
