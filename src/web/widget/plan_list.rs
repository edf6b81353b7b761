use yew::prelude::*;

use crate::engine::{Outcome, Remedy, Step};
use crate::wording::ui;

use super::icons;
use super::view::View;

/// The step to take first, large.
pub(super) fn first_step(view: &View) -> Html {
    let Some(step) = view.diagnosis.plan.first() else { return Html::default() };
    html! {
        <section class="first-step">
            <h2 class="first-step__label">{ view.kit.ui(ui::RESULT_FIRST_STEP) }</h2>
            <p class="first-step__title">{ view.kit.remedy(step.remedy, "title") }</p>
            <p>{ view.kit.remedy(step.remedy, "step") }</p>
        </section>
    }
}

/// The steps in order, each with who, how long, how to check and what not to do.
pub(super) fn plan_list(view: &View) -> Html {
    let title = match view.diagnosis.outcome {
        Outcome::NotEnoughKnown => ui::UNKNOWN_PLAN,
        Outcome::Findings | Outcome::StopScam => ui::PLAN_TITLE,
    };
    html! {
        <section class="part">
            <h2 class="part__title">{ view.kit.ui(title) }</h2>
            <ol class="plan">
                for step in &view.diagnosis.plan {
                    { step_item(view, step) }
                }
            </ol>
        </section>
    }
}

fn step_item(view: &View, step: &Step) -> Html {
    let kit = view.kit;
    let remedy = kit.rulebook.remedy(step.remedy);
    let id = remedy.id.to_string();
    html! {
        <li key={id.clone()} class="step" part="remedy" data-remedy={id}>
            <h3 class="step__title">{ kit.remedy(step.remedy, "title") }</h3>
            <p>{ kit.remedy(step.remedy, "step") }</p>
            if remedy.touches_credit {
                <p class="note">{ kit.ui(ui::PLAN_CAUTION) }</p>
            }
            <dl class="step__marks">
                { mark(icons::person(), kit.ui(ui::STEP_WHO), kit.ui_of("who", remedy.who.id())) }
                { mark(icons::clock(), kit.ui(ui::STEP_TIME), time(view, remedy)) }
                { mark(icons::eye(), kit.ui(ui::STEP_CHECK), kit.remedy(step.remedy, "check")) }
            </dl>
            <p class="step__avoid">
                { icons::stop() }
                <span><strong>{ kit.ui(ui::STEP_AVOID) }</strong>{ kit.remedy(step.remedy, "avoid") }</span>
            </p>
        </li>
    }
}

fn mark(icon: Html, name: AttrValue, value: AttrValue) -> Html {
    html! {
        <div class="mark">
            <dt class="mark__name">{ icon }{ name }</dt>
            <dd class="mark__value">{ value }</dd>
        </div>
    }
}

/// The borrower's own time, the waiting and the cost, in one line.
fn time(view: &View, remedy: &Remedy) -> AttrValue {
    let with = |key, count: u16| view.kit.ui_with(key, &[("count", &count.to_string())]);
    let mut parts = vec![match remedy.minutes {
        minutes if minutes >= 120 => with(ui::TIME_HOURS, minutes / 60),
        minutes => with(ui::TIME_MINUTES, minutes),
    }];
    if remedy.minutes == 0 && remedy.wait_days > 0 {
        parts.clear();
    }
    if remedy.wait_days > 0 {
        parts.push(with(ui::TIME_DAYS, remedy.wait_days));
    }
    if remedy.yuan > 0 {
        parts.push(with(ui::TIME_YUAN, remedy.yuan));
    }
    parts.iter().map(AttrValue::as_str).collect::<Vec<_>>().join("，").into()
}
