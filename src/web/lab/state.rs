use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Reducible;

use crate::lab::{Appearances, Base, Checked, Edited, check_text};

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
    /// Another part was opened.
    Opened(Tab),
    /// The lab's own language was changed.
    Speak(Language),
    /// All texts have been checked.
    AllChecked(Rc<Checked>),
    /// It is known where every text appears.
    AllMet(Rc<Appearances>),
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
    /// The texts that differ from the base, by locale and key.
    changes: BTreeMap<(String, String), Option<String>>,
    /// What there is to say of each text, once all have been looked at.
    pub(super) checked: Option<Rc<Checked>>,
    pub(super) appearances: Option<Rc<Appearances>>,
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
        Self {
            words: Rc::new(Words::new(language)),
            tab: Tab::Edit,
            base: Same(base),
            edited: shipped.clone(),
            shipped,
            changes: BTreeMap::new(),
            checked: None,
            appearances: None,
        }
    }

    /// Whether a text differs from the base.
    pub(super) fn is_changed(&self, locale: &str, key: &str) -> bool {
        self.changes.contains_key(&(locale.to_owned(), key.to_owned()))
    }

    /// The base's own texts and rules with the changes in them.
    fn with_changes(mut self, locale: &str, key: &str) -> Self {
        let changes = self.changes.iter();
        let texts = changes.map(|((locale, key), to)| (&**locale, &**key, to.as_deref()));
        let rules = self.base.rules.clone();
        self.edited = Same(Rc::new(self.shipped.with(texts, rules)));
        self.check_again(locale, key);
        self
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
                let place = (locale.clone(), key.clone());
                let shipped = self.base.text(&locale, &key);
                let to = Some(text).filter(|text| !text.is_empty() || shipped.is_some());
                match to.as_deref() == shipped {
                    true => state.changes.remove(&place),
                    false => state.changes.insert(place, to),
                };
                state = state.with_changes(&locale, &key);
            }
            Action::TakeBack { locale, key } => {
                state.changes.remove(&(locale.clone(), key.clone()));
                state = state.with_changes(&locale, &key);
            }
            Action::Opened(tab) => state.tab = tab,
            Action::Speak(language) => state.words = Rc::new(Words::new(language)),
            Action::AllChecked(checked) => {
                state.checked = Some(checked);
                let places: Vec<_> = state.changes.keys().cloned().collect();
                for (locale, key) in places {
                    state.check_again(&locale, &key);
                }
            }
            Action::AllMet(appearances) => state.appearances = Some(appearances),
        }
        Rc::new(state)
    }
}
