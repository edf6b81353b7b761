use std::cell::OnceCell;
use std::rc::Rc;

use crate::engine::answers::Answers;
use crate::engine::diagnosis::{Diagnosis, Outcome};
use crate::engine::rules::{
    CauseIx, Form, OptionIx, QuestionIx, QuestionSet, Row, Rulebook, Said, ScreenIx,
};

use super::closing::{closing_list, further_rows};
use super::information_gain::InformationGain;
use super::open_questions::{deciding_steps, open_questions};

/// The asking: which screen comes next, and how far it is.
///
/// # Design
///
/// There is no flowchart: the next screen follows from what the rulebook could still learn.
pub struct Interview<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    diagnosis: &'a Diagnosis,
    notes: Rc<InterviewNotes>,
}

/// What an interview has worked out, for whoever looks at the same answers again.
#[derive(Default)]
pub struct InterviewNotes {
    /// The questions whose answers could still change something.
    open: OnceCell<QuestionSet>,
    gain: OnceCell<InformationGain>,
    /// The open screens without a fixed place, with their gains.
    gains: OnceCell<Vec<(ScreenIx, u32)>>,
    next: OnceCell<Next>,
}

/// What the interview does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Asks a screen.
    Ask(ScreenIx),
    /// Asks the closing list: facts that could still change a reason that is shown, then those that could add one.
    Close(Vec<Said>),
    /// Shows the result.
    Finish,
}

impl<'a> Interview<'a> {
    /// Looks at the interview after these answers; the diagnosis must be theirs.
    #[must_use]
    pub fn new(rulebook: &'a Rulebook, answers: &'a Answers, diagnosis: &'a Diagnosis) -> Self {
        Self::with_notes(rulebook, answers, diagnosis, Rc::default())
    }

    /// Looks at it once more, with the notes of an earlier look at the same answers.
    #[must_use]
    pub fn with_notes(
        rulebook: &'a Rulebook,
        answers: &'a Answers,
        diagnosis: &'a Diagnosis,
        notes: Rc<InterviewNotes>,
    ) -> Self {
        Self { rulebook, answers, diagnosis, notes }
    }

    /// The screens with a fixed place, what the page's message leaves open, what the product is named for, the next screen
    /// by expected gain for its effort, then the closing list, then the end of the asking. Nothing is asked after a fraud
    /// stop.
    ///
    /// # Examples
    ///
    /// ```
    /// use loan_checkup::engine::{Answer, Answers, Date, Interview, Next, Outcome, diagnose};
    /// use loan_checkup::shipped;
    ///
    /// let rulebook = shipped::rulebook();
    /// let day = Date::read("2026-11-21").expect("it is a day");
    /// let mut answers = Answers::new();
    /// // Somebody who is sure of nothing.
    /// let outcome = loop {
    ///     let diagnosis = diagnose(&rulebook, &answers, day);
    ///     let interview = Interview::new(&rulebook, &answers, &diagnosis);
    ///     match interview.next() {
    ///         Next::Ask(screen) => {
    ///             for question in interview.questions_on(screen) {
    ///                 answers.set(question, Answer::Unsure);
    ///             }
    ///         }
    ///         Next::Close(rows) => {
    ///             for row in rows {
    ///                 answers.set_closing(row.question, Answer::Unsure);
    ///             }
    ///         }
    ///         Next::Finish => break diagnosis.outcome,
    ///     }
    /// };
    /// assert_eq!(outcome, Outcome::NotEnoughKnown);
    /// ```
    #[must_use]
    pub fn next(&self) -> Next {
        self.notes.next.get_or_init(|| self.find_next()).clone()
    }

    fn find_next(&self) -> Next {
        if self.diagnosis.outcome == Outcome::StopScam {
            return Next::Finish;
        }
        if let Some(screen) = self.next_in_place() {
            return Next::Ask(screen);
        }
        let left = self.left();
        if let Some(screen) = self.about_the_message().filter(|_| left > 0) {
            return Next::Ask(screen);
        }
        let gains = self.gains();
        let is_closed = self.answers.is_closed();
        // While there is no reason to show, whatever can still tell something is worth asking.
        let least = match self.diagnosis.first() {
            Some(_) => self.rulebook.settings.least_gain,
            None => 1,
        };
        // The closing list is asked before the budget ends.
        let is_left = left > usize::from(!is_closed);
        let worthwhile =
            || first_best(gains).filter(|(_, gain)| *gain >= least && is_left).map(|best| best.0);
        let named =
            || gains.iter().map(|(screen, _)| *screen).find(|screen| self.has_named(*screen));
        let best = named().or_else(worthwhile);
        match best {
            _ if left == 0 => Next::Finish,
            Some(screen) => Next::Ask(screen),
            None if is_closed => Next::Finish,
            None => match self.closing_list() {
                rows if rows.is_empty() => Next::Finish,
                rows => Next::Close(rows),
            },
        }
    }

    /// The facts of which a single one would still change the first reason or take another one back, then those that would
    /// add one; those that would end in the warning stand in front, the others by how likely they are.
    #[must_use]
    pub fn closing_list(&self) -> Vec<Said> {
        closing_list(self.rulebook, self.answers, self.diagnosis, self.gain())
    }

    /// The facts for which the closing list has no room, for who looks for what nobody asked; an empty row says nothing.
    #[must_use]
    pub fn further_rows(&self, listed: &[Said]) -> Vec<Said> {
        further_rows(self.rulebook, self.answers, self.diagnosis, listed)
    }

    /// After a fraud stop the question that could take the warning back, which the borrower may ask for.
    #[must_use]
    pub fn doubt(&self) -> Option<QuestionIx> {
        let is_stopped = self.diagnosis.outcome == Outcome::StopScam;
        self.open().iter().next().filter(|_| is_stopped)
    }

    /// A screen that is worth asking although the interview could end here; best first.
    #[must_use]
    pub fn further(&self) -> Option<ScreenIx> {
        first_best(self.gains()).map(|(screen, _)| screen)
    }

    /// The reasons that the answers to a question tell apart, the likeliest first.
    #[must_use]
    pub fn tells_apart(&self, question: QuestionIx) -> Vec<CauseIx> {
        self.gain().raised_by(self.rulebook, question)
    }

    /// How many screens have been answered, the closing list included.
    #[must_use]
    pub fn asked(&self) -> usize {
        let closing = self.answers.closing();
        let is_asked = |question: QuestionIx| {
            self.answers.has(question) && self.counts(question) && !closing.has(question)
        };
        let screens =
            self.rulebook.screens.iter().filter(|screen| screen.questions().any(is_asked)).count();
        screens + usize::from(self.answers.is_closed())
    }

    /// About how many screens are still to come, an estimate that never exceeds the budget.
    #[must_use]
    pub fn remaining(&self) -> usize {
        match self.next() {
            Next::Finish => return 0,
            Next::Close(_) => return 1,
            Next::Ask(_) => {}
        }
        if self.diagnosis.facts.symptom().is_none() || self.open_in_place() > 0 {
            return self.remaining_at_first();
        }
        let least = self.rulebook.settings.least_gain;
        let gains = self.gains();
        let named = gains.iter().filter(|(screen, _)| self.has_named(*screen)).count();
        let worthwhile = gains
            .iter()
            .filter(|(screen, gain)| *gain >= least && !self.has_named(*screen))
            .count();
        // Each answer makes some of the others needless: about half of those that are worthwhile now are asked.
        self.with_closing(named + worthwhile.div_ceil(2))
    }

    /// The same while the first screens are shown, which stand in the page before the program: it follows from which of
    /// them are open and from nothing else. A typical interview has two named screens after them and two more.
    #[must_use]
    pub fn remaining_at_first(&self) -> usize {
        self.with_closing(self.open_in_place() + 4)
    }

    /// How many screens with a fixed place are open.
    fn open_in_place(&self) -> usize {
        let in_place = |screen: &ScreenIx| self.rulebook.screen(*screen).place.is_some();
        self.rulebook
            .screen_places()
            .filter(in_place)
            .filter(|screen| self.is_open(*screen))
            .count()
    }

    /// So many screens and the closing list, as far as the budget goes.
    fn with_closing(&self, screens: usize) -> usize {
        let closing = usize::from(!self.answers.is_closed());
        (screens + closing).clamp(1, self.left().max(1))
    }

    /// How many screens the budget still has.
    fn left(&self) -> usize {
        usize::from(self.rulebook.settings.most_screens).saturating_sub(self.asked())
    }

    /// The questions that a screen shows, in its order: those that can change something, and those already answered.
    #[must_use]
    pub fn questions_on(&self, screen: ScreenIx) -> Vec<QuestionIx> {
        let is_shown = |question: &QuestionIx| {
            self.open().has(*question) || (self.answers.has(*question) && self.counts(*question))
        };
        self.rulebook.screen(screen).questions().filter(is_shown).collect()
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
                .filter(|row| self.rulebook.option(row.question, row.option).offered.has(symptom))
                .copied()
                .collect(),
        }
    }

    /// The options that a question offers under the symptom, in the question's order.
    #[must_use]
    pub fn options_of(&self, question: QuestionIx) -> Vec<OptionIx> {
        self.rulebook.question(question).offered(self.diagnosis.facts.symptom()).iter().collect()
    }

    /// The questions whose answers could still change something, in the rulebook's order; after a fraud stop those that
    /// could take the warning back.
    #[must_use]
    pub fn open_questions(&self) -> Vec<QuestionIx> {
        self.open().iter().collect()
    }

    /// Whether the screen still has an open question.
    #[must_use]
    pub fn is_open(&self, screen: ScreenIx) -> bool {
        self.rulebook.screen(screen).questions().any(|question| self.open().has(question))
    }

    fn next_in_place(&self) -> Option<ScreenIx> {
        self.rulebook
            .screen_places()
            .filter(|screen| self.rulebook.screen(*screen).place.is_some() && self.is_open(*screen))
            .min_by_key(|screen| self.rulebook.screen(*screen).place)
    }

    /// The screen that asks what the page's message leaves open, where the message settles the first reason.
    fn about_the_message(&self) -> Option<ScreenIx> {
        let about = deciding_steps(self.rulebook, self.diagnosis);
        let mut open = self.open().iter().filter(|question| about.has(*question));
        open.find_map(|question| self.rulebook.screen_of(question))
    }

    fn gains(&self) -> &[(ScreenIx, u32)] {
        self.notes.gains.get_or_init(|| {
            let gain = |at: ScreenIx| {
                self.gain().of_screen(self.rulebook, self.rulebook.screen(at), self.open())
            };
            self.rulebook
                .screen_places()
                .filter(|at| self.rulebook.screen(*at).place.is_none() && self.is_open(*at))
                .map(|at| (at, gain(at)))
                .collect()
        })
    }

    fn gain(&self) -> &InformationGain {
        let Diagnosis { assessments, facts, .. } = self.diagnosis;
        let gain = || InformationGain::new(self.rulebook, assessments, facts);
        self.notes.gain.get_or_init(gain)
    }

    fn open(&self) -> QuestionSet {
        let open = || open_questions(self.rulebook, self.answers, self.diagnosis);
        *self.notes.open.get_or_init(open)
    }

    fn has_named(&self, screen: ScreenIx) -> bool {
        let is_named = |question: QuestionIx| {
            self.rulebook.question(question).named && self.open().has(question)
        };
        self.rulebook.screen(screen).questions().any(is_named)
    }

    fn counts(&self, question: QuestionIx) -> bool {
        self.rulebook.question(question).counts(self.diagnosis.facts.symptom())
    }
}

/// The screen with the best gain; of equal ones the first.
fn first_best(gains: &[(ScreenIx, u32)]) -> Option<(ScreenIx, u32)> {
    gains.iter().copied().reduce(|best, next| if next.1 > best.1 { next } else { best })
}
