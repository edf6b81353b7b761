use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::{line_field, lines_field};
use crate::lab::readers::PlanCase;
use crate::widget::Kit;

/// What a chosen case is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CaseCardProps {
    pub(super) desk: Desk,
    pub(super) kit: Kit,
    pub(super) case: PlanCase,
    /// The keys of the sentences in which the versions differ from the shipped wording.
    pub(super) changed: Rc<BTreeSet<String>>,
    pub(super) change: Callback<PlanCase>,
    pub(super) remove: Callback<MouseEvent>,
}

/// A chosen case: its title, its story, and what is right about it.
#[component]
pub(super) fn CaseCard(props: &CaseCardProps) -> Html {
    let CaseCardProps { desk, kit, case, changed, change, remove } = props;
    let shown = {
        let kit = kit.clone();
        use_memo((case.answers.clone(), case.day, kit), |(_, _, kit)| CaseContent::of(case, kit))
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
    let reason = shown.reason.clone().unwrap_or_else(|| desk.say("readers.no-reason"));
    let count = shown.keys.intersection(changed).count();
    html! {
        <li class="readers__item readers__item--tall" data-case={case.name.clone()}>
            { line_field("case-title", desk.say("readers.case-title"), &case.title, &title) }
            { lines_field("case-story", desk.say("readers.case-story"), &case.story, &story) }
            <p class="quiet">{ desk.say_with("readers.right-reason", &[("reason", &reason)]) }</p>
            if let Some(step) = &shown.step {
                <p class="quiet">{ desk.say_with("readers.right-step", &[("step", step)]) }</p>
            }
            { difference(desk, changed.len(), count) }
            { button("button--quiet", "remove-case", desk.say("readers.remove"), remove.clone()) }
        </li>
    }
}

/// How many of the changed sentences stand on the screen: where it is none, all versions look the same.
fn difference(desk: &Desk, changed: usize, count: usize) -> Html {
    match (changed, count) {
        (0, _) => Html::default(),
        (_, 0) => {
            html! { <p class="look look--warn" data-lab="same-screen">{ desk.say("readers.same-screen") }</p> }
        }
        _ => {
            html! { <p class="quiet" data-lab="has-changed">{ desk.say_with("readers.has-changed", &[("count", &count), ("all", &changed)]) }</p> }
        }
    }
}

/// What is shown of a case, in the shipped wording.
#[derive(PartialEq)]
struct CaseContent {
    reason: Option<AttrValue>,
    step: Option<AttrValue>,
    /// The keys of all texts on the screen.
    keys: BTreeSet<String>,
}

impl CaseContent {
    fn of(case: &PlanCase, kit: &Kit) -> Self {
        let diagnosis = case.diagnosis(kit);
        let step = diagnosis.as_ref().and_then(|diagnosis| diagnosis.plan.first());
        let first = diagnosis.as_ref().and_then(|diagnosis| diagnosis.first());
        Self {
            reason: first.map(|cause| kit.cause(cause, "title")),
            step: step.map(|step| kit.remedy(step.remedy, "title")),
            keys: case.screen(kit).map(|screen| screen.keys(kit)).unwrap_or_default(),
        }
    }
}
