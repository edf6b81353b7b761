//! Who takes the warning back is asked once why, and keeps a line of it in sight.

use yew::prelude::*;

use crate::engine::{Answer, OptionSet, Outcome, ScreenIx};
use crate::wording::ui;

use super::ScreenKind;
use super::element::element;
use super::state::{Position, State, Station};
use super::view::View;

impl State {
    /// The screen that asks, once, why the warning was taken back. Until it is answered the worst is assumed, so that a
    /// reload leads to the warning and not past it.
    pub(super) fn warning_taken_back(&mut self) -> Option<ScreenIx> {
        let warns = self.known.diagnosis.outcome == Outcome::StopScam;
        let question = self.kit.rulebook.after_warning()?;
        let assumed = self.kit.rulebook.question(question).after_warning?;
        if !self.was_warned || warns || self.known.answers.has(question) {
            return None;
        }
        let mut answers = self.known.answers.clone();
        answers.set(question, Answer::Options(OptionSet::of(assumed)));
        self.hear(answers);
        self.kit.rulebook.screen_of(question)
    }

    /// To the result. From a warning no way leads back to what was only looked at: it may be about to ask something else.
    pub(super) fn reach_result(&mut self) -> Position {
        if self.known.diagnosis.outcome == Outcome::StopScam {
            let answers = &self.known.answers;
            let rulebook = &self.kit.rulebook;
            self.path.retain(|asked| match asked {
                Station::Screen(at) => {
                    rulebook.screen(*at).questions().any(|question| answers.has(question))
                }
                Station::Closing => true,
            });
        }
        Position::Reading
    }

    /// Whether a warning was shown and taken back: a line of it stays in sight.
    fn has_taken_warning_back(&self) -> bool {
        let question = self.kit.rulebook.after_warning();
        question.is_some_and(|question| self.known.answers.has(question))
    }
}

/// The line that stays in sight of who took the warning back; the warning itself needs none.
pub(super) fn taken_back_line(view: &View) -> Option<Html> {
    let is_shown = view.state.has_taken_warning_back() && view.state.kind() != ScreenKind::StopScam;
    is_shown.then(|| {
        element("p", "note note--stays")
            .with("data-taken-back", "")
            .text(view.kit.ui(ui::SCAM_TAKEN_BACK))
    })
}
