use yew::{Callback, UseReducerHandle};

use crate::engine::{Answers, Diagnosis, Outcome};

use super::action::Action;
use super::state::{Asked, Place, State};

/// What the widget shows, for the page around it.
#[derive(Clone)]
pub struct Shown {
    pub(super) state: UseReducerHandle<State>,
    pub(super) act: Callback<Action>,
}

impl Shown {
    /// The kind of screen, as in its `data-screen`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (self.state.place, self.state.heard.diagnosis.outcome) {
            (Place::Asking(_), _) => "question",
            (Place::Reviewing, _) => "review",
            (Place::Reading, Outcome::StopScam) => "stop-scam",
            (Place::Reading, _) => "result",
        }
    }

    /// The id of the screen that is asked; empty where none is.
    #[must_use]
    pub fn screen_id(&self) -> &str {
        match self.state.asked() {
            Some(Asked::Screen(screen)) => &self.state.kit.rulebook.screen(screen).id,
            Some(Asked::Closing) => "closing-list",
            None => "",
        }
    }

    /// About how many screens are still to come.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.state.remaining
    }

    /// What was answered so far.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.state.heard.answers
    }

    /// The diagnosis, while it is shown.
    #[must_use]
    pub fn result(&self) -> Option<&Diagnosis> {
        (self.state.place == Place::Reading).then_some(&self.state.heard.diagnosis)
    }

    /// Whether there is a screen to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.state.place != Place::Asking(0)
    }

    /// Back to the screen before.
    pub fn go_back(&self) {
        self.act.emit(Action::WentBack);
    }

    /// All over again.
    pub fn restart(&self) {
        self.act.emit(Action::Restarted);
    }
}
