use super::gain::{Posterior, screen_gain};
use super::{Answers, Diagnosis, Outcome, QuestionIx, Row, Rulebook, Screen, ScreenIx};
use super::{CauseIx, Form, OptionIx};

/// The asking: which screen comes next, and how far it is.
///
/// # Design
///
/// There is no flowchart: the next screen follows from what the rulebook could still learn.
#[derive(Clone, Copy)]
pub struct Interview<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    diagnosis: &'a Diagnosis,
}

/// What the interview does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Asks a screen.
    Ask(ScreenIx),
    /// Shows the result.
    Finish,
}

impl<'a> Interview<'a> {
    /// Looks at the interview after these answers; the diagnosis must be theirs.
    #[must_use]
    pub fn new(rulebook: &'a Rulebook, answers: &'a Answers, diagnosis: &'a Diagnosis) -> Self {
        Self { rulebook, answers, diagnosis }
    }

    /// The next screen by expected gain for its effort, or the end of the asking.
    #[must_use]
    pub fn next(&self) -> Next {
        if self.diagnosis.outcome == Outcome::StopScam {
            return Next::Finish;
        }
        if let Some(screen) = self.next_in_place() {
            return Next::Ask(screen);
        }
        let left = usize::from(self.rulebook.settings.most_screens).saturating_sub(self.asked());
        let gains = self.gains();
        let named: Vec<(ScreenIx, u32)> =
            gains.iter().filter(|(screen, _)| self.has_named(*screen)).copied().collect();
        let least = self.rulebook.settings.least_gain;
        // What the product is named for is asked even where little is to be gained, and before the budget ends.
        let best = match first_best(&gains) {
            Some((screen, gain)) if gain >= least && left > named.len() => Some(screen),
            _ => first_best(&named).map(|(screen, _)| screen),
        };
        match best {
            Some(screen) if left > 0 => Next::Ask(screen),
            _ => Next::Finish,
        }
    }

    /// A screen that is worth asking although the interview could end here; best first.
    #[must_use]
    pub fn further(&self) -> Option<ScreenIx> {
        first_best(&self.gains()).map(|(screen, _)| screen)
    }

    /// How many screens have been answered.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.rulebook
            .screen_places()
            .filter(|screen| {
                let mut questions = self.rulebook.screen(*screen).questions();
                questions.any(|question| self.answers.has(question) && self.applies(question))
            })
            .count()
    }

    /// About how many screens are still to come, an estimate that never exceeds the budget.
    #[must_use]
    pub fn remaining(&self) -> usize {
        if self.next() == Next::Finish {
            return 0;
        }
        let in_place = self
            .rulebook
            .screen_places()
            .filter(|screen| self.rulebook.screen(*screen).place.is_some() && self.is_open(*screen))
            .count();
        let least = self.rulebook.settings.least_gain;
        let gains = self.gains();
        let named = gains.iter().filter(|(screen, _)| self.has_named(*screen)).count();
        let worthwhile = gains
            .iter()
            .filter(|(screen, gain)| *gain >= least && !self.has_named(*screen))
            .count();
        // Each answer makes some of the others needless: about half of those that are worthwhile now are asked.
        // Before the symptom is known none can be told; a typical interview has two named screens and two more.
        let estimate = match self.diagnosis.facts.symptom() {
            Some(_) => in_place + named + worthwhile.div_ceil(2),
            None => in_place + 4,
        };
        let left = usize::from(self.rulebook.settings.most_screens).saturating_sub(self.asked());
        estimate.clamp(1, left.max(1))
    }

    /// The questions that a screen shows, in its order: those that can change something, and those already answered.
    #[must_use]
    pub fn questions_on(&self, screen: ScreenIx) -> Vec<QuestionIx> {
        self.rulebook
            .screen(screen)
            .questions()
            .filter(|question| {
                self.applies(*question)
                    && (self.answers.has(*question) || self.can_change_something(*question))
            })
            .collect()
    }

    /// The rows that a list shows, in its order.
    #[must_use]
    pub fn rows_on(&self, screen: ScreenIx) -> Vec<Row> {
        let questions = self.questions_on(screen);
        let symptom = self.diagnosis.facts.symptom();
        match &self.rulebook.screen(screen).form {
            Form::Full(_) => Vec::new(),
            Form::List(rows) => rows
                .iter()
                .filter(|row| questions.contains(&row.question))
                .filter(|row| self.rulebook.choice(row.question, row.option).offered.has(symptom))
                .copied()
                .collect(),
        }
    }

    /// The options that a question offers under the symptom, in the question's order.
    #[must_use]
    pub fn options_of(&self, question: QuestionIx) -> Vec<OptionIx> {
        let symptom = self.diagnosis.facts.symptom();
        OptionIx::all(self.rulebook.question(question).options.len())
            .filter(|option| self.rulebook.choice(question, *option).offered.has(symptom))
            .collect()
    }

    /// The questions whose answers could still change something, in the rulebook's order; none after a fraud stop.
    #[must_use]
    pub fn open_questions(&self) -> Vec<QuestionIx> {
        if self.diagnosis.outcome == Outcome::StopScam {
            return Vec::new();
        }
        self.rulebook
            .question_places()
            .filter(|question| self.is_open_question(*question))
            .collect()
    }

    /// Whether the screen still has an open question.
    #[must_use]
    pub fn is_open(&self, screen: ScreenIx) -> bool {
        self.rulebook.screen(screen).questions().any(|question| self.is_open_question(question))
    }

    fn next_in_place(&self) -> Option<ScreenIx> {
        self.rulebook
            .screen_places()
            .filter(|screen| self.rulebook.screen(*screen).place.is_some() && self.is_open(*screen))
            .min_by_key(|screen| self.rulebook.screen(*screen).place)
    }

    /// The open screens with their gains.
    fn gains(&self) -> Vec<(ScreenIx, u32)> {
        let posterior = Posterior::new(&self.diagnosis.assessments);
        self.rulebook
            .screen_places()
            .filter(|screen| self.rulebook.screen(*screen).place.is_none() && self.is_open(*screen))
            .map(|at| {
                let screen: &Screen = self.rulebook.screen(at);
                let is_open = |question| self.is_open_question(question);
                (at, screen_gain(self.rulebook, self.diagnosis, &posterior, screen, is_open))
            })
            .collect()
    }

    fn has_named(&self, screen: ScreenIx) -> bool {
        self.rulebook.screen(screen).questions().any(|question| {
            self.rulebook.question(question).named && self.is_open_question(question)
        })
    }

    fn is_open_question(&self, question: QuestionIx) -> bool {
        !self.answers.has(question) && self.applies(question) && self.can_change_something(question)
    }

    fn applies(&self, question: QuestionIx) -> bool {
        self.rulebook.question(question).applies.has(self.diagnosis.facts.symptom())
    }

    /// Whether an answer could speak for or against a cause that is in question and not yet decided.
    fn can_change_something(&self, question: QuestionIx) -> bool {
        if self
            .rulebook
            .screen_of(question)
            .is_some_and(|at| self.rulebook.screen(at).place.is_some())
        {
            return true;
        }
        let is_undecided = |cause: CauseIx| {
            let assessment = self.diagnosis.assessment(cause);
            assessment.prior.is_some()
                && assessment.settled_by.is_none()
                && assessment.ruled_out_by.is_none()
        };
        let symptom = self.diagnosis.facts.symptom();
        let has_evidence = self
            .rulebook
            .question(question)
            .options
            .iter()
            .filter(|choice| choice.offered.has(symptom))
            .any(|choice| choice.evidence.iter().any(|evidence| is_undecided(evidence.cause)));
        has_evidence
            || self.rulebook.cause_places().filter(|cause| is_undecided(*cause)).any(|cause| {
                self.rulebook.cause(cause).hard_facts.iter().any(|fact| fact.question == question)
            })
    }
}

/// The screen with the best gain; of equal ones the first.
fn first_best(gains: &[(ScreenIx, u32)]) -> Option<(ScreenIx, u32)> {
    gains.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })
}
