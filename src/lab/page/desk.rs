use std::fmt::Display;
use std::rc::Rc;

use yew::{AttrValue, Callback, MouseEvent, Properties};

use super::draft_action::DraftAction;
use super::lab_action::LabAction;
use super::lab_state::LabState;

/// What each part of the lab is drawn from and acts on.
#[derive(Clone)]
pub(super) struct Desk {
    pub(super) state: Rc<LabState>,
    pub(super) act: Callback<LabAction>,
    /// What is done with drafts is done on the device first; the state hears what came of it.
    pub(super) drafts: Callback<DraftAction>,
}

impl PartialEq for Desk {
    /// Whatever happens makes another state.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// What a part is drawn from that needs nothing else.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DeskProps {
    pub(super) desk: Desk,
}

impl Desk {
    /// One of the lab's own texts.
    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.state.words.say(name)
    }

    /// One of the lab's own texts with values in it.
    pub(super) fn say_with(&self, name: &str, values: &[(&str, &dyn Display)]) -> AttrValue {
        self.state.words.say_with(name, values)
    }

    /// The text of a family that belongs to an id.
    pub(super) fn say_of(&self, family: &str, id: &str) -> AttrValue {
        self.state.words.say_of(family, id)
    }

    /// Does what an event means.
    pub(super) fn on<E, A: Into<LabAction>>(
        &self,
        meaning: impl Fn(E) -> A + 'static,
    ) -> Callback<E> {
        self.act.reform(move |event| meaning(event).into())
    }

    /// Does something at a press.
    pub(super) fn press(&self, action: impl Into<LabAction>) -> Callback<MouseEvent> {
        let action = action.into();
        self.act.reform(move |_| action.clone())
    }

    /// Does something with drafts at a press.
    pub(super) fn press_draft(&self, action: DraftAction) -> Callback<MouseEvent> {
        self.drafts.reform(move |_| action.clone())
    }

    /// The locales, as values with their labels.
    pub(super) fn locales(&self) -> Vec<(String, AttrValue)> {
        let locales = self.state.base.locales();
        locales.map(|name| (name.to_owned(), AttrValue::from(name.to_owned()))).collect()
    }
}
