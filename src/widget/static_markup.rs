//! Markup that stands in the page before any script: rendered natively, at build time.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Answers, Diagnosis, Finding, RemedyIx, Step, diagnose};
use crate::wording::ui;

use super::checkup::drawn;
use super::state::State;
use super::view::View;
use super::{Action, Kit, ScreenKind};

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
    let screen = html! {
        <section class="screen" data-screen={ScreenKind::Failure.hook()}>
            <h1 class="heading" tabindex="-1">{ kit.ui(ui::FAILURE_TITLE) }</h1>
            <p class="lead">{ kit.ui(ui::FAILURE_BODY) }</p>
            <p class="note">{ kit.ui(ui::FAILURE_SAFE) }</p>
            <a class="button button--main" data-action="restart" href="">{ kit.ui(ui::FAILURE_RELOAD) }</a>
        </section>
    };
    framed(kit, screen)
}

/// What a page shows when all ready screens are answered and the program has not arrived. The bar is filled by what loads.
#[component]
pub fn Waiting(props: &StaticProps) -> Html {
    let kit = &props.kit;
    let screen = html! {
        <section class="screen" data-screen="waiting">
            <h1 class="heading" tabindex="-1">{ kit.ui(ui::WAITING_TITLE) }</h1>
            <div class="progress" part="progress">
                <progress class="progress__bar" max="100" value="0" aria-label={kit.ui(ui::PROGRESS_LABEL)}></progress>
            </div>
            <p class="lead">{ kit.ui(ui::WAITING_BODY) }</p>
            <p class="note">{ kit.ui(ui::FAILURE_SAFE) }</p>
            <nav class="navigation">{ back(kit) }</nav>
        </section>
    };
    framed(kit, screen)
}

/// What all warnings in one are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct WarningsProps {
    /// The rules and the words.
    pub kit: Kit,
    /// What leads to a warning that a question could take back, if there is one.
    pub done: Vec<Action>,
    /// The reasons of all warnings, each once; a script leaves those of the borrower's.
    pub findings: Vec<Finding>,
    /// Their steps, likewise.
    pub plan: Vec<Step>,
}

/// One warning with the reasons and steps of all that there are.
#[component]
pub fn Warnings(WarningsProps { kit, done, findings, plan }: &WarningsProps) -> Html {
    let state = Rc::new(State::new(kit.clone(), Rc::default(), Answers::new()));
    let state = done.iter().cloned().fold(state, State::reduce);
    let diagnosis = Diagnosis {
        findings: findings.clone(),
        plan: plan.clone(),
        ..state.known.diagnosis.clone()
    };
    let view = View {
        kit,
        state: &state,
        diagnosis: &diagnosis,
        interview: state.interview(),
        act: &Callback::noop(),
        heading: &NodeRef::default(),
        is_by_key: &Rc::default(),
    };
    drawn(&view, &NodeRef::default())
}

/// What stands in the place of [`Waiting`] once loading has failed.
#[derive(Clone, PartialEq, Properties)]
pub struct OutOfReachProps {
    /// The rules and the words.
    pub kit: Kit,
    /// The steps that are safe under one symptom or another, each once; a script leaves those of the borrower's.
    pub steps: Vec<RemedyIx>,
    /// The number of the official hotline.
    pub hotline: String,
}

/// What a page shows when all ready screens are answered and the program cannot be loaded: steps that fit what was
/// answered, whom to call, and another try that goes on from the answers.
#[component]
pub fn OutOfReach(OutOfReachProps { kit, steps, hotline }: &OutOfReachProps) -> Html {
    let call = kit.ui_with(ui::BUTTON_CALL, &[("number", hotline)]);
    let screen = html! {
        <section class="screen" data-screen={ScreenKind::Failure.hook()}>
            <h1 class="heading" tabindex="-1">{ kit.ui(ui::WAITING_FAILED_TITLE) }</h1>
            <p class="lead">{ kit.ui(ui::WAITING_FAILED_BODY) }</p>
            <p class="note">{ kit.ui(ui::FAILURE_SAFE) }</p>
            <nav class="navigation">
                { back(kit) }
                <button class="button button--main" part="button" type="button" data-action="retry">{ kit.ui(ui::WAITING_RETRY) }</button>
            </nav>
            <h2 class="subheading">{ kit.ui(ui::UNKNOWN_PLAN) }</h2>
            <ol class="plan">{ for steps.iter().map(|step| safe_step(kit, *step)) }</ol>
            <div class="navigation">
                <a class="button button--quiet" part="button" href={["tel:", hotline].concat()}>{ call }</a>
            </div>
        </section>
    };
    framed(kit, screen)
}

/// A screen in the widget's frame, with the place where a script says what a screen reader is told.
fn framed(kit: &Kit, screen: Html) -> Html {
    let lang = AttrValue::from(kit.catalogue.locale().to_owned());
    html! {
        <div class="checkup" part="root" dir="ltr" {lang}>
            { screen }
            <p class="checkup__live" aria-live="polite"></p>
        </div>
    }
}

/// Without what to avoid, which the note above says: this stands in the first bytes of every page.
fn safe_step(kit: &Kit, step: RemedyIx) -> Html {
    let id = kit.rulebook.remedy(step).id.to_string();
    html! {
        <li class="step" data-remedy={id}>
            <h3 class="step__title">{ kit.remedy(step, "title") }</h3>
            <p>{ kit.remedy(step, "step") }</p>
        </li>
    }
}

fn back(kit: &Kit) -> Html {
    html! {
        <button class="button button--quiet" part="button" type="button" data-action="back">{ kit.ui(ui::BUTTON_BACK) }</button>
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
            <ol class="plan">{ for plan.iter().map(|step| advised(kit, step.remedy, props.is_short)) }</ol>
        </div>
    }
}

fn advised(kit: &Kit, step: RemedyIx, is_short: bool) -> Html {
    let id = kit.rulebook.remedy(step).id.to_string();
    if is_short {
        return html! { <li class="step" data-remedy={id}>{ kit.remedy(step, "title") }</li> };
    }
    html! {
        <li class="step" data-remedy={id}>
            <h3 class="step__title">{ kit.remedy(step, "title") }</h3>
            <p>{ kit.remedy(step, "step") }</p>
            <p class="step__avoid">
                <span><strong>{ kit.ui(ui::STEP_AVOID) }</strong>{ kit.remedy(step, "avoid") }</span>
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
