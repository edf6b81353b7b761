use yew::prelude::*;

use crate::engine::{EvidenceRow, NotShown, Said, WhyNot};
use crate::wording::ui;

use super::element::element;
use super::parts::fold;
use super::view::View;

/// What is nearest to being shown stands first; what is out of question is not worth a line.
const ORDER: [WhyNot; 5] = [
    WhyNot::Behind,
    WhyNot::TooLittle,
    WhyNot::RuledOut,
    WhyNot::SpeaksAgainst,
    WhyNot::NothingForIt,
];

/// For every cause that is not shown, why not; folded away.
pub(super) fn why_not_list(view: &View) -> Html {
    let mut items = Vec::new();
    for why in ORDER {
        for rest in view.diagnosis.not_shown.iter().filter(|rest| rest.why == why) {
            if !view.kit.rulebook.cause(rest.cause).stops {
                items.push(why_not(view, rest));
            }
        }
    }
    let list = element("ul", "why-not").holding(items);
    fold("fold", view.kit.ui(ui::WHY_NOT_TITLE), vec![list])
}

fn why_not(view: &View, rest: &NotShown) -> Html {
    let kit = view.kit;
    let assessment = view.diagnosis.assessment(rest.cause);
    let mut children = vec![
        element("strong", "").text(kit.cause(rest.cause, "title")),
        element("span", "").text(kit.ui_of("why-not", rest.why.id())),
    ];
    let said: Vec<Said> = match (rest.why, assessment.ruled_out_by) {
        (WhyNot::RuledOut, Some(said)) => vec![said],
        (WhyNot::SpeaksAgainst, _) => assessment.against().take(2).map(EvidenceRow::said).collect(),
        _ => Vec::new(),
    };
    for said in said {
        children.push(element("span", "why-not__answer").text(kit.evidence_line(said)));
    }
    element("li", "why-not__item").holding(children)
}
