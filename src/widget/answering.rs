//! What the borrower answers: how each touch and each "next" changes the answers.

use crate::engine::{
    Answer, AnswerKind, Answers, Form, OptionIx, OptionSet, Outcome, QuestionIx, Row,
    closing_answer,
};

use super::state::{State, Station};

impl State {
    /// The options of the question that are chosen.
    pub(super) fn chosen(&self, question: QuestionIx) -> OptionSet {
        match self.answer(question) {
            Some(Answer::Options(chosen) | Answer::Partly { held: chosen, .. }) => chosen,
            _ => OptionSet::EMPTY,
        }
    }

    /// Whether the option is chosen.
    pub(super) fn has(&self, question: QuestionIx, option: OptionIx) -> bool {
        self.chosen(question).has(option)
    }

    /// Stores the option of a single choice; `None` is "not sure", for which a question may have an answer of its own.
    pub(super) fn choose(&mut self, question: QuestionIx, option: Option<OptionIx>) {
        let option = option.or(self.kit.rulebook.question(question).after_warning);
        let chosen = option.map(|option| Answer::Options(OptionSet::of(option)));
        let mut answers = self.known.answers.clone();
        answers.set(question, chosen.unwrap_or(Answer::Unsure));
        self.hear(answers);
    }

    /// Stores the option of a single choice, and goes on where that answers all that was asked.
    pub(super) fn tap(mut self, question: QuestionIx, option: Option<OptionIx>) -> Self {
        let was_warned = self.known.diagnosis.outcome == Outcome::StopScam;
        self.choose(question, option);
        // While the warning stood, nothing was asked but what takes it back.
        if was_warned && let Some(screen) = self.warning_taken_back() {
            let asking = self.append(Station::Screen(screen));
            return self.at(asking);
        }
        let went_on = self.clone().go_on();
        if went_on.is_refused { self } else { went_on }
    }

    /// Ticks or unticks "not sure" of a question.
    pub(super) fn toggle_unsure(&mut self, question: QuestionIx) {
        let mut answers = self.known.answers.clone();
        match answers.get(question) {
            Some(Answer::Unsure) => answers.clear(question),
            _ => answers.set(question, Answer::Unsure),
        }
        self.hear(answers);
    }

    /// Ticks or unticks an option; one that excludes it gives way.
    pub(super) fn toggle(
        &mut self,
        question: QuestionIx,
        option: OptionIx,
        otherwise: Option<OptionIx>,
    ) {
        let rules = self.kit.rulebook.question(question);
        let chosen = self.chosen(question);
        let is_alone = rules.alone() == Some(option);
        let ticked = match rules.kind {
            _ if chosen.has(option) => chosen.without(option),
            AnswerKind::Many { .. } if !is_alone => {
                otherwise.map_or(chosen, |other| chosen.without(other)).with(option)
            }
            _ => OptionSet::of(option),
        };
        let mut answers = self.known.answers.clone();
        match self.asked() {
            _ if ticked.is_empty() => answers.clear(question),
            Some(Station::Closing) => {
                answers.set_closing(question, closing_answer(rules, ticked, ticked));
            }
            _ => answers.set(question, Answer::Options(ticked)),
        }
        self.hear(answers);
    }

    /// Stores what the screen means when the borrower goes on; false if something is missing or unreadable.
    pub(super) fn settle(&mut self, asked: Station) -> bool {
        let mut answers = self.known.answers.clone();
        let mut is_settled = true;
        match asked {
            Station::Closing => self.settle_closing(&mut answers),
            Station::Screen(screen) => {
                let interview = self.interview();
                match self.kit.rulebook.screen(screen).form {
                    Form::List(_) => self.settle_list(&interview.rows_on(screen), &mut answers),
                    Form::Full(_) => {
                        for question in interview.questions_on(screen) {
                            is_settled &= self.settle_question(question, &mut answers);
                        }
                    }
                }
            }
        }
        self.hear(answers);
        is_settled
    }

    /// An empty row says that it does not hold, and no more; or nothing if one of the list is not sure. What is ticked in
    /// the fold below counts for its question, and an empty row there says nothing.
    fn settle_closing(&self, answers: &mut Answers) {
        let rows = self.closing_rows().listed;
        for row in &rows {
            let ticked = self.chosen(row.question);
            let of_question = rows.iter().filter(|other| other.question == row.question);
            let asked = match self.is_list_unsure {
                true => ticked,
                false => of_question.fold(ticked, |set, row| set.with(row.option)),
            };
            let rules = self.kit.rulebook.question(row.question);
            let answer = match asked.is_empty() {
                true => Answer::Unsure,
                false => closing_answer(rules, asked, ticked),
            };
            answers.set_closing(row.question, answer);
        }
    }

    /// An empty row is a denial, or nothing if one of the list is not sure.
    fn settle_list(&self, rows: &[Row], answers: &mut Answers) {
        for row in rows {
            let ticked = self.chosen(row.question);
            let is_ticked =
                |other: &Row| other.question == row.question && ticked.has(other.option);
            let answer = match rows.iter().any(is_ticked) {
                true => Answer::Options(ticked),
                false if self.is_list_unsure => Answer::Unsure,
                false => Answer::Options(OptionSet::of(row.otherwise)),
            };
            answers.set(row.question, answer);
        }
    }

    fn settle_question(&self, question: QuestionIx, answers: &mut Answers) -> bool {
        if !matches!(self.kit.rulebook.question(question).kind, AnswerKind::Money(_)) {
            // What the closing list knows of it is an answer once the borrower goes on with it.
            if let Some(Answer::Partly { held, .. }) = answers.get(question) {
                match held.is_empty() {
                    true => answers.clear(question),
                    false => answers.set(question, Answer::Options(held)),
                }
            }
            return answers.has(question);
        }
        let (Ok(first), Ok(second)) = (self.amount(question, 0), self.amount(question, 1)) else {
            return false;
        };
        let answer = match (first, second) {
            (None, None) => Answer::Unsure,
            amounts => Answer::Amounts([amounts.0, amounts.1]),
        };
        answers.set(question, answer);
        true
    }
}
