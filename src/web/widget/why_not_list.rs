use yew::prelude::*;

use crate::engine::{NotShown, WhyNot};
use crate::wording::ui;

use super::view::View;

/// For every cause that is not shown, why not; folded away.
pub(super) fn why_not_list(view: &View) -> Html {
    let mut rest: Vec<&NotShown> = view
        .diagnosis
        .not_shown
        .iter()
        .filter(|rest| rest.why != WhyNot::OutOfQuestion && !view.kit.rulebook.cause(rest.cause).stops)
        .collect();
    rest.sort_by_key(|rest| order(rest.why));
    html! {
        <details class="fold">
            <summary>{ view.kit.ui(ui::WHY_NOT_TITLE) }</summary>
            <ul class="why-not">
                for rest in rest {
                    { why_not(view, rest) }
                }
            </ul>
        </details>
    }
}

/// What is nearest to being shown stands first.
fn order(why: WhyNot) -> u8 {
    match why {
        WhyNot::Behind => 0,
        WhyNot::TooLittle => 1,
        WhyNot::RuledOut => 2,
        WhyNot::SpeaksAgainst => 3,
        WhyNot::NothingForIt => 4,
        WhyNot::OutOfQuestion => 5,
    }
}

fn why_not(view: &View, rest: &NotShown) -> Html {
    let kit = view.kit;
    let assessment = view.diagnosis.assessment(rest.cause);
    let answers: Vec<AttrValue> = match (rest.why, &assessment.ruled_out_by) {
        (WhyNot::RuledOut, Some(fact)) => vec![kit.evidence_line(fact.question, fact.option)],
        (WhyNot::SpeaksAgainst, _) => assessment
            .against()
            .take(2)
            .map(|row| kit.evidence_line(row.question, row.option))
            .collect(),
        _ => Vec::new(),
    };
    html! {
        <li key={kit.rulebook.cause(rest.cause).id.to_string()} class="why-not__item">
            <strong>{ kit.cause(rest.cause, "title") }</strong>
            <span>{ kit.ui_of("why-not", rest.why.id()) }</span>
            for answer in answers {
                <span class="why-not__answer">{ answer }</span>
            }
        </li>
    }
}
