use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::drafts::{ImportFault, import};
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::lab_action::LabAction;
use crate::lab::page::transfer::chosen_files;

use super::taken_in::TakenIn;

/// How many keys are named of a file that has more of them that are wrong.
const MOST_NAMED: usize = 400;

/// Files that are taken in: drafts, wording, waivers.
pub(super) fn take_in(desk: &Desk) -> Html {
    let onchange = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            spawn_local(take(desk.clone(), event.target_unchecked_into()));
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
                { for desk.state.taken_in.iter().map(|taken_in| said(desk, taken_in)) }
            </div>
        </section>
    }
}

async fn take(desk: Desk, field: HtmlInputElement) {
    let given = chosen_files(field).await;
    let base = &desk.state.base;
    let result = import(&base.folder, base.rulebook(), &given).map(Rc::new).map_err(Rc::new);
    if let Ok(imported) = &result {
        let name = desk.say("hand-in.taken-in-name").to_string();
        desk.drafts.emit(DraftAction::TakeIn(Rc::clone(imported), name));
    }
    desk.act.emit(LabAction::TookIn((!given.is_empty()).then_some(result)));
}

fn said(desk: &Desk, taken_in: &TakenIn) -> Html {
    match taken_in {
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
                    <p>{ desk.say_with("hand-in.imported", &[("count", &drafts)]) }</p>
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
    let id = fault.kind.id();
    html! {
        <li class="look look--bad" data-fault={id}>
            { desk.say_with(&["hand-in.import-", id].concat(), &[("file", &fault.file)]) }
            if !short.is_empty() {
                { " " }
                <code lang="en">{ [short.as_str(), rest].concat() }</code>
            }
        </li>
    }
}
