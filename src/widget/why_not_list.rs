use yew::prelude::*;

use crate::engine::{EvidenceRow, NotShown, Said, WhyNot};
use crate::wording::ui;

use super::element::element;
use super::parts::{fold, paragraph};
use super::view::View;

/// What is nearest to being shown stands first.
const ORDER: [WhyNot; 7] = [
    WhyNot::Behind,
    WhyNot::TooLittle,
    WhyNot::RuledOut,
    WhyNot::SpeaksAgainst,
    WhyNot::NothingForIt,
    WhyNot::NotAsked,
    WhyNot::OutOfQuestion,
];

/// For every cause that is not shown, why not; grouped, so that it can be scanned, and folded away.
pub(super) fn why_not_list(view: &View) -> Html {
    let mut children = Vec::new();
    for why in ORDER {
        let rest = view.diagnosis.not_shown.iter().filter(|rest| rest.why == why);
        let items: Vec<Html> = rest.map(|rest| why_not(view, rest)).collect();
        if !items.is_empty() {
            // Where nothing else is to be said of them, one line is enough for all.
            let class = match why {
                WhyNot::NothingForIt | WhyNot::NotAsked | WhyNot::OutOfQuestion => {
                    "why-not why-not--line"
                }
                _ => "why-not",
            };
            children.push(paragraph("why-not__why", view.kit.ui_of("why-not", why.id())));
            children.push(element("ul", class).holding(items));
        }
    }
    fold("fold", view.kit.ui(ui::WHY_NOT_TITLE), children)
}

fn why_not(view: &View, rest: &NotShown) -> Html {
    let kit = view.kit;
    let assessment = view.diagnosis.assessment(rest.cause);
    let trace = view.diagnosis.trace(&kit.rulebook, rest.cause);
    let against = trace.against().take(NotShown::MOST_AGAINST).map(EvidenceRow::said);
    let said: Vec<Said> = match rest.why {
        WhyNot::RuledOut => assessment.ruled_out_by.into_iter().collect(),
        WhyNot::TooLittle | WhyNot::SpeaksAgainst => against.collect(),
        WhyNot::Behind | WhyNot::NothingForIt | WhyNot::NotAsked | WhyNot::OutOfQuestion => {
            Vec::new()
        }
    };
    let mut children = vec![element("span", "").text(kit.cause(rest.cause, "title"))];
    for said in said {
        children.push(element("span", "why-not__answer").text(view.quote(said)));
    }
    let id = kit.rulebook.cause(rest.cause).id.to_string();
    element("li", "").with("data-not-shown", id).holding(children)
}
