use std::rc::Rc;

use crate::engine::{Answer, Answers, Facts, Form, Next, Outcome, replies_to};
use crate::widget::{Kit, Position, State};

use super::stop::Stop;

/// The screens that a borrower goes through who would answer so: the questions, the result, the list of answers.
/// What is not among the answers is answered with "not sure".
#[must_use]
pub fn tour(kit: &Kit, says: &Answers) -> Vec<Stop> {
    let said = Facts::new(&kit.rulebook, says, kit.day);
    let mut state = State::new(kit.clone(), Rc::default(), Answers::new());
    let mut stops = Vec::new();
    // No interview has more screens than the rulebook, and one closing list.
    for _ in 0..=kit.rulebook.screens.len() + 1 {
        if state.position == Position::Reading {
            break;
        }
        state.fill_in(says, &said);
        stops.push(Stop { state: Rc::new(state.clone()) });
        state = state.on_to_next();
    }
    let review = state.clone().at(Position::Reviewing);
    let has_review = state.known.diagnosis.outcome != Outcome::StopScam;
    stops.push(Stop { state: Rc::new(state) });
    stops.extend(has_review.then(|| Stop { state: Rc::new(review) }));
    stops
}

impl State {
    /// Answers what is asked as somebody would who says this, without going on.
    pub(crate) fn fill_in(&mut self, says: &Answers, said: &Facts) {
        let (kit, known) = (self.kit.clone(), Rc::clone(&self.known));
        let interview = known.interview(&kit);
        let next = interview.next();
        let is_list = match next {
            Next::Ask(screen) => matches!(kit.rulebook.screen(screen).form, Form::List(_)),
            Next::Close(_) => true,
            Next::Finish => false,
        };
        let mut answers = known.answers.clone();
        for (question, answer) in replies_to(&kit.rulebook, &interview, &next, says, said) {
            self.is_list_unsure |= is_list && answer == Answer::Unsure;
            match next {
                Next::Close(_) => answers.set_closing(question, answer),
                _ => answers.set(question, answer),
            }
        }
        self.hear(answers);
    }
}
