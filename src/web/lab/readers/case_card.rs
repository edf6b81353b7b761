use yew::prelude::*;

use crate::lab::readers::PlanCase;
use crate::web::lab::desk::Desk;
use crate::web::widget::Kit;

use super::text_field::{button, line_field, lines_field};

/// What a chosen case is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CaseCardProps {
    pub(super) desk: Desk,
    pub(super) kit: Kit,
    pub(super) case: PlanCase,
    pub(super) change: Callback<PlanCase>,
    pub(super) remove: Callback<()>,
}

/// A chosen case: its title, its story, and what is right about it.
#[component]
pub(super) fn CaseCard(props: &CaseCardProps) -> Html {
    let CaseCardProps { desk, kit, case, change, remove } = props;
    let right = {
        let kit = kit.clone();
        use_memo((case.answers.clone(), case.day, kit), |(_, _, kit)| right(case, kit))
    };
    let with = |set: fn(&mut PlanCase, String)| {
        let case = case.clone();
        change.reform(move |text| {
            let mut case = case.clone();
            set(&mut case, text);
            case
        })
    };
    let title = with(|case, text| case.title = text);
    let story = with(|case, text| case.story = text);
    let reason = right.0.clone().unwrap_or_else(|| desk.say("readers.no-reason"));
    html! {
        <li class="readers__item readers__item--tall" data-case={case.name.clone()}>
            { line_field("case-title", desk.say("readers.case-title"), &case.title, title) }
            { lines_field("case-story", desk.say("readers.case-story"), &case.story, story) }
            <p class="quiet">{ desk.say_with("readers.right-reason", &[("reason", &reason)]) }</p>
            if let Some(step) = &right.1 {
                <p class="quiet">{ desk.say_with("readers.right-step", &[("step", step)]) }</p>
            }
            { button("button--quiet", "remove-case", desk.say("readers.remove"), remove.clone()) }
        </li>
    }
}

/// The first reason and the first step, as the shipped wording calls them.
fn right(case: &PlanCase, kit: &Kit) -> (Option<AttrValue>, Option<AttrValue>) {
    let Some(diagnosis) = case.diagnosis(kit) else { return (None, None) };
    let reason = diagnosis.first().map(|cause| kit.cause(cause, "title"));
    let step = diagnosis.plan.first().map(|step| kit.remedy(step.remedy, "title"));
    (reason, step)
}
