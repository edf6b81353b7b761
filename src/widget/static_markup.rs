//! Markup that stands in the page before any script: rendered natively, at build time.

use yew::prelude::*;

use crate::engine::{Answers, Step, diagnose};
use crate::wording::ui;

use super::{Kit, ScreenKind};

/// What the static parts of a page are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct StaticProps {
    /// The rules and the words.
    pub kit: Kit,
}

/// For how many days answers are kept: long enough for a step such as correcting a number at the bank and coming back,
/// short enough for a phone that changes hands.
const KEPT_DAYS: &str = "7";

/// What a page shows instead of the widget when something fails.
#[component]
pub fn Failure(props: &StaticProps) -> Html {
    let kit = &props.kit;
    let lang = AttrValue::from(kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" part="root" dir="ltr" {lang}>
            <section class="screen" data-screen={ScreenKind::Failure.hook()}>
                <h1 class="heading" tabindex="-1">{ kit.ui(ui::FAILURE_TITLE) }</h1>
                <p class="lead">{ kit.ui(ui::FAILURE_BODY) }</p>
                <p class="note">{ kit.ui(ui::FAILURE_SAFE) }</p>
                <a class="button button--main" data-action="restart" href="">{ kit.ui(ui::FAILURE_RELOAD) }</a>
            </section>
        </div>
    }
}

/// What advice is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct AdviceProps {
    /// The rules and the words.
    pub kit: Kit,
    /// Whether only the names of the steps are said, for a page that has to be small.
    pub is_short: bool,
}

/// What helps where nothing can be asked: the steps that every borrower can take, which are those of a result without
/// any answer.
#[component]
pub fn Advice(props: &AdviceProps) -> Html {
    let kit = &props.kit;
    let plan = diagnose(&kit.rulebook, &Answers::new(), kit.day).plan;
    let lang = AttrValue::from(kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" dir="ltr" {lang} data-advice="">
            <h2 class="subheading">{ kit.ui(ui::UNKNOWN_PLAN) }</h2>
            <ol class="plan">{ for plan.iter().map(|step| advised(props, step)) }</ol>
        </div>
    }
}

fn advised(AdviceProps { kit, is_short }: &AdviceProps, step: &Step) -> Html {
    let id = kit.rulebook.remedy(step.remedy).id.to_string();
    if *is_short {
        return html! { <li class="step" data-remedy={id}>{ kit.remedy(step.remedy, "title") }</li> };
    }
    html! {
        <li class="step" data-remedy={id}>
            <h3 class="step__title">{ kit.remedy(step.remedy, "title") }</h3>
            <p>{ kit.remedy(step.remedy, "step") }</p>
            <p class="step__avoid">
                <span><strong>{ kit.ui(ui::STEP_AVOID) }</strong>{ kit.remedy(step.remedy, "avoid") }</span>
            </p>
        </li>
    }
}

/// Where a borrower lets answers be kept on the device, and wipes them. The button and the notices are there from the
/// start; `www/keeping/` shows them when they are due.
#[component]
pub fn Keeping(props: &StaticProps) -> Html {
    let kit = &props.kit;
    let lang = AttrValue::from(kit.catalogue.locale().to_owned());
    let days = [("days", KEPT_DAYS)];
    html! {
        <div class="checkup" dir="ltr" {lang}>
            <div
                class="ways-on"
                data-days={KEPT_DAYS}
                data-version={AttrValue::from(kit.rulebook.version.to_string())}
                data-hash={AttrValue::from(kit.rulebook.hash.to_string())}
                data-wiped={kit.ui(ui::KEEPING_WIPED)}
                data-refused={kit.ui(ui::KEEPING_REFUSED)}
                data-renewed={kit.ui(ui::KEEPING_RENEWED)}
                data-damaged={kit.ui(ui::KEEPING_DAMAGED)}
                data-expired={kit.ui_with(ui::KEEPING_EXPIRED, &days)}
            >
                <label class="option" part="option">
                    <input class="option__input" type="checkbox" data-option="keep" />
                    <span class="option__label">{ kit.ui_with(ui::KEEPING_LABEL, &days) }</span>
                </label>
                <p class="hint">{ kit.ui(ui::KEEPING_HINT) }</p>
                <p class="hint" role="status"></p>
                <button class="button button--quiet" part="button" type="button" data-action="wipe">
                    { kit.ui(ui::KEEPING_WIPE) }
                </button>
            </div>
        </div>
    }
}
