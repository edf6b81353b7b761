use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::lab::drafts::{DraftId, Listed};
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;

/// What the list is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DraftListProps {
    pub(super) desk: Desk,
}

/// The drafts on this device: choose, begin, copy, rename, delete.
#[component]
pub(super) fn DraftList(props: &DraftListProps) -> Html {
    let desk = &props.desk;
    let bench = &desk.state.drafting.bench;
    let asked = use_state(|| None::<DraftId>);
    let rows = bench.drafts().iter().map(|draft| row(desk, draft, &asked));
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
                { button(desk, "begin", DraftAction::Begin(desk.say("hand-in.new-name").to_string()), false) }
                { button(desk, "copy", DraftAction::Copy, false) }
            </p>
        </section>
    }
}

fn button(desk: &Desk, name: &'static str, action: DraftAction, is_disabled: bool) -> Html {
    let onclick = desk.act.reform(move |_: MouseEvent| Action::Draft(action.clone()));
    html! {
        <button type="button" class="button" data-action={name} disabled={is_disabled} {onclick}>
            { desk.say(&format!("hand-in.{name}")) }
        </button>
    }
}

fn row(desk: &Desk, draft: &Listed, asked: &UseStateHandle<Option<DraftId>>) -> Html {
    let is_open = desk.state.drafting.bench.id() == Some(&draft.id);
    let choose = DraftAction::Choose(draft.id.clone());
    let onclick = desk.act.reform(move |_: MouseEvent| Action::Draft(choose.clone()));
    let count = draft.changes.to_string();
    html! {
        <li key={draft.id.to_string()} class="drafts__one" data-draft={draft.id.to_string()}>
            <button
                type="button"
                class="thing"
                aria-current={is_open.then_some("true")}
                data-action="choose"
                {onclick}
            >
                { draft.name.clone() }
                <span class="quiet">{ desk.say_with("hand-in.count", &[("count", &count)]) }</span>
            </button>
            { deleting(desk, draft, asked) }
        </li>
    }
}

/// Deleting is asked once.
fn deleting(desk: &Desk, draft: &Listed, asked: &UseStateHandle<Option<DraftId>>) -> Html {
    let id = draft.id.clone();
    let set = asked.setter();
    if **asked != Some(id.clone()) {
        let onclick = Callback::from(move |_: MouseEvent| set.set(Some(id.clone())));
        let label = desk.say_with("hand-in.delete-label", &[("name", &draft.name)]);
        return html! {
            <button type="button" class="button button--link" data-action="delete" aria-label={label} {onclick}>
                { desk.say("hand-in.delete") }
            </button>
        };
    }
    let no = Callback::from(move |_: MouseEvent| set.set(None));
    let yes = desk.act.reform(move |_: MouseEvent| Action::Draft(DraftAction::Delete(id.clone())));
    html! {
        <span class="drafts__sure" role="group" aria-label={desk.say("hand-in.delete-sure")}>
            { desk.say("hand-in.delete-sure") }
            <button type="button" class="button" data-action="delete-yes" onclick={yes}>
                { desk.say("hand-in.delete-yes") }
            </button>
            <button type="button" class="button button--link" data-action="delete-no" onclick={no}>
                { desk.say("hand-in.delete-no") }
            </button>
        </span>
    }
}

fn deleted(desk: &Desk) -> Html {
    let Some(name) = desk.state.drafting.bench.deleted() else { return Html::default() };
    html! {
        <p class="hand-in__ways" data-lab="deleted">
            <span class="quiet">{ desk.say_with("hand-in.deleted", &[("name", name)]) }</span>
            { button(desk, "take-back-draft", DraftAction::TakeBack, false) }
        </p>
    }
}

/// The name of the draft on the desk; it is taken when the field is left or Enter is pressed.
fn name_field(desk: &Desk) -> Html {
    let onchange = desk.act.reform(|event: Event| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Draft(DraftAction::Rename(name))
    });
    let name = desk.state.drafting.bench.draft().name().to_owned();
    html! {
        <label class="filters__part">
            <span class="quiet">{ desk.say("hand-in.name") }</span>
            <input type="text" maxlength="80" value={name} data-lab="rename" {onchange} />
        </label>
    }
}
