use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::lab::drafts::{DraftId, Listed};
use crate::lab::page::button::button;
use crate::lab::page::desk::{Desk, DeskProps};
use crate::lab::page::draft_action::DraftAction;

/// The drafts on this device: choose, begin, copy, rename, delete.
#[component]
pub(super) fn DraftList(DeskProps { desk }: &DeskProps) -> Html {
    let bench = &desk.state.drafting.bench;
    let asked = use_state(|| None::<DraftId>);
    let rows = bench.drafts().iter().map(|draft| row(desk, draft, &asked));
    let begin = DraftAction::Begin(desk.say("hand-in.new-name").to_string());
    html! {
        <section class="hand-in__part" aria-labelledby="drafts-title" data-lab="drafts">
            <h2 id="drafts-title">{ desk.say("hand-in.drafts") }</h2>
            <p class="quiet">{ desk.say("hand-in.drafts-help") }</p>
            if bench.drafts().is_empty() {
                <p class="empty" data-lab="no-drafts">{ desk.say("hand-in.no-drafts") }</p>
            } else {
                <ul class="drafts">{ for rows }</ul>
            }
            { deleted(desk) }
            { name_field(desk) }
            <p class="hand-in__ways">
                { button("", "begin", desk.say("hand-in.begin"), desk.press_draft(begin)) }
                { button("", "copy", desk.say("hand-in.copy"), desk.press_draft(DraftAction::Copy)) }
            </p>
        </section>
    }
}

fn row(desk: &Desk, draft: &Listed, asked: &UseStateHandle<Option<DraftId>>) -> Html {
    let is_open = desk.state.drafting.bench.id() == Some(&draft.id);
    let choose = desk.press_draft(DraftAction::Choose(draft.id.clone()));
    let id = draft.id.to_string();
    html! {
        <li key={id.clone()} class="drafts__one" data-draft={id}>
            <button
                type="button"
                class="thing"
                aria-current={is_open.then_some("true")}
                data-action="choose"
                onclick={choose}
            >
                { draft.name.clone() }
                <span class="quiet">{ desk.say_with("hand-in.count", &[("count", &draft.changes)]) }</span>
            </button>
            { deleting(desk, draft, asked) }
        </li>
    }
}

/// Deleting is asked once.
fn deleting(desk: &Desk, draft: &Listed, asked: &UseStateHandle<Option<DraftId>>) -> Html {
    let ask = |about: Option<DraftId>| {
        let asked = asked.setter();
        Callback::from(move |_: MouseEvent| asked.set(about.clone()))
    };
    if **asked != Some(draft.id.clone()) {
        let label = desk.say_with("hand-in.delete-label", &[("name", &draft.name)]);
        let onclick = ask(Some(draft.id.clone()));
        return html! {
            <button type="button" class="button button--link" data-action="delete" aria-label={label} {onclick}>
                { desk.say("hand-in.delete") }
            </button>
        };
    }
    let delete = desk.press_draft(DraftAction::Delete(draft.id.clone()));
    html! {
        <span class="drafts__sure" role="group" aria-label={desk.say("hand-in.delete-sure")}>
            { desk.say("hand-in.delete-sure") }
            { button("", "delete-yes", desk.say("hand-in.delete-yes"), delete) }
            { button("button--link", "delete-no", desk.say("hand-in.delete-no"), ask(None)) }
        </span>
    }
}

fn deleted(desk: &Desk) -> Html {
    let Some(name) = desk.state.drafting.bench.deleted() else { return Html::default() };
    let (label, back) = (desk.say("hand-in.take-back-draft"), DraftAction::TakeBack);
    html! {
        <p class="hand-in__ways" data-lab="deleted">
            <span class="quiet">{ desk.say_with("hand-in.deleted", &[("name", &name)]) }</span>
            { button("", "take-back-draft", label, desk.press_draft(back)) }
        </p>
    }
}

/// The name of the draft on the desk; it is taken when the field is left or Enter is pressed.
fn name_field(desk: &Desk) -> Html {
    let onchange = desk.drafts.reform(|event: Event| {
        DraftAction::Rename(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    let name = desk.state.drafting.bench.draft().name().to_owned();
    html! {
        <label class="filters__part">
            <span class="quiet">{ desk.say("hand-in.name") }</span>
            <input type="text" maxlength="80" value={name} data-lab="rename" {onchange} />
        </label>
    }
}
