use std::rc::Rc;

use yew::AttrValue;

use crate::engine::Answers;
use crate::lab::page::looks::Looks;
use crate::lab::{Base, Edited, Stop, Thing, things, tour};

use super::edited_borrower::EditedBorrower;
use super::filter::Filter;

/// What happened where texts are edited.
#[derive(Clone)]
pub(in crate::lab::page) enum EditAction {
    Filter(Filter),
    /// A thing was chosen, by its place.
    Thing(usize),
    /// A text was chosen.
    Sentence(AttrValue),
    /// These locales stand side by side; where it is none, they stay.
    Locales(Vec<String>),
    Borrower(EditedBorrower),
    /// Somebody was picked, to be shown from a screen on, or from the one that is shown.
    Own(Answers, Option<usize>),
    /// Another screen of the borrower is shown.
    At(usize),
    Looks(Looks),
}

/// What is edited, and whose screens are shown beside it.
#[derive(Clone)]
pub(in crate::lab::page) struct EditState {
    pub(super) things: Rc<Vec<Thing>>,
    pub(super) filter: Filter,
    /// The place of the thing whose texts are shown.
    pub(super) thing: usize,
    /// The text that the screens are about.
    pub(super) sentence: Option<AttrValue>,
    /// The locales that stand side by side; at least one.
    pub(super) locales: Vec<String>,
    pub(super) borrower: EditedBorrower,
    /// What somebody answers who was picked.
    pub(super) own: Option<Answers>,
    pub(super) looks: Looks,
    /// The borrower's screens, and which of them is shown.
    pub(super) stops: Rc<Vec<Stop>>,
    pub(super) at: usize,
}

impl EditState {
    /// The first thing and the first borrower, in the first locale.
    pub(in crate::lab::page) fn new(base: &Base, shipped: &Edited) -> Self {
        let locale = base.locales().next().unwrap_or_default();
        let mut state = Self {
            things: Rc::new(things(base.rulebook(), &base.needs)),
            filter: Filter::default(),
            thing: 0,
            sentence: None,
            locales: vec![locale.to_owned()],
            borrower: EditedBorrower::Case(0),
            own: None,
            looks: Looks::new(locale),
            stops: Rc::default(),
            at: 0,
        };
        state.walk(base, shipped);
        state
    }

    /// Does what happened.
    pub(in crate::lab::page) fn act(
        &mut self,
        action: EditAction,
        base: &Base,
        shipped: &Edited,
        edited: &Edited,
    ) {
        match action {
            EditAction::Filter(filter) => self.filter = filter,
            EditAction::Thing(thing) => (self.thing, self.sentence) = (thing, None),
            EditAction::Sentence(key) => {
                self.sentence = Some(key);
                self.look_for_sentence(edited);
            }
            EditAction::Locales(locales) if locales.is_empty() => {}
            EditAction::Locales(locales) => self.locales = locales,
            EditAction::Borrower(borrower) => {
                self.borrower = borrower;
                self.walk(base, shipped);
                self.look_for_sentence(edited);
            }
            EditAction::Own(says, at) => {
                (self.borrower, self.own) = (EditedBorrower::Own, Some(says));
                self.at = at.unwrap_or(self.at);
                self.walk(base, shipped);
                self.look_for_sentence(edited);
            }
            EditAction::At(at) => self.at = at,
            EditAction::Looks(looks) => {
                let is_other = looks.locale != self.looks.locale;
                self.looks = looks;
                if is_other {
                    self.walk(base, shipped);
                }
            }
        }
    }

    /// Shows a sentence in its locale, whatever is filtered.
    pub(in crate::lab::page) fn show(&mut self, locale: &str, key: &str, edited: &Edited) {
        let has_it = |one: &Thing| one.keys.iter().any(|each| each == key);
        let Some(thing) = self.things.iter().position(has_it) else { return };
        (self.thing, self.filter) = (thing, Filter::default());
        if !self.locales.iter().any(|each| each == locale) {
            self.locales.push(locale.to_owned());
        }
        self.sentence = Some(key.to_owned().into());
        self.look_for_sentence(edited);
    }

    /// Which of the borrower's screens have the chosen text.
    pub(super) fn has_sentence(&self, edited: &Edited) -> Vec<bool> {
        let kit = edited.kit(&self.looks.locale);
        let has = |stop: &Stop, key: &AttrValue| stop.keys(&kit).contains(key.as_str());
        let sentence = self.sentence.as_ref();
        self.stops.iter().map(|stop| sentence.is_some_and(|key| has(stop, key))).collect()
    }

    /// The borrower goes through the interview.
    fn walk(&mut self, base: &Base, shipped: &Edited) {
        let case = match self.borrower {
            EditedBorrower::Case(at) => base.knowledge.cases.get(at).map(|case| &case.answers),
            _ => self.own.as_ref(),
        };
        let says = case.cloned().unwrap_or_default();
        self.stops = Rc::new(tour(&shipped.kit(&self.looks.locale), &says));
    }

    /// Where the text is not on the screen that is shown, to the first one that has it.
    fn look_for_sentence(&mut self, edited: &Edited) {
        let has = self.has_sentence(edited);
        if !has.get(self.at).copied().unwrap_or_default() {
            self.at = has.iter().position(|has| *has).unwrap_or(self.at);
        }
    }
}
