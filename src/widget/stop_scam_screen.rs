use yew::prelude::*;

use crate::wording::ui;

use super::ScreenKind;
use super::action::Action;
use super::element::element;
use super::icons;
use super::parts::{self, ButtonLook, button, heading, named_button, paragraph};
use super::view::View;

/// The fraud screen: the warning and whom to call, nothing else but a way back from a slip.
pub(super) fn stop_scam_screen(view: &View) -> Html {
    let kit = view.kit;
    let mut children = vec![
        element("div", "scam__sign").holding(vec![icons::warning()]),
        heading(view, kit.ui(ui::SCAM_TITLE)),
    ];
    for finding in &view.diagnosis.findings {
        let id = kit.rulebook.cause(finding.cause).id.to_string();
        let lead = element("p", "scam__lead").with("data-cause", id);
        children.push(lead.text(kit.cause(finding.cause, "summary")));
    }
    let steps = view.diagnosis.plan.iter().map(|step| {
        let id = kit.rulebook.remedy(step.remedy).id.to_string();
        element("li", "").with("data-remedy", id).holding(vec![
            element("strong", "").text(kit.remedy(step.remedy, "title")),
            paragraph("", kit.remedy(step.remedy, "step")),
        ])
    });
    let steps = element("ol", "scam__steps").holding(steps.collect());
    let doubt = view.interview.doubt().map(|question| {
        let title = kit.question(question, "title");
        named_button(ButtonLook::Link, "continue", title, None, view.report(Action::Continued))
    });
    children.extend([paragraph("", kit.ui(ui::SCAM_BODY)), calls(view), steps]);
    children.extend(doubt);
    children.extend([button(
        view,
        ButtonLook::Link,
        "back",
        ui::BUTTON_TAPPED_BY_MISTAKE,
        Action::WentBack,
    )]);
    parts::screen(ScreenKind::StopScam, "stop-scam", "screen scam")
        .with("data-outcome", view.diagnosis.outcome.id())
        .holding(children)
}

/// The numbers to dial that the steps name, each once.
fn calls(view: &View) -> Html {
    let rulebook = &view.kit.rulebook;
    let mut numbers: Vec<&str> = Vec::new();
    for step in &view.diagnosis.plan {
        for number in &rulebook.remedy(step.remedy).call {
            if !numbers.contains(&&**number) {
                numbers.push(number);
            }
        }
    }
    let links = numbers.into_iter().map(|number| {
        element("a", "button button--call")
            .with("part", "button")
            .with("href", ["tel:", number].concat())
            .text(view.kit.ui_with(ui::BUTTON_CALL, &[("number", number)]))
    });
    element("div", "scam__calls").holding(links.collect())
}
