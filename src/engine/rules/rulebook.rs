use super::packed::packed;
use super::{
    AnswerOption, Cause, CauseIx, Group, OptionIx, Question, QuestionIx, Remedy, RemedyIx, Screen,
    ScreenIx, Settings, Source, SourceIx,
};

/// The versioned whole of the rules, checked and with every id resolved.
///
/// # Design
///
/// Only `knowledge::load` makes one from text, and only when no check reports an error;
/// the engine relies on every place in it being right.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// Version, set by its authors.
    pub version: String,
    /// Hash of its content, 16 hexadecimal digits.
    pub hash: String,
    /// Thresholds and caps.
    pub settings: Settings,
    /// The question whose options are the symptoms.
    pub symptom: QuestionIx,
    /// Questions in the order of the knowledge file.
    pub questions: Vec<Question>,
    /// Screens; their order decides between equal gains.
    pub screens: Vec<Screen>,
    /// Evidence groups.
    pub groups: Vec<Group>,
    /// Causes; their order decides ties.
    pub causes: Vec<Cause>,
    /// Remedies; their order decides ties.
    pub remedies: Vec<Remedy>,
    /// Sources that a borrower may be shown.
    pub sources: Vec<Source>,
}

impl Rulebook {
    /// The question at the place.
    #[must_use]
    pub fn question(&self, at: QuestionIx) -> &Question {
        &self.questions[at.at()]
    }

    /// The option at the place.
    #[must_use]
    pub fn option(&self, question: QuestionIx, option: OptionIx) -> &AnswerOption {
        &self.question(question).options[option.at()]
    }

    /// The cause at the place.
    #[must_use]
    pub fn cause(&self, at: CauseIx) -> &Cause {
        &self.causes[at.at()]
    }

    /// The screen at the place.
    #[must_use]
    pub fn screen(&self, at: ScreenIx) -> &Screen {
        &self.screens[at.at()]
    }

    /// The remedy at the place.
    #[must_use]
    pub fn remedy(&self, at: RemedyIx) -> &Remedy {
        &self.remedies[at.at()]
    }

    /// The source at the place.
    #[must_use]
    pub fn source(&self, at: SourceIx) -> &Source {
        &self.sources[at.at()]
    }

    /// All causes in the rulebook's order.
    pub fn cause_places(&self) -> impl Iterator<Item = CauseIx> {
        CauseIx::all(self.causes.len())
    }

    /// All questions in the rulebook's order.
    pub fn question_places(&self) -> impl Iterator<Item = QuestionIx> {
        QuestionIx::all(self.questions.len())
    }

    /// All screens in the rulebook's order.
    pub fn screen_places(&self) -> impl Iterator<Item = ScreenIx> {
        ScreenIx::all(self.screens.len())
    }

    /// All remedies in the rulebook's order.
    pub fn remedy_places(&self) -> impl Iterator<Item = RemedyIx> {
        RemedyIx::all(self.remedies.len())
    }

    /// The place of the question with this id.
    #[must_use]
    pub fn find_question(&self, id: &str) -> Option<QuestionIx> {
        self.question_places().find(|at| &*self.question(*at).id == id)
    }

    /// The question that asks why the warning was taken back.
    #[must_use]
    pub fn after_warning(&self) -> Option<QuestionIx> {
        self.question_places().find(|at| self.question(*at).after_warning.is_some())
    }

    /// Whether the remedy must come before itself: a circle of `after`.
    #[must_use]
    pub fn comes_before_itself(&self, start: RemedyIx) -> bool {
        let mut seen = vec![false; self.remedies.len()];
        let mut waiting = self.remedy(start).after.clone();
        while let Some(at) = waiting.pop() {
            if at == start {
                return true;
            }
            if !core::mem::replace(&mut seen[at.at()], true) {
                waiting.extend(&self.remedy(at).after);
            }
        }
        false
    }

    /// The screen on which a question stands.
    #[must_use]
    pub fn screen_of(&self, question: QuestionIx) -> Option<ScreenIx> {
        self.screen_places().find(|at| self.screen(*at).questions().any(|on| on == question))
    }
}

packed!(struct Rulebook { version, hash, settings, symptom, questions, screens, groups, causes, remedies, sources });
