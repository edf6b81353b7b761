use std::rc::Rc;

use yew::Reducible;

use crate::lab::drafts::{Baseline, DraftSubject};
use crate::lab::{Appearances, Base, Checked, Edited, check_text};

use super::drafting::{DraftAction, Drafting, differing};
use super::language::Language;
use super::tab::Tab;
use super::words::Words;

/// What happened in the lab.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Action {
    /// A text was written.
    Write { locale: String, key: String, text: String },
    /// A text was set back to what the base has.
    TakeBack { locale: String, key: String },
    /// Something was done with drafts.
    Draft(DraftAction),
    /// A sentence is to be edited.
    Seek(DraftSubject),
    /// Another part was opened.
    Opened(Tab),
    /// The lab's own language was changed.
    Speak(Language),
    /// All texts have been checked.
    AllChecked(Rc<Checked>),
    /// It is known where every text appears.
    AllMet(Same<Appearances>),
}

/// All that the lab remembers while it is open.
#[derive(Clone, PartialEq)]
pub(super) struct LabState {
    pub(super) words: Rc<Words>,
    pub(super) tab: Tab,
    pub(super) base: Same<Base>,
    /// The base as it is, without the draft.
    pub(super) shipped: Same<Edited>,
    pub(super) edited: Same<Edited>,
    /// The drafts, and what the one on the desk changes.
    pub(super) drafting: Drafting,
    /// The sentence that is to be looked at, anew each time.
    pub(super) sought: Option<Same<Sought>>,
    /// What there is to say of each text, once all have been looked at.
    pub(super) checked: Option<Rc<Checked>>,
    pub(super) appearances: Option<Same<Appearances>>,
}

/// A sentence that is to be shown where texts are edited.
#[derive(Debug)]
pub(super) struct Sought {
    pub(super) subject: DraftSubject,
    /// Whether somebody wants to write there now.
    pub(super) takes_focus: bool,
}

/// Something that is the same only where it is the very same thing.
#[derive(Debug)]
pub(super) struct Same<T>(pub(super) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl LabState {
    /// The start, with nothing changed.
    pub(super) fn new(base: Rc<Base>, language: Language) -> Self {
        let shipped = Same(Rc::new(Edited::new(&base)));
        let words = Rc::new(Words::new(language));
        let baseline = Baseline::of(&base.folder).expect("the folder has just been read");
        let drafting = Drafting::open(baseline, &words.say("hand-in.new-name"));
        Self {
            words,
            tab: Tab::Edit,
            base: Same(base),
            edited: Same(Rc::new(drafting.edited(&shipped))),
            shipped,
            drafting,
            sought: None,
            checked: None,
            appearances: None,
        }
    }

    /// Whether a text differs from the base.
    pub(super) fn is_changed(&self, locale: &str, key: &str) -> bool {
        self.drafting.is_changed(&DraftSubject::text(locale, key))
    }

    /// The state after something was done with drafts.
    fn with_draft(&self, action: DraftAction) -> Self {
        let mut state = self.clone();
        let name = self.words.say("hand-in.new-name");
        state.drafting.act(action, &name);
        let differing = differing(self, &state);
        if !differing.is_empty() {
            state.edited = Same(Rc::new(state.drafting.edited(&state.shipped)));
        }
        for (locale, key) in differing {
            state.check_again(&locale, &key);
        }
        if let Some(subject) = state.drafting.stepped.clone() {
            state.sought = Some(Same(Rc::new(Sought { subject, takes_focus: false })));
        }
        state
    }

    fn check_again(&mut self, locale: &str, key: &str) {
        let (Some(checked), Some(need)) = (&mut self.checked, self.base.need(key)) else { return };
        let text = self.edited.text(locale, key);
        let looks = check_text(self.edited.rules(), need, locale, text);
        Rc::make_mut(checked).set(locale, key, looks);
    }
}

impl Reducible for LabState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Write { locale, key, text } => {
                let subject = DraftSubject::text(&locale, &key);
                let is_shipped = self.base.text(&locale, &key).is_some();
                let to = Some(text).filter(|text| !text.is_empty() || is_shipped);
                state = self.with_draft(DraftAction::Put(subject, to));
            }
            Action::TakeBack { locale, key } => {
                state = self.with_draft(DraftAction::Reset(DraftSubject::text(&locale, &key)));
            }
            Action::Draft(action) => state = self.with_draft(action),
            Action::Seek(subject) => {
                state.sought = Some(Same(Rc::new(Sought { subject, takes_focus: true })));
                state.tab = Tab::Edit;
            }
            Action::Opened(tab) => state.tab = tab,
            Action::Speak(language) => state.words = Rc::new(Words::new(language)),
            Action::AllChecked(checked) => {
                state.checked = Some(checked);
                for change in self.drafting.changes.iter() {
                    state.check_again(change.subject.locale(), change.subject.key());
                }
            }
            Action::AllMet(appearances) => state.appearances = Some(appearances),
        }
        Rc::new(state)
    }
}
