use yew::prelude::*;

use crate::engine::{Assessment, Finding, Strength};
use crate::wording::ui;

use super::balance::balance;
use super::element::element;
use super::parts::{fold, pair, paragraph};
use super::view::View;

/// One reason: what it is, how much speaks for it and, folded away, why we think so.
pub(super) fn finding_card(view: &View, finding: &Finding) -> Html {
    let kit = view.kit;
    let id = &kit.rulebook.cause(finding.cause).id;
    let assessment = view.diagnosis.assessment(finding.cause);
    let mut children = vec![
        element("h3", "finding__title").text(kit.cause(finding.cause, "title")),
        meter(view, finding),
    ];
    if !finding.also.is_empty() {
        children.push(paragraph("finding__also", also(view, finding)));
    }
    children.push(paragraph("finding__what", kit.cause(finding.cause, "what")));
    children.extend(contradiction(view, assessment));
    let mut because = because(view, assessment);
    because.push(element("dl", "finding__parts").holding(vec![
        pair(kit.ui(ui::FINDING_MIND), kit.cause(finding.cause, "why")),
        pair(kit.ui(ui::FINDING_AGAIN), kit.cause(finding.cause, "again")),
    ]));
    children.push(fold("fold", kit.ui(ui::FINDING_BECAUSE), because));
    element("article", "finding")
        .keyed(id)
        .with("part", "finding")
        .with("data-cause", id.to_string())
        .with("data-strength", finding.strength.id())
        .holding(children)
}

/// Strength as a word and a meter of three parts; never a percentage.
fn meter(view: &View, finding: &Finding) -> Html {
    let filled = finding.strength.parts();
    let parts = (1..=3).map(|part| {
        let class = if part <= filled { "meter__part meter__part--filled" } else { "meter__part" };
        element("span", class).empty()
    });
    let word = view.kit.ui_of("strength", finding.strength.id());
    let word = view.kit.ui_with(ui::FINDING_STRENGTH, &[("strength", &word)]);
    let mut children = vec![
        element("span", "meter__parts").with("aria-hidden", "true").holding(parts.collect()),
        element("span", "").text(word),
    ];
    if finding.ties_with_previous && finding.strength != Strength::Settled {
        children.push(element("span", "").text(view.kit.ui(ui::RESULT_TIE)));
    }
    element("p", "meter").holding(children)
}

fn also(view: &View, finding: &Finding) -> AttrValue {
    let titles: Vec<AttrValue> =
        finding.also.iter().map(|cause| view.kit.cause(*cause, "title")).collect();
    view.kit.ui_with(ui::RESULT_ALSO, &[("causes", &view.kit.list(&titles))])
}

fn contradiction(view: &View, assessment: &Assessment) -> Option<Html> {
    let fact = view.quote(assessment.settled_by?);
    let answer = view.quote(assessment.contradicted_by?);
    let values = [("fact", fact.as_str()), ("answer", answer.as_str())];
    Some(paragraph("note", view.kit.ui_with(ui::RESULT_CONTRADICTION, &values)))
}

fn because(view: &View, assessment: &Assessment) -> Vec<Html> {
    match assessment.settled_by {
        Some(said) => {
            let fact = view.quote(said);
            vec![paragraph("", view.kit.ui_with(ui::FINDING_SETTLED_BY, &[("fact", &fact)]))]
        }
        None => balance(view, assessment),
    }
}
