use std::rc::Rc;

use yew::{AttrValue, Reducible};

use crate::engine::{
    AmountError, Answer, Answers, CauseIx, Diagnosis, Form, Interview, Kind, Money, Next, OptionIx,
    OptionSet, Outcome, QuestionIx, Row, ScreenIx, diagnose,
};

use super::Kit;
use super::action::Action;

/// Where the borrower is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// At a screen of the path.
    Asking(usize),
    /// At the list of answers.
    Reviewing,
    /// At the result.
    Reading,
}

/// All that the page remembers; everything else is derived from it.
#[derive(Clone, PartialEq)]
pub(super) struct State {
    pub(super) kit: Kit,
    /// The answers that the page set, to which a restart returns.
    pub(super) given: Rc<Answers>,
    pub(super) answers: Answers,
    /// The screens in the order in which they were asked.
    pub(super) path: Vec<ScreenIx>,
    pub(super) place: Place,
    /// Whether an answer of the list is being changed, so that back leads to the list.
    is_changing: bool,
    /// Where the list of answers was opened.
    opened_from: Place,
    /// Whether "not sure about one of these" is ticked on the list that is shown.
    pub(super) is_list_unsure: bool,
    /// Whether going on was refused because something is missing or unreadable.
    pub(super) is_refused: bool,
    /// What was typed into money fields.
    drafts: Vec<((QuestionIx, usize), AttrValue)>,
    /// The reasons before the last change of an answer.
    pub(super) before_change: Option<Vec<CauseIx>>,
    /// The furthest that the progress bar has been, in hundredths.
    pub(super) progress: usize,
}

impl State {
    /// The start of an interview.
    pub(super) fn new(kit: Kit, given: Rc<Answers>) -> Self {
        let state = Self {
            answers: (*given).clone(),
            kit,
            given,
            path: Vec::new(),
            place: Place::Reading,
            is_changing: false,
            opened_from: Place::Reading,
            is_list_unsure: false,
            is_refused: false,
            drafts: Vec::new(),
            before_change: None,
            progress: 0,
        };
        state.on_to_next()
    }

    /// The diagnosis of the answers so far.
    pub(super) fn diagnosis(&self) -> Diagnosis {
        diagnose(&self.kit.rulebook, &self.answers, self.kit.day)
    }

    /// The screen that is shown, if one is asked.
    pub(super) fn screen(&self) -> Option<ScreenIx> {
        match self.place {
            Place::Asking(at) => self.path.get(at).copied(),
            Place::Reviewing | Place::Reading => None,
        }
    }

    /// What stands in a money field.
    pub(super) fn draft(&self, question: QuestionIx, field: usize) -> AttrValue {
        let typed = self.drafts.iter().find(|(place, _)| *place == (question, field));
        match (typed, self.answers.get(question)) {
            (Some((_, text)), _) => text.clone(),
            (None, Some(Answer::Amounts(amounts))) => {
                amounts[field.min(1)].map(|amount| amount.to_string()).unwrap_or_default().into()
            }
            _ => AttrValue::default(),
        }
    }

    /// What is wrong with a money field; an empty one is no error.
    pub(super) fn amount_error(&self, question: QuestionIx, field: usize) -> Option<AmountError> {
        self.amount(question, field).err()
    }

    fn amount(&self, question: QuestionIx, field: usize) -> Result<Option<Money>, AmountError> {
        let text = self.draft(question, field);
        if text.trim().is_empty() {
            return Ok(None);
        }
        Money::read(&text, self.kit.rulebook.settings.most_amount).map(Some)
    }

    /// Whether the option is chosen.
    pub(super) fn has(&self, question: QuestionIx, option: OptionIx) -> bool {
        matches!(self.answers.get(question), Some(Answer::Options(chosen)) if chosen.has(option))
    }

    fn kind(&self, question: QuestionIx) -> &Kind {
        &self.kit.rulebook.question(question).kind
    }

    fn choose(&mut self, question: QuestionIx, option: Option<OptionIx>) {
        match option {
            Some(option) => self.answers.choose(question, option),
            None => self.answers.set(question, Answer::Unsure),
        }
    }

    fn toggle(&mut self, question: QuestionIx, option: Option<OptionIx>) {
        match (option, self.answers.get(question)) {
            (Some(option), _) => self.answers.toggle(&self.kit.rulebook, question, option),
            (None, Some(Answer::Unsure)) => self.answers.clear(question),
            (None, _) => self.answers.set(question, Answer::Unsure),
        }
    }

    fn toggle_row(&mut self, row: Row) {
        let is_ticked = self.has(row.question, row.option);
        match self.kind(row.question) {
            Kind::Many { .. } => {
                if let Some(Answer::Options(chosen)) = self.answers.get(row.question) {
                    let ticked = chosen.without(row.otherwise);
                    self.answers.set(row.question, Answer::Options(ticked));
                }
                self.answers.toggle(&self.kit.rulebook, row.question, row.option);
            }
            _ if is_ticked => self.answers.clear(row.question),
            _ => self.answers.choose(row.question, row.option),
        }
    }

    /// Stores what the screen means when the borrower goes on; false if something is missing or unreadable.
    fn settle_screen(&mut self, screen: ScreenIx) -> bool {
        let diagnosis = self.diagnosis();
        let interview = Interview::new(&self.kit.rulebook, &self.answers, &diagnosis);
        let questions = interview.questions_on(screen);
        let rows = interview.rows_on(screen);
        match self.kit.rulebook.screen(screen).form {
            Form::List(_) => {
                self.settle_list(&rows);
                true
            }
            Form::Full(_) => {
                let settled: Vec<bool> =
                    questions.iter().map(|question| self.settle_question(*question)).collect();
                settled.iter().all(|is_settled| *is_settled)
            }
        }
    }

    /// An empty row is a denial, or nothing if one of the list is not sure.
    fn settle_list(&mut self, rows: &[Row]) {
        for row in rows {
            let of_question = rows.iter().filter(|other| other.question == row.question);
            let ticked = of_question.filter(|other| self.has(other.question, other.option)).count();
            if ticked == 0 {
                let denial = Answer::Options(OptionSet::of(row.otherwise));
                let answer = if self.is_list_unsure { Answer::Unsure } else { denial };
                self.answers.set(row.question, answer);
            }
        }
    }

    fn settle_question(&mut self, question: QuestionIx) -> bool {
        if !matches!(self.kind(question), Kind::Money(_)) {
            return self.answers.has(question);
        }
        let (Ok(first), Ok(second)) = (self.amount(question, 0), self.amount(question, 1)) else {
            return false;
        };
        let answer = match (first, second) {
            (None, None) => Answer::Unsure,
            amounts => Answer::Amounts([amounts.0, amounts.1]),
        };
        self.answers.set(question, answer);
        true
    }

    /// On from the screen that is shown, or staying there with a word why not.
    fn go_on(mut self) -> Self {
        let Place::Asking(at) = self.place else { return self };
        let Some(screen) = self.screen() else { return self };
        if !self.settle_screen(screen) {
            return Self { is_refused: true, ..self };
        }
        let stops = self.diagnosis().outcome == Outcome::StopScam;
        match self.neighbour((at + 1)..self.path.len()) {
            Some(later) if !self.is_changing && !stops => self.at(Place::Asking(later)),
            _ => self.on_to_next(),
        }
    }

    /// The first of these places of the path whose screen still has something to ask or to show.
    fn neighbour(&self, mut places: impl Iterator<Item = usize>) -> Option<usize> {
        let diagnosis = self.diagnosis();
        let interview = Interview::new(&self.kit.rulebook, &self.answers, &diagnosis);
        places.find(|place| !interview.questions_on(self.path[*place]).is_empty())
    }

    /// To the next screen that the interview asks, or to the result.
    fn on_to_next(mut self) -> Self {
        let diagnosis = self.diagnosis();
        let next = Interview::new(&self.kit.rulebook, &self.answers, &diagnosis).next();
        self.is_changing = false;
        match next {
            Next::Ask(screen) => self.ask(screen),
            Next::Finish => self.at(Place::Reading),
        }
    }

    fn go_back(mut self) -> Self {
        let before = match self.place {
            Place::Asking(_) if self.is_changing => {
                self.is_changing = false;
                return self.at(Place::Reviewing);
            }
            Place::Reviewing => {
                let opened_from = self.opened_from;
                return self.at(opened_from);
            }
            Place::Asking(at) => at,
            Place::Reading => self.path.len(),
        };
        match self.neighbour((0..before).rev()) {
            Some(earlier) => self.at(Place::Asking(earlier)),
            None => self,
        }
    }

    fn open_answer(mut self, question: QuestionIx) -> Self {
        let Some(screen) = self.kit.rulebook.screen_of(question) else { return self };
        let at = self.path.iter().position(|asked| *asked == screen).unwrap_or_else(|| {
            self.path.push(screen);
            self.path.len() - 1
        });
        let causes =
            |diagnosis: Diagnosis| diagnosis.findings.iter().map(|finding| finding.cause).collect();
        self.before_change = Some(causes(self.diagnosis()));
        self.is_changing = true;
        self.at(Place::Asking(at))
    }

    /// To a screen that could still tell something.
    fn ask_further(mut self) -> Self {
        let diagnosis = self.diagnosis();
        let further = Interview::new(&self.kit.rulebook, &self.answers, &diagnosis).further();
        let Some(screen) = further else { return self };
        self.before_change = None;
        self.ask(screen)
    }

    /// To a screen, at the end of the path.
    fn ask(mut self, screen: ScreenIx) -> Self {
        self.path.retain(|asked| *asked != screen);
        let last = self.path.len();
        self.path.push(screen);
        self.at(Place::Asking(last))
    }

    fn at(mut self, place: Place) -> Self {
        self.place = place;
        self.is_refused = false;
        let diagnosis = self.diagnosis();
        let interview = Interview::new(&self.kit.rulebook, &self.answers, &diagnosis);
        let (asked, remaining) = (interview.asked(), interview.remaining());
        let rows = self.screen().map(|screen| interview.rows_on(screen)).unwrap_or_default();
        self.progress = self.progress.max(asked * 100 / (asked + remaining).max(1));
        self.is_list_unsure =
            rows.iter().any(|row| self.answers.get(row.question) == Some(Answer::Unsure));
        self
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let state = match action {
            Action::Chose { question, option } => {
                state.choose(question, option);
                state
            }
            Action::Tapped { screen, question, option } => {
                // A second report of one tap finds another screen and is no answer to it.
                if self.screen() != Some(screen) {
                    return self;
                }
                state.choose(question, option);
                let went_on = state.clone().go_on();
                if went_on.is_refused { state } else { went_on }
            }
            Action::Toggled { question, option } => {
                state.toggle(question, option);
                state
            }
            Action::RowToggled(row) => {
                state.toggle_row(row);
                state
            }
            Action::ListUnsureToggled => {
                state.is_list_unsure = !state.is_list_unsure;
                state
            }
            Action::Typed { question, field, text } => {
                state.drafts.retain(|(place, _)| *place != (question, field));
                state.drafts.push(((question, field), text));
                state
            }
            Action::WentOn => state.go_on(),
            Action::WentBack => state.go_back(),
            Action::Finished => state.at(Place::Reading),
            Action::OpenedReview => {
                state.opened_from = state.place;
                state.at(Place::Reviewing)
            }
            Action::OpenedAnswer(question) => state.open_answer(question),
            Action::Continued => state.ask_further(),
            Action::Restarted => Self::new(state.kit, state.given),
        };
        if state == *self { self } else { Rc::new(state) }
    }
}
