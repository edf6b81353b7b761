use std::cell::Cell;
use std::rc::Rc;

use yew::{Callback, NodeRef};

use crate::engine::{Diagnosis, Interview};

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
}
