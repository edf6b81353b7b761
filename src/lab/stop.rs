use std::rc::Rc;

use crate::engine::Answers;
use crate::widget::{Position, ScreenKind, State, Station};

/// One screen that a borrower sees, filled in as the borrower does before going on.
#[derive(Clone, PartialEq)]
pub struct Stop {
    pub(super) state: Rc<State>,
}

impl Stop {
    /// The kind of screen.
    #[must_use]
    pub fn kind(&self) -> ScreenKind {
        self.state.kind()
    }

    /// Its place: of a question that of its screen in the rulebook, of a result or a warning that of the first cause,
    /// both from 1; 0 where there is none.
    #[must_use]
    pub fn number(&self) -> usize {
        match (self.state.position, self.state.asked()) {
            (_, Some(Station::Screen(screen))) => screen.at() + 1,
            (Position::Reading, _) => {
                self.state.known.diagnosis.first().map_or(0, |cause| cause.at() + 1)
            }
            _ => 0,
        }
    }

    /// What the borrower has answered there.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.state.known.answers
    }
}
