use std::rc::Rc;

use yew::{AttrValue, Callback};

use crate::lab::page::desk::Desk;
use crate::lab::readers::Setup;

use super::readers_action::ReadersAction;

/// What the parts of the form of a test are drawn from.
pub(super) struct SetupForm<'a> {
    pub(super) desk: &'a Desk,
    pub(super) setup: &'a Rc<Setup>,
}

impl SetupForm<'_> {
    /// A callback that changes the setup.
    pub(super) fn change<E>(&self, change: impl Fn(&mut Setup, E) + 'static) -> Callback<E> {
        let setup = Rc::clone(self.setup);
        self.desk.on(move |event| {
            let mut setup = (*setup).clone();
            change(&mut setup, event);
            ReadersAction::Edit(setup)
        })
    }

    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.desk.say(name)
    }
}
