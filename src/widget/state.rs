use std::rc::Rc;

use yew::AttrValue;

use crate::engine::{
    AmountError, Answer, Answers, CauseIx, Interview, Money, Next, Outcome, QuestionIx, ScreenIx,
};

use super::action::Action;
use super::closing_rows::ClosingRows;
use super::known::Known;
use super::prospects::Prospects;
use super::{Kit, ScreenKind};

/// Where the borrower is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    /// At a place of the path.
    Asking(usize),
    /// At the list of answers.
    Reviewing,
    /// At the result.
    Reading,
}

/// What is asked at one place of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Station {
    /// A screen of the rulebook.
    Screen(ScreenIx),
    /// The closing list.
    Closing,
}

/// All that the page remembers; everything else is derived from it.
#[derive(Clone, PartialEq)]
pub(crate) struct State {
    pub(crate) kit: Kit,
    /// The answers that the page set, to which a restart returns.
    pub(super) given: Rc<Answers>,
    pub(crate) known: Rc<Known>,
    /// What was asked, in order.
    pub(super) path: Vec<Station>,
    closing: ClosingRows,
    pub(crate) position: Position,
    /// Whether an answer of the list is being changed, so that back leads to the list.
    is_changing: bool,
    /// Where the list of answers was opened.
    opened_from: Position,
    /// Whether "not sure about one of these" is ticked on the list that is shown.
    pub(crate) is_list_unsure: bool,
    /// Whether going on was refused because something is missing or unreadable.
    pub(super) is_refused: bool,
    /// What was typed into money fields.
    drafts: Vec<((QuestionIx, usize), AttrValue)>,
    /// Whether the warning was shown: who takes it back then is asked why.
    pub(super) was_warned: bool,
    /// The reasons before the last change of an answer.
    pub(super) before_change: Option<Vec<CauseIx>>,
    /// About how many screens were still to come when the place was reached.
    pub(super) remaining: usize,
    /// The furthest that the progress bar has been, in hundredths.
    pub(super) progress: usize,
    /// What could still change the result, while it is shown.
    pub(super) prospects: Option<Rc<Prospects>>,
}

impl State {
    /// The start of an interview with some answers, of which the page has given some.
    pub(crate) fn new(kit: Kit, given: Rc<Answers>, answers: Answers) -> Self {
        let known = Rc::new(Known::new(&kit, answers));
        let mut state = Self {
            kit,
            given,
            known,
            path: Vec::new(),
            closing: ClosingRows::default(),
            position: Position::Reading,
            is_changing: false,
            opened_from: Position::Reading,
            is_list_unsure: false,
            is_refused: false,
            drafts: Vec::new(),
            was_warned: false,
            before_change: None,
            remaining: 0,
            progress: 0,
            prospects: None,
        };
        state.walk_to_own_answers();
        state.on_to_next()
    }

    /// Puts the screens of what the borrower answered before on the path, so that back and review lead there.
    fn walk_to_own_answers(&mut self) {
        let rulebook = Rc::clone(&self.kit.rulebook);
        for question in rulebook.question_places() {
            let is_own = self.known.answers.has(question) && !self.given.has(question);
            if let Some(screen) = rulebook.screen_of(question).filter(|_| is_own) {
                self.append(Station::Screen(screen));
            }
        }
    }

    /// The answer to a question.
    pub(super) fn answer(&self, question: QuestionIx) -> Option<Answer> {
        self.known.answers.get(question)
    }

    /// Takes over answers, and works out what follows if they are new.
    pub(crate) fn hear(&mut self, answers: Answers) {
        if answers != self.known.answers {
            self.known = Rc::new(Known::new(&self.kit, answers));
        }
    }

    /// The kind of screen that is shown.
    pub(crate) fn kind(&self) -> ScreenKind {
        match (self.position, self.known.diagnosis.outcome) {
            (Position::Asking(_), _) if self.asked() == Some(Station::Closing) => {
                ScreenKind::ClosingList
            }
            (Position::Asking(_), _) => ScreenKind::Question,
            (Position::Reviewing, _) => ScreenKind::Review,
            (Position::Reading, Outcome::StopScam) => ScreenKind::StopScam,
            (Position::Reading, Outcome::Findings | Outcome::NotEnoughKnown) => ScreenKind::Result,
        }
    }

    /// Whether the same screen is shown as in that state.
    pub(super) fn is_at_screen_of(&self, that: &Self) -> bool {
        (self.position, &self.path) == (that.position, &that.path)
    }

    /// The interview as it stands.
    pub(crate) fn interview(&self) -> Interview<'_> {
        self.known.interview(&self.kit)
    }

    /// What is asked, if anything is.
    pub(crate) fn asked(&self) -> Option<Station> {
        match self.position {
            Position::Asking(at) => self.path.get(at).copied(),
            Position::Reviewing | Position::Reading => None,
        }
    }

    /// What the closing list shows.
    pub(super) fn closing_rows(&self) -> ClosingRows {
        self.closing.still_to_say(&self.kit.rulebook, &self.known)
    }

    /// What stands in a money field.
    pub(super) fn draft(&self, question: QuestionIx, field: usize) -> AttrValue {
        let typed = self.drafts.iter().find(|(place, _)| *place == (question, field));
        match (typed, self.answer(question)) {
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

    pub(super) fn amount(
        &self,
        question: QuestionIx,
        field: usize,
    ) -> Result<Option<Money>, AmountError> {
        let text = self.draft(question, field);
        if text.trim().is_empty() {
            return Ok(None);
        }
        Money::read(&text, self.kit.rulebook.settings.most_amount).map(Some)
    }

    /// On from the screen that is shown, or staying there with a word why not.
    pub(super) fn go_on(mut self) -> Self {
        let (Position::Asking(at), Some(asked)) = (self.position, self.asked()) else {
            return self;
        };
        if !self.settle(asked) {
            return Self { is_refused: true, ..self };
        }
        if let Some(screen) = self.warning_taken_back() {
            let asking = self.append(Station::Screen(screen));
            return self.at(asking);
        }
        let stops = self.known.diagnosis.outcome == Outcome::StopScam;
        match self.neighbour((at + 1)..self.path.len()) {
            Some(later) if !self.is_changing && !stops => self.at(Position::Asking(later)),
            _ => self.on_to_next(),
        }
    }

    /// The first of these places of the path that still has something to ask or to show.
    fn neighbour(&self, mut places: impl Iterator<Item = usize>) -> Option<usize> {
        let interview = self.interview();
        let closing = self.known.answers.closing();
        places.find(|place| match self.path[*place] {
            Station::Screen(screen) => !interview.questions_on(screen).is_empty(),
            Station::Closing => {
                self.closing_rows().listed.iter().any(|row| closing.has(row.question))
            }
        })
    }

    /// To what the interview asks next, or to the result.
    pub(crate) fn on_to_next(mut self) -> Self {
        self.is_changing = false;
        let next = self.interview().next();
        let position = match next {
            Next::Ask(screen) => self.append(Station::Screen(screen)),
            Next::Close(listed) => {
                let further = self.interview().further_rows(&listed);
                self.closing = ClosingRows { listed, further };
                self.append(Station::Closing)
            }
            Next::Finish => self.reach_result(),
        };
        self.at(position)
    }

    /// Takes over the page's words, and what it has changed in its answers; what the borrower answered stays.
    fn take_over(mut self, kit: Kit, given: Rc<Answers>) -> Self {
        self.kit = kit;
        let mut answers = self.known.answers.clone();
        for question in self.kit.rulebook.question_places() {
            match (self.given.get(question), given.get(question)) {
                (before, now) if before == now => {}
                (_, Some(now)) => answers.set(question, now),
                (_, None) => answers.clear(question),
            }
        }
        self.given = given;
        if answers == self.known.answers {
            return self;
        }
        self.hear(answers);
        match self.asked() {
            Some(Station::Screen(screen)) if !self.is_open(screen) => self.on_to_next(),
            _ => {
                let position = self.position;
                self.at(position)
            }
        }
    }

    /// Whether a screen still asks for something.
    fn is_open(&self, screen: ScreenIx) -> bool {
        let questions = self.interview().questions_on(screen);
        questions.iter().any(|question| !self.known.answers.has(*question))
    }

    fn go_back(mut self) -> Self {
        let before = match self.position {
            Position::Asking(_) if self.is_changing => {
                self.is_changing = false;
                return self.at(Position::Reviewing);
            }
            Position::Reviewing => {
                let opened_from = self.opened_from;
                return self.at(opened_from);
            }
            Position::Asking(at) => at,
            Position::Reading => self.path.len(),
        };
        match self.neighbour((0..before).rev()) {
            Some(earlier) => self.at(Position::Asking(earlier)),
            None => self,
        }
    }

    fn open_answer(mut self, question: QuestionIx) -> Self {
        let Some(screen) = self.kit.rulebook.screen_of(question) else { return self };
        let screen = Station::Screen(screen);
        let at = self.path.iter().position(|asked| *asked == screen).unwrap_or_else(|| {
            self.path.push(screen);
            self.path.len() - 1
        });
        let findings = self.known.diagnosis.findings.iter();
        self.before_change = Some(findings.map(|finding| finding.cause).collect());
        self.is_changing = true;
        self.at(Position::Asking(at))
    }

    /// To a screen that could still change something.
    fn ask_further(mut self) -> Self {
        let doubt = self.interview().doubt().and_then(|at| self.kit.rulebook.screen_of(at));
        let prospects = self.prospects.as_ref();
        let further = doubt.or_else(|| prospects.and_then(|prospects| prospects.further));
        let Some(screen) = further else { return self };
        self.before_change = None;
        let place = self.append(Station::Screen(screen));
        self.at(place)
    }

    /// Puts something at the end of the path.
    pub(super) fn append(&mut self, asked: Station) -> Position {
        self.path.retain(|known| *known != asked);
        self.path.push(asked);
        Position::Asking(self.path.len() - 1)
    }

    /// At a position, with all that follows from being there.
    pub(crate) fn at(mut self, position: Position) -> Self {
        self.position = position;
        self.is_refused = false;
        let interview = self.interview();
        let (asked, remaining) = (interview.asked(), self.to_come());
        let is_unsure = |question: QuestionIx| self.answer(question) == Some(Answer::Unsure);
        let is_list_unsure = match self.asked() {
            Some(Station::Screen(screen)) => {
                interview.rows_on(screen).iter().any(|row| is_unsure(row.question))
            }
            Some(Station::Closing) => {
                self.closing_rows().listed.iter().any(|row| is_unsure(row.question))
            }
            None => false,
        };
        let prospects = match position {
            Position::Reading => Prospects::new(&self.kit, &self.known, &interview).map(Rc::new),
            _ => None,
        };
        let was_warned = self.was_warned || self.kind() == ScreenKind::StopScam;
        let progress = self.progress.max(asked * 100 / (asked + remaining).max(1));
        Self { remaining, progress, is_list_unsure, was_warned, prospects, ..self }
    }

    /// The state after what happened; the same one where that changes nothing.
    pub(super) fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        let state = match action {
            Action::Chose { question, option } => {
                state.choose(question, option);
                state
            }
            Action::Tapped { screen, question, option } => {
                // A second report of one tap finds another screen and is no answer to it.
                if self.asked() != Some(Station::Screen(screen)) {
                    return self;
                }
                state.tap(question, option)
            }
            Action::Toggled { question, option: None } => {
                state.toggle_unsure(question);
                state
            }
            Action::Toggled { question, option: Some(option) } => {
                let alone = state.kit.rulebook.question(question).alone();
                state.toggle(question, option, alone);
                state
            }
            Action::RowToggled(row) => {
                state.toggle(row.question, row.option, Some(row.otherwise));
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
            Action::Finished => state.at(Position::Reading),
            Action::OpenedReview => {
                state.opened_from = state.position;
                state.at(Position::Reviewing)
            }
            Action::OpenedAnswer(question) => state.open_answer(question),
            Action::Continued => state.ask_further(),
            // Is shown anew even at the start, so that the page hears of it.
            Action::Restarted => {
                let answers = (*state.given).clone();
                let was_warned = state.was_warned;
                let anew = Self::new(state.kit, state.given, answers);
                return Rc::new(Self { was_warned: was_warned || anew.was_warned, ..anew });
            }
            Action::Given(kit, given) => state.take_over(kit, given),
        };
        if state == *self { self } else { Rc::new(state) }
    }
}
