use crate::engine::Rulebook;

use super::UNSURE;
use super::action::Action;

impl Action {
    /// What was done with the ready screens, as their script writes it down: a word, and where it is about an option the
    /// ids of question and option. `None` where the rulebook does not know them.
    #[must_use]
    pub fn recorded(rulebook: &Rulebook, word: &str, about: &[&str]) -> Option<Self> {
        let action = match (word, about) {
            ("next", []) => Self::WentOn,
            ("back", []) => Self::WentBack,
            ("continue", []) => Self::Continued,
            ("finish", []) => Self::Finished,
            ("review", []) => Self::OpenedReview,
            (_, [question, option]) => {
                let question = rulebook.find_question(question)?;
                let option = match *option {
                    UNSURE => None,
                    id => Some(rulebook.question(question).option(id)?),
                };
                match word {
                    "tap" => {
                        let screen = rulebook.screen_of(question)?;
                        Self::Tapped { screen, question, option }
                    }
                    "choose" => Self::Chose { question, option },
                    "toggle" => Self::Toggled { question, option },
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(action)
    }
}
