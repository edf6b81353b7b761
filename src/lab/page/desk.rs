use std::rc::Rc;

use yew::{AttrValue, Callback};

use super::state::{Action, LabState};

/// What each part of the lab is drawn from and acts on.
#[derive(Clone, PartialEq)]
pub(super) struct Desk {
    pub(super) state: Rc<LabState>,
    pub(super) act: Callback<Action>,
}

impl Desk {
    /// One of the lab's own texts.
    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.state.words.say(name)
    }

    /// One of the lab's own texts with values in it.
    pub(super) fn say_with(&self, name: &str, values: &[(&str, &str)]) -> AttrValue {
        self.state.words.say_with(name, values)
    }
}
