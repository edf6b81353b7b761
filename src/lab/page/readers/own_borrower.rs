use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::page::button::{button, button_if};
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::line_field;
use crate::lab::page::preview::Preview;
use crate::lab::page::scene::Scene;
use crate::lab::readers::PlanCase;
use crate::widget::{CurrentScreen, Kit};

/// What an own borrower is made from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OwnBorrowerProps {
    pub(super) desk: Desk,
    pub(super) kit: Kit,
    /// The names that are taken.
    pub(super) names: Vec<AttrValue>,
    pub(super) add: Callback<PlanCase>,
}

/// A borrower of the team's own: somebody clicks through the interview.
#[component]
pub(super) fn OwnBorrower(props: &OwnBorrowerProps) -> Html {
    let OwnBorrowerProps { desk, kit, names, add } = props;
    // The name as far as it is written, once somebody wants a borrower.
    let name = use_state(|| None::<String>);
    let heard = use_mut_ref(|| None::<Answers>);
    let has_answers = use_state(|| false);
    let toggle = |to: Option<String>| {
        let name = name.setter();
        Callback::from(move |_: MouseEvent| name.set(to.clone()))
    };
    let Some(written) = &*name else {
        let open = toggle(Some(String::new()));
        return html! { <p>{ button("", "own-borrower", desk.say("readers.own-borrower"), open) }</p> };
    };
    let on_show = {
        let (heard, has_answers) = (heard.clone(), has_answers.setter());
        Callback::from(move |shown: CurrentScreen| {
            has_answers.set(!shown.answers().is_empty());
            heard.replace(Some(shown.answers().clone()));
        })
    };
    let is_free = !written.trim().is_empty() && !names.iter().any(|one| **one == **written);
    let keep = {
        let (kit, add, written) = (kit.clone(), add.clone(), written.clone());
        let (name, has_answers) = (name.setter(), has_answers.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(answers) = heard.take() {
                add.emit(PlanCase::own(written.trim(), &answers, kit.day, &kit.rulebook));
                name.set(None);
                has_answers.set(false);
            }
        })
    };
    let write = {
        let name = name.setter();
        Callback::from(move |text| name.set(Some(text)))
    };
    html! {
        <div class="readers__own" data-lab="own-borrower">
            <p class="readers__help">{ desk.say("readers.own-borrower-help") }</p>
            { line_field("own-name", desk.say("readers.own-name"), written, &write) }
            <p class="readers__buttons">
                { button_if(*has_answers && is_free, "", "keep-own", desk.say("readers.keep-own"), keep) }
                { button("button--quiet", "own-borrower", desk.say("readers.cancel"), toggle(None)) }
            </p>
            <Preview kit={kit.clone()} scene={Scene::Live(on_show)} title={desk.say("readers.own-borrower")} />
        </div>
    }
}
