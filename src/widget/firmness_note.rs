use yew::prelude::*;

use crate::engine::{Outcome, QuestionIx};
use crate::wording::{fill, ui};

use super::action::Action;
use super::element::element;
use super::parts::{ButtonLook, button};
use super::view::View;

/// How many questions are named at the most.
const MOST_NAMED: usize = 3;

/// How firm the result is, which open questions could still change it, and the way on.
pub(super) fn firmness_note(view: &View) -> Html {
    let Some(prospects) = &view.state.prospects else { return Html::default() };
    let firmness = &prospects.firmness;
    let place = match view.diagnosis.outcome {
        Outcome::NotEnoughKnown => "unknown",
        Outcome::Findings | Outcome::StopScam => "grade",
    };
    let grade = firmness.grade.id();
    let text = view.kit.ui_of(place, grade);
    let mut children =
        vec![naming(view, "", &text, &firmness.changes_first, ("data-grade", grade))];
    if firmness.changes_first.is_empty() && !firmness.changes_rest.is_empty() {
        let text = view.kit.ui(ui::GRADE_REST);
        children.push(naming(view, "hint", &text, &firmness.changes_rest, ("data-rest", grade)));
    }
    if prospects.further.is_some() {
        let look =
            if firmness.changes_first.is_empty() { ButtonLook::Quiet } else { ButtonLook::Main };
        children.push(button(view, look, "continue", ui::BUTTON_CONTINUE, Action::Continued));
    }
    element("div", "firmness").holding(children)
}

/// A sentence that names questions.
fn naming(
    view: &View,
    class: &'static str,
    text: &str,
    questions: &[QuestionIx],
    (hook, value): (&'static str, &'static str),
) -> Html {
    let ids = questions.iter().map(|question| &*view.kit.rulebook.question(*question).id);
    let ids: Vec<&str> = ids.collect();
    let names = questions.iter().take(MOST_NAMED);
    let names: Vec<AttrValue> =
        names.map(|question| view.kit.question(*question, "short")).collect();
    let mut names = view.kit.join(ui::ANSWER_COMMA, &names);
    if questions.len() > MOST_NAMED {
        let count = questions.len().to_string();
        names = view.kit.ui_with(ui::GRADE_MORE, &[("questions", &names), ("count", &count)]);
    }
    element("p", class)
        .with(hook, value)
        .with("data-changes", ids.join(" "))
        .text(fill(text, &[("questions", &names)]))
}
