use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answer, AnswerKind, OptionIx, QuestionIx, ScreenIx};
use crate::wording::ui;

use super::UNSURE;
use super::action::Action;
use super::parts::{cell, fieldset, legend, optional_paragraph};
use super::view::View;

/// A question with its options as radio buttons or check boxes.
pub(super) fn option_list(
    view: &View,
    screen: ScreenIx,
    question: QuestionIx,
    is_alone: bool,
) -> Html {
    let is_missing = view.state.is_refused && view.state.answer(question).is_none();
    let mut children = vec![
        legend(view, question, is_alone),
        optional_paragraph("hint", hint(view, question)),
        optional_paragraph("error", is_missing.then(|| view.kit.ui(ui::ANSWER_MISSING))),
    ];
    for option in view.interview.options_of(question).into_iter().map(Some).chain([None]) {
        children.push(option_cell(view, screen, question, option));
    }
    fieldset(view, Some(&view.kit.rulebook.question(question).id), children)
}

fn hint(view: &View, question: QuestionIx) -> Option<AttrValue> {
    let is_many = matches!(view.kit.rulebook.question(question).kind, AnswerKind::Many { .. });
    let general = is_many.then(|| view.kit.ui(ui::ANSWER_MANY_HINT));
    view.kit.question_hint(question).or(general)
}

fn option_cell(
    view: &View,
    screen: ScreenIx,
    question: QuestionIx,
    option: Option<OptionIx>,
) -> Html {
    let rules = view.kit.rulebook.question(question);
    let id = option.map_or(UNSURE, |option| &*rules.options[option.at()].id);
    let label = match option {
        Some(option) => view.kit.option(question, option),
        None => view.kit.unsure(question),
    };
    let (kind, onclick) = match rules.kind {
        AnswerKind::One => ("radio", on_radio(view, screen, question, option)),
        _ => ("checkbox", view.report(Action::Toggled { question, option })),
    };
    let name = view.kit.element_id(&[&rules.id]);
    cell(kind, name, id.to_owned().into(), label, is_chosen(view, question, option), onclick)
}

/// A tap chooses and goes on; a key only chooses.
fn on_radio(
    view: &View,
    screen: ScreenIx,
    question: QuestionIx,
    option: Option<OptionIx>,
) -> Callback<MouseEvent> {
    let is_by_key = Rc::clone(view.is_by_key);
    view.act.reform(move |_| {
        if is_by_key.get() {
            Action::Chose { question, option }
        } else {
            Action::Tapped { screen, question, option }
        }
    })
}

fn is_chosen(view: &View, question: QuestionIx, option: Option<OptionIx>) -> bool {
    match option {
        Some(option) => view.state.has(question, option),
        None => view.state.answer(question) == Some(Answer::Unsure),
    }
}
