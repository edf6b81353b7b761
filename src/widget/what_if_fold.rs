use yew::prelude::*;

use crate::engine::{CauseIx, ChangedFact, Said};
use crate::wording::ui;

use super::element::element;
use super::parts::{fold, paragraph};
use super::view::View;

/// What would change the first reason: the fewest things that the borrower can change; folded away.
pub(super) fn what_if_fold(view: &View) -> Html {
    let kit = view.kit;
    let Some(prospects) = &view.state.prospects else { return Html::default() };
    let what_if = prospects.what_if.as_ref();
    let children = match what_if {
        None => vec![paragraph("", kit.ui(ui::WHAT_IF_NONE))],
        Some(what_if) => {
            let changes: Vec<AttrValue> =
                what_if.changes.iter().map(|change| change_text(view, change)).collect();
            let changes = kit.join(ui::ANSWER_COMMA, &changes);
            let text = match what_if.first {
                Some(cause) => {
                    let cause = kit.cause(cause, "title");
                    kit.ui_with(ui::WHAT_IF_THEN, &[("changes", &changes), ("cause", &cause)])
                }
                None => kit.ui_with(ui::WHAT_IF_NOTHING, &[("changes", &changes)]),
            };
            vec![paragraph("", text), paragraph("hint", kit.ui(ui::WHAT_IF_NOTE))]
        }
    };
    let first = what_if.and_then(|what_if| what_if.first);
    let id = |cause: CauseIx| kit.rulebook.cause(cause).id.to_string();
    let fold = fold("fold", kit.ui(ui::WHAT_IF_TITLE), children);
    element("div", "")
        .with("data-what-if", first.map(id).unwrap_or_default())
        .with("data-changes", what_if.map_or(0, |what_if| what_if.changes.len()).to_string())
        .holding(vec![fold])
}

fn change_text(view: &View, change: &ChangedFact) -> AttrValue {
    let values = [
        ("question", &*view.kit.question(change.question, "short")),
        ("from", &*view.answer(Said { question: change.question, option: change.from })),
        ("to", &*view.kit.option(change.question, change.to)),
    ];
    view.kit.ui_with(ui::WHAT_IF_CHANGE, &values)
}
