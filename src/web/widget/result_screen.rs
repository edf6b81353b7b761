use yew::prelude::*;

use crate::engine::{CauseIx, Outcome};
use crate::wording::ui;

use super::action::Action;
use super::finding_card::finding_card;
use super::plan_list::{first_step, plan_list};
use super::sources_list::sources_list;
use super::view::View;
use super::why_not_list::why_not_list;

/// The result: what this looks like, what to do first, the reasons, the steps.
pub(super) fn result_screen(view: &View) -> Html {
    let kit = view.kit;
    let outcome = view.diagnosis.outcome;
    html! {
        <section key="result" class="screen" data-screen="result" data-outcome={outcome.id()}>
            <h1 class="heading" tabindex="-1" ref={view.heading}>{ headline(view) }</h1>
            if let Some(change) = change(view) {
                <p class="note" role="status">{ change }</p>
            }
            if outcome == Outcome::NotEnoughKnown {
                <p class="lead">{ kit.ui(ui::UNKNOWN_BODY) }</p>
            } else {
                <p class="lead">{ kit.ui(ui::RESULT_ONLY_LENDER) }</p>
                { first_step(view) }
                { reasons(view) }
            }
            { plan_list(view) }
            { helpful_questions(view) }
            <details class="fold">
                <summary>{ kit.ui(ui::RESULT_LIMIT_TITLE) }</summary>
                <p>{ kit.ui(ui::RESULT_LIMIT_IS_NO_PROMISE) }</p>
            </details>
            { why_not_list(view) }
            { sources_list(view) }
            { ways_on(view) }
        </section>
    }
}

fn headline(view: &View) -> AttrValue {
    match view.diagnosis.first() {
        Some(cause) => view.kit.cause(cause, "summary"),
        None => view.kit.ui(ui::UNKNOWN_TITLE),
    }
}

fn reasons(view: &View) -> Html {
    html! {
        <section class="part">
            <h2 class="part__title">{ view.kit.ui(ui::RESULT_REASONS) }</h2>
            for finding in &view.diagnosis.findings {
                { finding_card(view, finding) }
            }
        </section>
    }
}

/// What the last change of an answer did to the reasons.
fn change(view: &View) -> Option<AttrValue> {
    let before = view.state.before_change.as_ref()?;
    let after: Vec<CauseIx> =
        view.diagnosis.findings.iter().map(|finding| finding.cause).collect();
    let name = |cause: Option<&CauseIx>| match cause {
        Some(cause) => view.kit.cause(*cause, "title"),
        None => view.kit.ui(ui::RESULT_NOTHING),
    };
    Some(match () {
        () if *before == after => view.kit.ui(ui::RESULT_CHANGED_NOT),
        () if before.first() == after.first() => view.kit.ui(ui::RESULT_CHANGED_REST),
        () => {
            let (before, after) = (name(before.first()), name(after.first()));
            view.kit.ui_with(ui::RESULT_CHANGED, &[("before", &before), ("after", &after)])
        }
    })
}

/// Where too little is known: the questions whose answers would help.
fn helpful_questions(view: &View) -> Html {
    let open = view.interview().open_questions();
    if view.diagnosis.outcome != Outcome::NotEnoughKnown || open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part">
            <h2 class="part__title">{ view.kit.ui(ui::UNKNOWN_QUESTIONS) }</h2>
            <ul class="plain">
                for question in open.into_iter().take(4) {
                    <li>{ view.kit.question(question, "title") }</li>
                }
            </ul>
        </section>
    }
}

/// On with the asking, back to the answers, print, all over again.
fn ways_on(view: &View) -> Html {
    let kit = view.kit;
    html! {
        <nav class="ways-on">
            if view.interview().further().is_some() {
                <button type="button" class="button button--main" part="button" data-action="continue"
                    onclick={view.report(Action::Continued)}>
                    { kit.ui(ui::BUTTON_CONTINUE) }
                </button>
            }
            <button type="button" class="button button--quiet" part="button" data-action="review"
                onclick={view.report(Action::OpenedReview)}>
                { kit.ui(ui::BUTTON_REVIEW) }
            </button>
            <button type="button" class="button button--link" part="button" data-action="print"
                onclick={|_| print()}>
                { kit.ui(ui::BUTTON_PRINT) }
            </button>
            <button type="button" class="button button--link" part="button" data-action="restart"
                onclick={view.report(Action::Restarted)}>
                { kit.ui(ui::BUTTON_RESTART) }
            </button>
        </nav>
    }
}

fn print() {
    if let Some(window) = web_sys::window() {
        // A web view without a printer refuses; the page stays as it is.
        let _ = window.print();
    }
}
