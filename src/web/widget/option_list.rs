use std::rc::Rc;

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::engine::{Answer, Kind, OptionIx, QuestionIx, ScreenIx};
use crate::wording::ui;

use super::action::Action;
use super::parts::{cell, optional_paragraph};
use super::question_screen::legend;
use super::view::View;

/// The name of the option that every question has.
const UNSURE: &str = "unsure";

/// A question with its options as radio buttons or check boxes.
pub(super) fn option_list(
    view: &View,
    screen: ScreenIx,
    question: QuestionIx,
    is_alone: bool,
) -> Html {
    let id = AttrValue::from(view.kit.rulebook.question(question).id.to_string());
    let is_missing = view.state.is_refused && !view.state.answers.has(question);
    let (onkeydown, onkeyup) = key_listeners(view);
    let options = view.interview().options_of(question).into_iter().map(Some).chain([None]);
    let cells: Vec<Html> =
        options.map(|option| option_cell(view, screen, question, option)).collect();
    html! {
        <fieldset class="question" part="question" data-question={id} {onkeydown} {onkeyup}>
            { legend(view, question, is_alone) }
            { optional_paragraph("hint", hint(view, question)) }
            { optional_paragraph("error", is_missing.then(|| view.kit.ui(ui::ANSWER_MISSING))) }
            { cells }
        </fieldset>
    }
}

fn hint(view: &View, question: QuestionIx) -> Option<AttrValue> {
    let is_many = matches!(view.kit.rulebook.question(question).kind, Kind::Many { .. });
    let general = is_many.then(|| view.kit.ui(ui::ANSWER_MANY_HINT));
    view.kit.question_hint(question).or(general)
}

/// Enter goes on; any other key only moves a choice, so that the click it causes does not go on.
fn key_listeners(view: &View) -> (Callback<KeyboardEvent>, Callback<KeyboardEvent>) {
    let (down, up) = (Rc::clone(view.is_key_down), Rc::clone(view.is_key_down));
    let act = view.act.clone();
    let on_key_down = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            act.emit(Action::WentOn);
        } else {
            down.set(true);
        }
    });
    (on_key_down, Callback::from(move |_| up.set(false)))
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
        Kind::One => ("radio", on_radio(view, screen, question, option)),
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
    let is_key_down = Rc::clone(view.is_key_down);
    view.act.reform(move |_| {
        if is_key_down.get() {
            Action::Chose { question, option }
        } else {
            Action::Tapped { screen, question, option }
        }
    })
}

fn is_chosen(view: &View, question: QuestionIx, option: Option<OptionIx>) -> bool {
    match (view.state.answers.get(question), option) {
        (Some(Answer::Options(chosen)), Some(option)) => chosen.has(option),
        (Some(Answer::Unsure), None) => true,
        _ => false,
    }
}
