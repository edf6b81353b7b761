use std::rc::Rc;

use yew::prelude::*;

use crate::engine::Answers;
use crate::lab::page::desk::Desk;
use crate::lab::page::preview::{Preview, Width};
use crate::lab::page::shot::Scene;
use crate::lab::readers::PlanCase;
use crate::lab::sheet::Scheme;
use crate::widget::{CurrentScreen, Kit};

use super::text_field::{button, line_field};

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
    let is_open = use_state(|| false);
    let name = use_state(String::new);
    let heard = use_mut_ref(|| None::<Answers>);
    let has_answers = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(!*is_open))
    };
    if !*is_open {
        return html! { <p>{ button("", "own-borrower", desk.say("readers.own-borrower"), toggle) }</p> };
    }
    let on_show = {
        let (heard, has_answers) = (Rc::clone(&heard), has_answers.setter());
        Callback::from(move |shown: CurrentScreen| {
            has_answers.set(!shown.answers().is_empty());
            heard.replace(Some(shown.answers().clone()));
        })
    };
    let can_add =
        *has_answers && !name.trim().is_empty() && !names.iter().any(|one| **one == **name);
    let keep = {
        let (kit, add) = (kit.clone(), add.clone());
        let (name, is_open, has_answers) = (name.clone(), is_open.clone(), has_answers.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(answers) = heard.take() {
                add.emit(PlanCase::own(name.trim(), &answers, kit.day, &kit.rulebook));
                name.set(String::new());
                has_answers.set(false);
                is_open.set(false);
            }
        })
    };
    let write = {
        let name = name.setter();
        Callback::from(move |text| name.set(text))
    };
    html! {
        <div class="readers__own" data-lab="own-borrower">
            <p class="readers__help">{ desk.say("readers.own-borrower-help") }</p>
            { line_field("own-name", desk.say("readers.own-name"), &name, write) }
            <p class="readers__buttons">
                <button type="button" class="button" data-action="keep-own" disabled={!can_add} onclick={keep}>
                    { desk.say("readers.keep-own") }
                </button>
                { button("button--quiet", "own-borrower", desk.say("readers.cancel"), toggle) }
            </p>
            <Preview
                kit={kit.clone()}
                scene={Scene::Live(on_show)}
                width={Width::Phone}
                scheme={Scheme::Light}
                title={desk.say("readers.own-borrower")}
            />
        </div>
    }
}
