use yew::prelude::*;

use crate::engine::{Row, ScreenIx};
use crate::wording::ui;

use super::action::Action;
use super::element::element;
use super::parts::{cell, fieldset, heading, optional_paragraph};
use super::view::View;

/// A list of yes-or-no facts, a check box each; "not sure" is offered for the whole list.
pub(super) fn checklist(view: &View, screen: ScreenIx) -> Html {
    let kit = view.kit;
    let id = &kit.rulebook.screen(screen).id;
    let title = heading(view, kit.catalogue.slot("screen", id, "title"));
    let mut children = vec![
        element("legend", "question__legend").holding(vec![title]),
        optional_paragraph("hint", kit.catalogue.optional("screen", id, "hint")),
    ];
    children.extend(view.interview().rows_on(screen).into_iter().map(|row| row_cell(view, row)));
    let unsure = cell(
        "checkbox",
        kit.element_id(&[id, "unsure"]),
        "unsure".into(),
        kit.ui(ui::ANSWER_UNSURE_LIST),
        view.state.is_list_unsure,
        view.report(Action::ListUnsureToggled),
    );
    children.push(element("div", "row row--unsure").holding(vec![unsure]));
    fieldset(view, None, children)
}

fn row_cell(view: &View, row: Row) -> Html {
    let question = view.kit.rulebook.question(row.question);
    let option = AttrValue::from(question.options[row.option.at()].id.to_string());
    let cell = cell(
        "checkbox",
        view.kit.element_id(&[&question.id, &option]),
        option,
        view.kit.row(row.question, row.option),
        view.state.has(row.question, row.option),
        view.report(Action::RowToggled(row)),
    );
    element("div", "row").with("data-question", question.id.to_string()).holding(vec![cell])
}
