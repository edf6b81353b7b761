use yew::prelude::*;

use crate::engine::{CLOSING_LIST, Said};
use crate::wording::ui;

use super::ScreenKind;
use super::action::Action;
use super::checklist::{row_cell, unsure_cell};
use super::closing_rows::ClosingRows;
use super::element::element;
use super::navigation::{navigation, progress};
use super::parts::{self, fieldset, heading, paragraph};
use super::view::View;

/// The last look before the result: facts that could still change the first reason or add one.
pub(super) fn closing_list(view: &View) -> Html {
    let title = heading(view, view.kit.ui(ui::CLOSING_TITLE));
    let mut children = vec![
        element("legend", "question__legend").holding(vec![title]),
        paragraph("hint", view.kit.ui(ui::CLOSING_HINT)),
    ];
    let ClosingRows { listed, further } = view.state.closing_rows();
    children.extend(listed.into_iter().map(|said| closing_row(view, said)));
    if !further.is_empty() {
        let title = view.kit.ui_with(ui::CLOSING_FURTHER, &[("count", &further.len().to_string())]);
        let rows = further.into_iter().map(|said| closing_row(view, said));
        children.push(parts::fold("fold further", title, rows.collect()));
    }
    children.push(unsure_cell(view, CLOSING_LIST));
    let list = fieldset(view, None, children);
    parts::screen(ScreenKind::ClosingList, CLOSING_LIST, "screen")
        .with("data-screen-id", CLOSING_LIST)
        .with("data-closing", "")
        .holding(vec![progress(view), list, navigation(view, None)])
}

fn closing_row(view: &View, said: Said) -> Html {
    let Said { question, option } = said;
    let label = view.kit.row(question, option).unwrap_or_else(|| view.kit.evidence_line(said));
    row_cell(view, said, label, Action::Toggled { question, option: Some(option) })
}
