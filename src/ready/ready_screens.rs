use crate::engine::{QuestionIx, Rulebook, ScreenIx};
use crate::knowledge::{Place, Problem, ProblemCode};

use super::ReadyWarnings;

/// The screens that stand ready, and the warnings to which they lead.
#[derive(Clone, Debug)]
pub struct ReadyScreens {
    /// The screens with a fixed place, in their order.
    pub screens: Vec<ScreenIx>,
    /// The question that is asked of who takes a warning back, and its screen.
    pub after_warning: Option<(QuestionIx, ScreenIx)>,
    /// The warnings.
    pub warnings: ReadyWarnings,
}

impl ReadyScreens {
    /// What of this rulebook can stand ready.
    ///
    /// # Errors
    ///
    /// A problem with the code `not-ready` that says what a script without rules cannot do.
    pub fn new(rulebook: &Rulebook) -> Result<Self, Problem> {
        let mut screens: Vec<ScreenIx> = rulebook
            .screen_places()
            .filter(|screen| rulebook.screen(*screen).place.is_some())
            .collect();
        screens.sort_by_key(|screen| rulebook.screen(*screen).place);
        let question = rulebook.after_warning();
        let after_warning =
            question.and_then(|question| Some((question, rulebook.screen_of(question)?)));
        let mut questions: Vec<QuestionIx> =
            screens.iter().flat_map(|screen| rulebook.screen(*screen).questions()).collect();
        questions.extend(question);
        let warnings = ReadyWarnings::new(rulebook, &questions).map_err(|message| Problem {
            code: ProblemCode::NotReady,
            place: Place::file("screens.toml"),
            message,
            suggestion: None,
        })?;
        Ok(Self { screens, after_warning, warnings })
    }
}
