use std::cell::Cell;
use std::rc::Rc;

use yew::{AttrValue, Callback, NodeRef};

use crate::engine::{Answer, Diagnosis, Form, Interview, OptionSet, Said};
use crate::wording::ui;

use super::Kit;
use super::action::Action;
use super::state::State;

/// What a screen is drawn from.
pub(crate) struct View<'a> {
    pub(crate) kit: &'a Kit,
    pub(crate) state: &'a State,
    pub(crate) diagnosis: &'a Diagnosis,
    /// The interview as it stands.
    pub(crate) interview: Interview<'a>,
    pub(crate) act: &'a Callback<Action>,
    /// The heading that takes the focus when the screen changes.
    pub(crate) heading: &'a NodeRef,
    /// Whether the last touch was by keyboard, which moves a choice rather than making it.
    pub(crate) is_by_key: &'a Rc<Cell<bool>>,
}

impl View<'_> {
    /// A callback that reports one action, whatever the event.
    pub(crate) fn report<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }

    /// A quoted answer in one line: the question's short name and what was said.
    pub(crate) fn quote(&self, said: Said) -> AttrValue {
        let question = self.kit.question(said.question, "short");
        let values = [("question", &*question), ("answer", &*self.answer(said))];
        self.kit.ui_with(ui::EVIDENCE_LINE, &values)
    }

    /// What was said, and no more: the option, or the rows that were left empty where it only follows from them.
    pub(crate) fn answer(&self, said: Said) -> AttrValue {
        match self.left_empty(said) {
            rows if rows.is_empty() => self.kit.option(said.question, said.option),
            rows => {
                let labels: Vec<AttrValue> =
                    rows.iter().map(|row| self.kit.option(said.question, row)).collect();
                self.kit.ui_with(ui::ANSWER_DENIED, &[("answers", &self.kit.list(&labels))])
            }
        }
    }

    /// The rows of a list that were left empty, from which the answer follows; none where it was chosen itself.
    fn left_empty(&self, said: Said) -> OptionSet {
        if let Some(Answer::Partly { held, denied }) = self.state.answer(said.question) {
            return if held.has(said.option) { OptionSet::EMPTY } else { denied };
        }
        let rulebook = &self.kit.rulebook;
        let symptom = self.diagnosis.facts.symptom();
        let Some(screen) = rulebook.screen_of(said.question) else { return OptionSet::EMPTY };
        let Form::List(rows) = &rulebook.screen(screen).form else { return OptionSet::EMPTY };
        rows.iter()
            .filter(|row| row.question == said.question && row.otherwise == said.option)
            .filter(|row| rulebook.option(row.question, row.option).offered.has(symptom))
            .fold(OptionSet::EMPTY, |rows, row| rows.with(row.option))
    }
}
