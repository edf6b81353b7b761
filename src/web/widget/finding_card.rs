use yew::prelude::*;

use crate::engine::{Assessment, Finding, Strength};
use crate::wording::ui;

use super::balance::balance;
use super::view::View;

/// One reason: what it is, how much speaks for it and why we think so.
pub(super) fn finding_card(view: &View, finding: &Finding) -> Html {
    let kit = view.kit;
    let id = kit.rulebook.cause(finding.cause).id.to_string();
    let assessment = view.diagnosis.assessment(finding.cause);
    let part = |title, slot| {
        html! {
            <>
                <dt>{ kit.ui(title) }</dt>
                <dd>{ kit.cause(finding.cause, slot) }</dd>
            </>
        }
    };
    html! {
        <article key={id.clone()} class="finding" part="finding" data-cause={id} data-strength={finding.strength.id()}>
            <h3 class="finding__title">{ kit.cause(finding.cause, "title") }</h3>
            { meter(view, finding) }
            if !finding.also.is_empty() {
                <p class="finding__also">{ also(view, finding) }</p>
            }
            <p class="finding__what">{ kit.cause(finding.cause, "what") }</p>
            { contradiction(view, assessment) }
            <details class="fold">
                <summary>{ kit.ui(ui::FINDING_BECAUSE) }</summary>
                { because(view, assessment) }
            </details>
            <dl class="finding__parts">
                { part(ui::FINDING_MIND, "why") }
                { part(ui::FINDING_AGAIN, "again") }
            </dl>
        </article>
    }
}

/// Strength as a word and a meter of three parts; never a percentage.
fn meter(view: &View, finding: &Finding) -> Html {
    let strength = view.kit.ui_of("strength", finding.strength.id());
    let filled = finding.strength.parts();
    html! {
        <p class="meter">
            <span class="meter__parts" aria-hidden="true">
                for part in 1..=3u8 {
                    <span class={classes!("meter__part", (part <= filled).then_some("meter__part--filled"))}></span>
                }
            </span>
            <span class="meter__word">{ view.kit.ui_with(ui::FINDING_STRENGTH, &[("strength", &strength)]) }</span>
            if finding.ties_with_previous && finding.strength != Strength::Settled {
                <span class="meter__tie">{ view.kit.ui(ui::RESULT_TIE) }</span>
            }
        </p>
    }
}

fn also(view: &View, finding: &Finding) -> AttrValue {
    let titles: Vec<AttrValue> =
        finding.also.iter().map(|cause| view.kit.cause(*cause, "title")).collect();
    let titles = titles.iter().map(AttrValue::as_str).collect::<Vec<_>>().join("；");
    view.kit.ui_with(ui::RESULT_ALSO, &[("causes", &titles)])
}

fn contradiction(view: &View, assessment: &Assessment) -> Html {
    let (Some(settled), Some((question, option))) =
        (&assessment.settled_by, assessment.contradicted_by)
    else {
        return Html::default();
    };
    let fact = view.kit.evidence_line(settled.question, settled.option);
    let answer = view.kit.evidence_line(question, option);
    let values = [("fact", fact.as_str()), ("answer", answer.as_str())];
    html! { <p class="note">{ view.kit.ui_with(ui::RESULT_CONTRADICTION, &values) }</p> }
}

fn because(view: &View, assessment: &Assessment) -> Html {
    match &assessment.settled_by {
        Some(fact) => {
            let fact = view.kit.evidence_line(fact.question, fact.option);
            html! { <p>{ view.kit.ui_with(ui::FINDING_SETTLED_BY, &[("fact", &fact)]) }</p> }
        }
        None => balance(view, assessment),
    }
}
