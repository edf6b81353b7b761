use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::{CANNOT_TELL, TestPlan, VersionReport};

/// What readers of a version took for the reason: a row a right reason, a column a chosen one.
pub(super) fn confusion_table(desk: &Desk, plan: &TestPlan, version: &VersionReport) -> Html {
    let reasons = &version.reasons;
    if reasons.right.is_empty() {
        return html! { <p class="empty">{ desk.say("readers.no-confusion") }</p> };
    }
    let title = |id: &str| -> AttrValue {
        if id == CANNOT_TELL {
            return plan.setup.cannot_tell.clone().into();
        }
        let text = desk.state.base.catalogue(&plan.setup.locale);
        text.map_or_else(|| id.to_owned().into(), |text| text.slot("cause", id, "title").into())
    };
    let head = reasons.chosen.iter().map(|id| html! { <th scope="col">{ title(id) }</th> });
    let rows = reasons.right.iter().zip(&reasons.counts).map(|(right, counts)| {
        let cells = reasons.chosen.iter().zip(counts).map(|(chosen, count)| {
            let class = match (count, right == chosen) {
                (0, _) => "confusion__none",
                (_, true) => "confusion__right",
                (_, false) => "confusion__wrong",
            };
            html! { <td {class} data-chosen={chosen.clone()}>{ *count }</td> }
        });
        html! { <tr data-right={right.clone()}><th scope="row">{ title(right) }</th>{ for cells }</tr> }
    });
    html! {
        <div class="readers__wide" tabindex="0" role="group" aria-label={version.name.clone()}>
            <table class="readers__table" data-lab="confusion">
                <caption>{ desk.say_with("readers.confusion-of", &[("version", &version.name)]) }</caption>
                <thead><tr><th scope="col">{ desk.say("readers.right-chosen") }</th>{ for head }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
