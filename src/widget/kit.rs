use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{CauseIx, Date, OptionIx, QuestionIx, RemedyIx, Rulebook, Said};
use crate::wording::{Catalogue, UiKey, ui};

/// What every screen needs and nothing changes: the rules, the words, the day.
#[derive(Clone)]
pub struct Kit {
    /// The rules.
    pub rulebook: Rc<Rulebook>,
    /// The words.
    pub catalogue: Rc<Catalogue>,
    /// Today.
    pub day: Date,
}

impl PartialEq for Kit {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rulebook, &other.rulebook)
            && Rc::ptr_eq(&self.catalogue, &other.catalogue)
            && self.day == other.day
    }
}

impl Kit {
    /// Puts a kit together.
    #[must_use]
    pub fn new(rulebook: Rulebook, catalogue: Catalogue, day: Date) -> Self {
        Self { rulebook: Rc::new(rulebook), catalogue: Rc::new(catalogue), day }
    }

    /// A text of the page itself.
    #[must_use]
    pub fn ui(&self, key: UiKey) -> AttrValue {
        self.catalogue.ui(key).into()
    }

    /// A text of the page itself with values put in.
    #[must_use]
    pub fn ui_with(&self, key: UiKey, values: &[(&str, &str)]) -> AttrValue {
        self.catalogue.ui_with(key, values).into()
    }

    /// About how many screens are still to come, in words.
    #[must_use]
    pub fn progress(&self, remaining: usize) -> AttrValue {
        match remaining {
            0 | 1 => self.ui(ui::PROGRESS_LAST),
            count => self.ui_with(ui::PROGRESS_REMAINING, &[("count", &count.to_string())]),
        }
    }

    /// The text of `ui.<place>.<id>`, where the id comes from an enum of the engine.
    #[must_use]
    pub fn ui_of(&self, place: &str, id: &str) -> AttrValue {
        self.catalogue.slot("ui", place, id).into()
    }

    /// A slot of a question.
    #[must_use]
    pub fn question(&self, question: QuestionIx, slot: &str) -> AttrValue {
        self.catalogue.slot("question", &self.rulebook.question(question).id, slot).into()
    }

    /// A slot of a question that may be missing.
    #[must_use]
    pub fn question_hint(&self, question: QuestionIx) -> Option<AttrValue> {
        let id = &self.rulebook.question(question).id;
        self.catalogue.optional("question", id, "hint").map(Into::into)
    }

    /// The label of an option.
    #[must_use]
    pub fn option(&self, question: QuestionIx, option: OptionIx) -> AttrValue {
        let question = self.rulebook.question(question);
        self.catalogue.slot("option", &question.id, &question.options[option.at()].id).into()
    }

    /// The label of an option as a row of a list, if a list has it.
    #[must_use]
    pub fn row(&self, question: QuestionIx, option: OptionIx) -> Option<AttrValue> {
        let question = self.rulebook.question(question);
        let option = &question.options[option.at()].id;
        self.catalogue.optional("row", &question.id, option).map(Into::into)
    }

    /// The label of "not sure" for a question.
    #[must_use]
    pub fn unsure(&self, question: QuestionIx) -> AttrValue {
        let id = &self.rulebook.question(question).id;
        match self.catalogue.optional("option", id, "unsure") {
            Some(text) => text.into(),
            None => self.ui(ui::ANSWER_UNSURE),
        }
    }

    /// A slot of a cause.
    #[must_use]
    pub fn cause(&self, cause: CauseIx, slot: &str) -> AttrValue {
        self.catalogue.slot("cause", &self.rulebook.cause(cause).id, slot).into()
    }

    /// A slot of a remedy.
    #[must_use]
    pub fn remedy(&self, remedy: RemedyIx, slot: &str) -> AttrValue {
        self.catalogue.slot("remedy", &self.rulebook.remedy(remedy).id, slot).into()
    }

    /// An answer in one line: the question's short name and the option.
    #[must_use]
    pub fn evidence_line(&self, said: Said) -> AttrValue {
        let values = [
            ("question", &*self.question(said.question, "short")),
            ("answer", &*self.option(said.question, said.option)),
        ];
        self.ui_with(ui::EVIDENCE_LINE, &values)
    }

    /// Several texts as one, in the locale's way.
    #[must_use]
    pub fn list(&self, texts: &[AttrValue]) -> AttrValue {
        self.join(ui::ANSWER_AND, texts)
    }

    /// Several texts as one, with a text between each two.
    #[must_use]
    pub fn join(&self, between: UiKey, texts: &[AttrValue]) -> AttrValue {
        let texts: Vec<&str> = texts.iter().map(AttrValue::as_str).collect();
        texts.join(&self.ui(between)).into()
    }

    /// An id for an element of this widget; a host page has the widget in a tree of its own.
    #[must_use]
    pub fn element_id(&self, parts: &[&str]) -> AttrValue {
        ["checkup-", &parts.join("-")].concat().into()
    }
}
