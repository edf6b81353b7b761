//! Whoever goes on after the result comes to an end of it.

use std::path::Path;
use std::rc::Rc;

use crate::engine::{Answer, Answers, Date, Facts, Form, QuestionIx, ScreenIx};
use crate::knowledge::{Folder, load};
use crate::proof::Model;

use super::Kit;
use super::action::Action;
use super::state::{Position, State, Station};

/// How many borrowers of each symptom go on.
const BORROWERS: u64 = 6;

#[test]
fn going_on_with_what_the_closing_list_knows_is_an_answer_and_the_asking_ends() {
    let kit = kit();
    let model = Model::new(&kit.rulebook, kit.day);
    let mut half_answered = 0;
    for symptom in model.symptoms() {
        for number in 0..BORROWERS {
            let says = model.borrower(symptom, number).says;
            half_answered += go_on_to_the_end(Rc::new(at_result(&kit, &says)));
        }
    }
    assert!(half_answered > 0, "nobody met a question again that the closing list had asked");
}

fn kit() -> Kit {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    let folder = Folder::read(&folder).expect("the shipped folder can be read");
    let day = Date::read("2026-11-21").expect("it is a day");
    let knowledge = load(&folder, Some(day)).expect("the shipped folder has no error");
    let catalogue = knowledge.catalogues[0].clone().with_names(&[]).expect("no name is given");
    Kit::new(knowledge.rulebook, catalogue, day)
}

/// Where the interview of somebody who says this ends.
fn at_result(kit: &Kit, says: &Answers) -> State {
    let said = Facts::new(&kit.rulebook, says, kit.day);
    let mut state = State::new(kit.clone(), Rc::default(), Answers::new());
    while state.position != Position::Reading {
        state.fill_in(says, &said);
        state = state.on_to_next();
    }
    state
}

/// Goes on after the result until there is no way on, and leaves the boxes as they stand; says how many questions were
/// met again that the closing list had asked in part.
fn go_on_to_the_end(mut state: Rc<State>) -> usize {
    let mut half_answered = 0;
    // What is open is asked on one screen each.
    for _ in 0..=state.kit.rulebook.screens.len() {
        state = state.reduce(Action::Continued);
        let Some(Station::Screen(screen)) = state.asked() else { return half_answered };
        let questions = full_questions(&state, screen);
        let is_half = |at: &&QuestionIx| matches!(state.answer(**at), Some(Answer::Partly { .. }));
        half_answered += questions.iter().filter(is_half).count();
        state = unsure_of_the_open(state, screen).reduce(Action::WentOn);
        if state.is_refused {
            // A question of which nothing was ticked wants an answer.
            state = unsure_of_the_open(state, screen).reduce(Action::WentOn);
        }
    }
    panic!("the asking does not end: {:?}", state.asked());
}

/// The state in which whoever goes on is not sure of what has no answer yet.
fn unsure_of_the_open(state: Rc<State>, screen: ScreenIx) -> Rc<State> {
    let open = full_questions(&state, screen).into_iter().filter(|at| state.answer(*at).is_none());
    let open: Vec<QuestionIx> = open.collect();
    let unsure = |question| Action::Toggled { question, option: None };
    open.into_iter().fold(state, |state, question| state.reduce(unsure(question)))
}

/// The questions that the screen shows below each other; an empty row of a list is an answer.
fn full_questions(state: &State, screen: ScreenIx) -> Vec<QuestionIx> {
    match state.kit.rulebook.screen(screen).form {
        Form::Full(_) => state.interview().questions_on(screen),
        Form::List(_) => Vec::new(),
    }
}
