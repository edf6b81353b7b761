use yew::prelude::*;

use crate::lab::drafts::KeptState;
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;
use crate::lab::page::tab::Tab;

/// What the bar is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct DraftBarProps {
    pub(in crate::lab::page) desk: Desk,
}

/// The draft that is worked on, whether it is kept, and the way back.
#[component]
pub(in crate::lab::page) fn DraftBar(props: &DraftBarProps) -> Html {
    let desk = &props.desk;
    let drafting = &desk.state.drafting;
    let draft = drafting.bench.draft();
    let open = desk.act.reform(|_: MouseEvent| Action::Opened(Tab::HandIn));
    let count = drafting.changes.len().to_string();
    let kept = match drafting.bench.state() {
        KeptState::Kept if !drafting.store.is_lasting() => "unkept",
        KeptState::Kept if drafting.bench.id().is_none() => "fresh",
        KeptState::Kept => "kept",
        _ => "unkept",
    };
    html! {
        <div class="draft-bar" role="group" aria-label={desk.say("hand-in.draft")} data-lab="draft-bar">
            <button type="button" class="button button--quiet" data-action="open-drafts" onclick={open}>
                <span class="draft-bar__name" data-lab="draft-name">{ draft.name().to_owned() }</span>
                <span class="quiet">{ desk.say_with("hand-in.count", &[("count", &count)]) }</span>
            </button>
            <span class="quiet" role="status" data-kept={kept}>{ desk.say(&format!("hand-in.state-{kept}")) }</span>
            { step(desk, DraftAction::Undo, "undo", "Control+Z", draft.can_undo()) }
            { step(desk, DraftAction::Redo, "redo", "Control+Shift+Z", draft.can_redo()) }
        </div>
    }
}

fn step(
    desk: &Desk,
    action: DraftAction,
    name: &'static str,
    keys: &'static str,
    can: bool,
) -> Html {
    let onclick = desk.act.reform(move |_: MouseEvent| Action::Draft(action.clone()));
    html! {
        <button
            type="button"
            class="button"
            data-action={name}
            aria-keyshortcuts={keys}
            title={desk.say(&format!("hand-in.{name}-keys"))}
            disabled={!can}
            {onclick}
        >
            { desk.say(&format!("hand-in.{name}")) }
        </button>
    }
}
