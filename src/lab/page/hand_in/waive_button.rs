use yew::prelude::*;

use crate::lab::drafts::DraftSubject;
use crate::lab::page::button::{button, button_if};
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::fields::written_lines;
use crate::lab::page::focus::focus;

/// What switching a rule off is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct WaiveButtonProps {
    pub(in crate::lab::page) desk: Desk,
    /// The waiver that is not there yet.
    pub(in crate::lab::page) of: DraftSubject,
}

/// Switches a rule off for one sentence, which takes a written reason.
#[component]
pub(in crate::lab::page) fn WaiveButton(WaiveButtonProps { desk, of }: &WaiveButtonProps) -> Html {
    // The reason as far as it is written, once somebody wants to switch the rule off.
    let reason = use_state(|| None::<String>);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(reason.is_some(), move |_| focus(&field));
    }
    let set = {
        let reason = reason.setter();
        move |to: Option<String>| {
            let reason = reason.clone();
            Callback::from(move |_: MouseEvent| reason.set(to.clone()))
        }
    };
    let Some(written) = &*reason else {
        let onclick = set(Some(String::new()));
        return html! {
            <button type="button" class="button button--link" data-action="waive" data-rule={of.rule().map(str::to_owned)} {onclick}>
                { desk.say("hand-in.waive") }
            </button>
        };
    };
    let oninput = {
        let reason = reason.setter();
        Callback::from(move |event: InputEvent| reason.set(Some(written_lines(&event))))
    };
    let why = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_enough = !why.is_empty();
    let waive = desk.press_draft(DraftAction::Put(of.clone(), Some(why)));
    html! {
        <div class="waive" data-lab="waive">
            <label>
                <span>{ desk.say("hand-in.waive-why") }</span>
                <textarea ref={field} rows="2" value={written.clone()} data-lab="waive-why" {oninput} />
            </label>
            { button_if(is_enough, "", "waive-yes", desk.say("hand-in.waive-yes"), waive) }
            { button("button--link", "waive-no", desk.say("hand-in.waive-no"), set(None)) }
        </div>
    }
}
