use std::cell::Cell;
use std::rc::Rc;

use yew::{Callback, NodeRef};

use crate::engine::{Diagnosis, Interview};

use super::Kit;
use super::action::Action;
use super::state::State;

/// What a screen is drawn from.
pub(super) struct View<'a> {
    pub(super) kit: &'a Kit,
    pub(super) state: &'a State,
    pub(super) diagnosis: &'a Diagnosis,
    /// The interview as it stands.
    pub(super) interview: Interview<'a>,
    pub(super) act: &'a Callback<Action>,
    /// The heading that takes the focus when the screen changes.
    pub(super) heading: &'a NodeRef,
    /// Whether the last touch was by keyboard, which moves a choice rather than making it.
    pub(super) is_by_key: &'a Rc<Cell<bool>>,
}

impl View<'_> {
    /// A callback that reports one action, whatever the event.
    pub(super) fn report<E>(&self, action: Action) -> Callback<E> {
        self.act.reform(move |_| action.clone())
    }
}
