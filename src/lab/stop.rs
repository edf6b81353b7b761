use std::rc::Rc;

use crate::engine::{Answers, Outcome};
use crate::widget::{Position, State, Station};

/// One screen that a borrower sees, filled in as the borrower does before going on.
#[derive(Clone, PartialEq)]
pub struct Stop {
    pub(super) state: Rc<State>,
}

impl Stop {
    /// The kind of screen: `question`, `closing-list`, `result`, `stop-scam` or `review`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match (self.state.place, self.state.asked()) {
            (_, Some(Station::Closing)) => "closing-list",
            (Position::Asking(_), _) => "question",
            (Position::Reviewing, _) => "review",
            (Position::Reading, _) => match self.state.known.diagnosis.outcome {
                Outcome::StopScam => "stop-scam",
                Outcome::Findings | Outcome::NotEnoughKnown => "result",
            },
        }
    }

    /// Its place: of a question that of its screen in the rulebook, of a result or a warning that of the first cause,
    /// both from 1; 0 where there is none.
    #[must_use]
    pub fn number(&self) -> usize {
        match (self.state.place, self.state.asked()) {
            (_, Some(Station::Screen(screen))) => screen.at() + 1,
            (Position::Reading, _) => {
                self.state.known.diagnosis.first().map_or(0, |cause| cause.at() + 1)
            }
            _ => 0,
        }
    }

    /// What it is about: the id of the screen, of the first cause, or nothing.
    #[must_use]
    pub fn id(&self) -> &str {
        let rulebook = &self.state.kit.rulebook;
        match (self.state.place, self.state.asked()) {
            (_, Some(Station::Screen(screen))) => &rulebook.screen(screen).id,
            (Position::Reading, _) => {
                self.state.known.diagnosis.first().map_or("", |cause| &rulebook.cause(cause).id)
            }
            _ => "",
        }
    }

    /// What the borrower has answered there.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.state.known.answers
    }
}
