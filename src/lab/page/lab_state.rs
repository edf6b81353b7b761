use std::rc::Rc;

use yew::Reducible;

use crate::lab::drafts::DraftSubject;
use crate::lab::{Appearances, Base, Checked, Edited, HandIn, check_text};

use super::compare::CompareState;
use super::drafting::Drafting;
use super::edit::EditState;
use super::hand_in::TakenIn;
use super::lab_action::LabAction;
use super::lab_words::LabWords;
use super::language::Language;
use super::readers::ReadersState;
use super::same::Same;
use super::sheet::SheetState;
use super::tab::Tab;

/// All that the lab remembers while it is open; its parts are shared, so that a copy costs nothing.
#[derive(Clone)]
pub(super) struct LabState {
    pub(super) words: Rc<LabWords>,
    pub(super) tab: Tab,
    pub(super) base: Same<Base>,
    /// The base as it is, without the draft.
    pub(super) shipped: Same<Edited>,
    pub(super) edited: Same<Edited>,
    /// The drafts, and what the one on the desk changes.
    pub(super) drafting: Rc<Drafting>,
    /// The sentence where somebody wants to write now, anew each time.
    pub(super) sought: Option<Same<DraftSubject>>,
    /// What there is to say of each text, once all have been looked at.
    pub(super) checked: Option<Rc<Checked>>,
    pub(super) appearances: Option<Rc<Appearances>>,
    /// Whether the draft can be handed in as it is now, once that is found out.
    pub(super) judged: Option<Rc<HandIn>>,
    /// What came of the files that were given last.
    pub(super) taken_in: Option<TakenIn>,
    pub(super) edit: Rc<EditState>,
    pub(super) compare: Rc<CompareState>,
    pub(super) readers: Rc<ReadersState>,
    pub(super) sheet: Rc<SheetState>,
}

impl LabState {
    /// The start, with what was on the device.
    pub(super) fn new(
        base: Same<Base>,
        language: Language,
        drafting: Drafting,
        readers: ReadersState,
    ) -> Self {
        let shipped = Same(Rc::new(Edited::new(&base)));
        let locale = base.locales().next().unwrap_or_default();
        Self {
            words: Rc::new(LabWords::new(language)),
            tab: Tab::Edit,
            edited: Same(Rc::new(drafting.edited(&shipped))),
            drafting: Rc::new(drafting),
            sought: None,
            checked: None,
            appearances: None,
            judged: None,
            taken_in: None,
            edit: Rc::new(EditState::new(&base, &shipped)),
            compare: Rc::new(CompareState::new(locale)),
            readers: Rc::new(readers),
            sheet: Rc::new(SheetState::new(locale)),
            shipped,
            base,
        }
    }

    /// Whether a text differs from the base.
    pub(super) fn is_changed(&self, locale: &str, key: &str) -> bool {
        self.drafting.is_changed(&DraftSubject::text(locale, key))
    }

    /// What the device has made of the drafts.
    fn hear_drafts(&mut self, drafting: Rc<Drafting>) {
        let differing = drafting.differing(&self.drafting);
        // A count may be of any of the drafts.
        if !differing.is_empty() || drafting.bench.drafts() != self.drafting.bench.drafts() {
            Rc::make_mut(&mut self.compare).clear();
        }
        self.drafting = drafting;
        if !differing.is_empty() {
            self.edited = Same(Rc::new(self.drafting.edited(&self.shipped)));
            self.judged = None;
            Rc::make_mut(&mut self.sheet).clear();
        }
        for (locale, key) in differing {
            self.check_again(&locale, &key);
        }
        if let Some(subject) = self.drafting.stepped.clone() {
            self.show(&subject);
        }
    }

    /// Shows a sentence, whatever is filtered.
    fn show(&mut self, subject: &DraftSubject) {
        let (locale, key) = (subject.locale(), subject.key());
        Rc::make_mut(&mut self.edit).show(locale, key, &self.edited);
    }

    fn check_again(&mut self, locale: &str, key: &str) {
        let (Some(checked), Some(need)) = (&mut self.checked, self.base.need(key)) else { return };
        let text = self.edited.text(locale, key);
        let objections = check_text(self.edited.rules(), need, locale, text);
        Rc::make_mut(checked).set(locale, key, objections);
    }

    /// Takes over what was found while somebody may have written on.
    fn hear_checked(&mut self, checked: Rc<Checked>) {
        self.checked = Some(checked);
        for change in Rc::clone(&self.drafting).changes.iter() {
            self.check_again(change.subject.locale(), change.subject.key());
        }
    }
}

impl Reducible for LabState {
    type Action = LabAction;

    fn reduce(self: Rc<Self>, action: LabAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            LabAction::Drafted(drafting) => state.hear_drafts(drafting),
            LabAction::Seek(subject) => {
                state.show(&subject);
                state.sought = Some(Same(Rc::new(subject)));
                state.tab = Tab::Edit;
            }
            LabAction::Open(tab) => {
                state.tab = tab;
                if tab == Tab::Sheet {
                    Rc::make_mut(&mut state.sheet).open();
                }
            }
            LabAction::Speak(language) => state.words = Rc::new(LabWords::new(language)),
            LabAction::AllChecked(checked) => state.hear_checked(checked),
            LabAction::AllMet(appearances) => state.appearances = Some(appearances),
            LabAction::Judged(judged) => state.judged = Some(judged),
            LabAction::TookIn(taken_in) => state.taken_in = taken_in,
            LabAction::Edit(action) => {
                Rc::make_mut(&mut state.edit).act(action, &self.base, &self.shipped, &self.edited);
            }
            LabAction::Compare(action) => Rc::make_mut(&mut state.compare).act(action),
            LabAction::Readers(action) => Rc::make_mut(&mut state.readers).act(action, &self.base),
            LabAction::Sheet(action) => Rc::make_mut(&mut state.sheet).act(action),
        }
        Rc::new(state)
    }
}
