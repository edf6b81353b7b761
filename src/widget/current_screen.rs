use std::rc::Rc;

use yew::Callback;

use crate::engine::{Answers, CLOSING_LIST, Diagnosis};
#[cfg(feature = "prerender")]
use crate::engine::{OptionIx, QuestionIx};

use super::ScreenKind;
use super::action::Action;
use super::state::{Position, State, Station};

/// What the widget shows, for the page around it.
#[derive(Clone)]
pub struct CurrentScreen {
    pub(super) state: Rc<State>,
    pub(super) act: Callback<Action>,
}

#[cfg(feature = "prerender")]
impl CurrentScreen {
    /// What is shown first, with the answers that a page sets.
    #[must_use]
    pub fn first(kit: super::Kit, given: Rc<Answers>) -> Self {
        let answers = (*given).clone();
        Self { state: Rc::new(State::new(kit, given, answers)), act: Callback::noop() }
    }

    /// What is shown after one more thing was done.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        Self { state: Rc::clone(&self.state).reduce(action), act: self.act.clone() }
    }

    /// Whether a question is offered that could take the warning back.
    #[must_use]
    pub fn can_be_doubted(&self) -> bool {
        self.state.interview().doubt().is_some()
    }

    /// The options of a question that are offered, and not being sure.
    #[must_use]
    pub fn options_of(&self, question: QuestionIx) -> Vec<Option<OptionIx>> {
        let options = self.state.interview().options_of(question);
        options.into_iter().map(Some).chain([None]).collect()
    }
}

impl CurrentScreen {
    /// The kind of screen.
    #[must_use]
    pub fn kind(&self) -> ScreenKind {
        self.state.kind()
    }

    /// The id of the screen that is asked; empty where none is.
    #[must_use]
    pub fn screen_id(&self) -> &str {
        match self.state.asked() {
            Some(Station::Screen(screen)) => &self.state.kit.rulebook.screen(screen).id,
            Some(Station::Closing) => CLOSING_LIST,
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
        &self.state.known.answers
    }

    /// The diagnosis, while it is shown.
    #[must_use]
    pub fn result(&self) -> Option<&Diagnosis> {
        (self.state.position == Position::Reading).then_some(&self.state.known.diagnosis)
    }

    /// Whether there is a screen to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.state.position != Position::Asking(0)
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
