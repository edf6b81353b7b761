use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::drafts::{ImportFault, Imported, import};
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;
use crate::lab::page::transfer::chosen_files;

/// How many keys are named of a file that has more of them that are wrong.
const MOST_NAMED: usize = 400;

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TakeInProps {
    pub(super) desk: Desk,
}

/// Files that are taken in: drafts, wording, waivers.
#[component]
pub(super) fn TakeIn(props: &TakeInProps) -> Html {
    let desk = &props.desk;
    let outcome = use_state(|| None::<Result<Rc<Imported>, Vec<ImportFault>>>);
    let onchange = {
        let (desk, outcome) = (desk.clone(), outcome.setter());
        Callback::from(move |event: Event| {
            let (desk, outcome) = (desk.clone(), outcome.clone());
            spawn_local(async move {
                let given = chosen_files(event.target_unchecked_into::<HtmlInputElement>()).await;
                let base = &desk.state.base;
                let result = import(&base.folder, base.rulebook(), &given).map(Rc::new);
                if let Ok(imported) = &result {
                    let name = desk.say("hand-in.taken-in-name").to_string();
                    let action = DraftAction::TakeIn(Rc::clone(imported), name);
                    desk.act.emit(Action::Draft(action));
                }
                outcome.set((!given.is_empty()).then_some(result));
            });
        })
    };
    html! {
        <section class="hand-in__part" aria-labelledby="take-in-title" data-lab="take-in">
            <h2 id="take-in-title">{ desk.say("hand-in.take-in") }</h2>
            <label class="hand-in__files">
                <span>{ desk.say("hand-in.take-in-help") }</span>
                <input type="file" multiple={true} accept=".toml,.json" data-lab="files" {onchange} />
            </label>
            <div role="status" aria-live="polite">
                { for outcome.as_ref().map(|outcome| said(desk, outcome)) }
            </div>
        </section>
    }
}

fn said(desk: &Desk, outcome: &Result<Rc<Imported>, Vec<ImportFault>>) -> Html {
    match outcome {
        Err(faults) => html! {
            <div data-lab="import-faults">
                <p>{ desk.say("hand-in.import-refused") }</p>
                <ul class="looks">{ for faults.iter().map(|fault| fault_item(desk, fault)) }</ul>
            </div>
        },
        Ok(imported) => {
            let more = imported.more_than_texts.iter().map(|file| {
                html! {
                    <li class="look look--warn" data-lab="more-than-texts">
                        { desk.say_with("hand-in.import-more", &[("file", file)]) }
                    </li>
                }
            });
            let drafts = imported.drafts.len() + usize::from(imported.wording_files > 0);
            html! {
                <div data-lab="imported">
                    <p>{ desk.say_with("hand-in.imported", &[("count", &drafts.to_string())]) }</p>
                    <ul class="looks">{ for more }</ul>
                </div>
            }
        }
    }
}

fn fault_item(desk: &Desk, fault: &ImportFault) -> Html {
    let detail = fault.kind.detail();
    let short: String = detail.chars().take(MOST_NAMED).collect();
    let rest = if short.len() < detail.len() { "\u{2026}" } else { "" };
    let text = format!("hand-in.import-{}", fault.kind.id());
    html! {
        <li class="look look--bad" data-fault={fault.kind.id()}>
            { desk.say_with(&text, &[("file", &fault.file)]) }
            if !short.is_empty() {
                { " " }
                <code lang="en">{ [short.as_str(), rest].concat() }</code>
            }
        </li>
    }
}
