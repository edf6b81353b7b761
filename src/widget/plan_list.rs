use yew::prelude::*;

use crate::engine::{Outcome, Remedy, Step};
use crate::wording::ui;

use super::element::element;
use super::icons;
use super::parts::{optional_paragraph, paragraph, part};
use super::view::View;

/// The step to take first, large.
pub(super) fn first_step(view: &View) -> Html {
    let Some(step) = view.diagnosis.plan.first() else { return Html::default() };
    element("section", "first-step").holding(vec![
        element("h2", "first-step__label").text(view.kit.ui(ui::RESULT_FIRST_STEP)),
        paragraph("first-step__title", view.kit.remedy(step.remedy, "title")),
        paragraph("", view.kit.remedy(step.remedy, "step")),
        caution(view, view.kit.rulebook.remedy(step.remedy)),
    ])
}

/// The steps in order, each with who, how long, how to check and what not to do.
pub(super) fn plan_list(view: &View) -> Html {
    let title = match view.diagnosis.outcome {
        Outcome::NotEnoughKnown => ui::UNKNOWN_PLAN,
        Outcome::Findings | Outcome::StopScam => ui::PLAN_TITLE,
    };
    let steps = view.diagnosis.plan.iter().map(|step| step_item(view, step)).collect();
    part(view, title, vec![element("ol", "plan").holding(steps)])
}

fn step_item(view: &View, step: &Step) -> Html {
    let kit = view.kit;
    let remedy = kit.rulebook.remedy(step.remedy);
    let mut children = vec![
        element("h3", "step__title").text(kit.remedy(step.remedy, "title")),
        paragraph("", kit.remedy(step.remedy, "step")),
        caution(view, remedy),
    ];
    let marks = vec![
        mark(icons::person(), kit.ui(ui::STEP_WHO), kit.ui_of("who", remedy.who.id())),
        mark(icons::clock(), kit.ui(ui::STEP_TIME), time(view, remedy)),
        mark(icons::eye(), kit.ui(ui::STEP_CHECK), kit.remedy(step.remedy, "check")),
    ];
    children.push(element("dl", "step__marks").holding(marks));
    let avoid = vec![
        element("strong", "").text(kit.ui(ui::STEP_AVOID)),
        kit.remedy(step.remedy, "avoid").into(),
    ];
    let avoid = vec![icons::stop(), element("span", "").holding(avoid)];
    children.push(element("p", "step__avoid").holding(avoid));
    element("li", "step")
        .keyed(&remedy.id)
        .with("part", "remedy")
        .with("data-remedy", remedy.id.to_string())
        .holding(children)
}

/// What to think of before a step that touches credit.
fn caution(view: &View, remedy: &Remedy) -> Html {
    optional_paragraph("note", remedy.touches_credit.then(|| view.kit.ui(ui::PLAN_CAUTION)))
}

fn mark(icon: Html, name: AttrValue, value: AttrValue) -> Html {
    element("div", "mark").holding(vec![
        element("dt", "mark__name").holding(vec![icon, name.into()]),
        element("dd", "mark__value").text(value),
    ])
}

/// The borrower's own time, the waiting and the cost, in one line.
fn time(view: &View, remedy: &Remedy) -> AttrValue {
    let with = |key, count: u16| view.kit.ui_with(key, &[("count", &count.to_string())]);
    let mut parts = Vec::new();
    match remedy.minutes {
        0 => {}
        minutes if minutes >= 120 => parts.push(with(ui::TIME_HOURS, minutes / 60)),
        minutes => parts.push(with(ui::TIME_MINUTES, minutes)),
    }
    if remedy.wait_days > 0 {
        parts.push(with(ui::TIME_DAYS, remedy.wait_days));
    }
    if remedy.yuan > 0 {
        parts.push(with(ui::TIME_YUAN, remedy.yuan));
    }
    view.kit.list(&parts)
}
