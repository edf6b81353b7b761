//! About how many screens are to come from where the borrower is.

use crate::engine::{Outcome, QuestionIx};

use super::state::{State, Station};

impl State {
    /// On a screen that stands in the page before the program, what its script can know as well.
    pub(super) fn to_come(&self) -> usize {
        let interview = self.interview();
        match self.known.diagnosis.outcome {
            Outcome::Findings | Outcome::NotEnoughKnown if self.is_at_ready_screen() => {
                interview.remaining_at_first()
            }
            _ => interview.remaining(),
        }
    }

    fn is_at_ready_screen(&self) -> bool {
        let Some(Station::Screen(at)) = self.asked() else { return false };
        let rulebook = &self.kit.rulebook;
        let screen = rulebook.screen(at);
        let follows_warning =
            |question: QuestionIx| rulebook.question(question).after_warning.is_some();
        screen.place.is_some() || screen.questions().any(follows_warning)
    }
}
