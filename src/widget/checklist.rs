use yew::prelude::*;

use crate::engine::{Row, Said, ScreenIx};
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
    for row in view.interview.rows_on(screen) {
        let Row { question, option, .. } = row;
        let said = Said { question, option };
        let label = kit.row(question, option).unwrap_or_default();
        children.push(row_cell(view, said, label, Action::RowToggled(row)));
    }
    children.push(unsure_cell(view, id));
    fieldset(view, None, children)
}

/// "Not sure" for the whole list.
pub(super) fn unsure_cell(view: &View, list: &str) -> Html {
    let cell = cell(
        "checkbox",
        view.kit.element_id(&[list, "unsure"]),
        "unsure".into(),
        view.kit.ui(ui::ANSWER_UNSURE_LIST),
        view.state.is_list_unsure,
        view.report(Action::ListUnsureToggled),
    );
    element("div", "row row--unsure").holding(vec![cell])
}

/// One check box of a list.
pub(super) fn row_cell(view: &View, said: Said, label: AttrValue, action: Action) -> Html {
    let question = view.kit.rulebook.question(said.question);
    let option = AttrValue::from(question.options[said.option.at()].id.to_string());
    let cell = cell(
        "checkbox",
        view.kit.element_id(&[&question.id, &option]),
        option,
        label,
        view.state.has(said.question, said.option),
        view.report(action),
    );
    element("div", "row").with("data-question", question.id.to_string()).holding(vec![cell])
}
