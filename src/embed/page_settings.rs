use std::rc::Rc;

use wasm_bindgen::JsError;

use crate::engine::{Answers, Date, Rulebook, take_answer};
use crate::widget::Action;
use crate::wording::Catalogue;

/// What a page sets, a line a setting: a kind and what it is about, then the values, each behind a tab.
///
/// | line | sets |
/// |---|---|
/// | `today`, a day | today's date, as in `2026-11-21` |
/// | `name product`, a name | the name that stands for a placeholder: `product`, `lender` or `hotline` |
/// | `answer symptom`, options | an answer that the page knows; then it is not asked; an amount is one value |
/// | `kept symptom`, options | an answer that the borrower gave before a crash |
/// | `did tap`, question and option | what the borrower did with the ready screens, in order |
/// | `text cause.new-account.title`, a text | a text of the page in place of the shipped one |
///
/// # Design
///
/// One text instead of an object of JavaScript: each method of such an object costs the borrower some 300 bytes.
pub(super) struct PageSettings<'a>(pub(super) &'a str);

impl<'a> PageSettings<'a> {
    /// What is set of one kind: what it is about, and the values.
    fn of(&self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.lines().filter_map(move |line| line.strip_prefix(kind)?.split_once('\t'))
    }

    pub(super) fn day(&self) -> Result<Date, JsError> {
        let day = self.of("today").next().and_then(|(_, day)| Date::read(day));
        day.ok_or_else(|| refused("today"))
    }

    /// The packed wording with the page's texts and names in it.
    pub(super) fn catalogue(
        &self,
        packed: &str,
        rulebook: &Rulebook,
    ) -> Result<Rc<Catalogue>, JsError> {
        let names: Vec<(&str, &str)> = self.of("name ").collect();
        Catalogue::unpack(packed, rulebook)
            .map_err(|_| refused("wording"))?
            .with_texts(self.of("text "))
            .map_err(|key| refused(&key))?
            .with_names(&names)
            .map_err(|name| refused(&name))
            .map(Rc::new)
    }

    /// The answers that the page knows; `refuse` hears of those that cannot be used.
    pub(super) fn answers(&self, rulebook: &Rulebook, refuse: impl Fn(&str)) -> Rc<Answers> {
        self.read_answers("answer ", Answers::new(), rulebook, refuse)
    }

    /// The answers to begin with: the page's, and the borrower's own from before.
    pub(super) fn first_answers(&self, given: &Answers, rulebook: &Rulebook) -> Rc<Answers> {
        self.read_answers("kept ", given.clone(), rulebook, |_| {})
    }

    /// What was done with the ready screens; `refuse` hears of questions that this rulebook does not know.
    pub(super) fn done(&self, rulebook: &Rulebook, refuse: impl Fn(&str)) -> Rc<Vec<Action>> {
        let mut done = Vec::new();
        for (word, about) in self.of("did ") {
            let about: Vec<&str> = about.split('\t').filter(|id| !id.is_empty()).collect();
            match Action::recorded(rulebook, word, &about) {
                Some(action) => done.push(action),
                None => refuse(about.first().unwrap_or(&word)),
            }
        }
        Rc::new(done)
    }

    fn read_answers(
        &self,
        kind: &'a str,
        mut answers: Answers,
        rulebook: &Rulebook,
        refuse: impl Fn(&str),
    ) -> Rc<Answers> {
        for (name, options) in self.of(kind) {
            let options: Vec<String> = options.split('\t').map(String::from).collect();
            // What is wrong with it would take room to say; `diagnose` of the screenless program says it.
            if take_answer(rulebook, &mut answers, name, &options).is_err() {
                refuse(name);
            }
        }
        Rc::new(answers)
    }
}

/// An error that names what cannot be used.
pub(super) fn refused(what: &str) -> JsError {
    JsError::new(&["cannot use `", what, "`"].concat())
}
