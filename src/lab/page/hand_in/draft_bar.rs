use yew::prelude::*;

use crate::lab::drafts::KeptState;
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::lab_action::LabAction;
use crate::lab::page::tab::Tab;

/// The draft that is worked on, whether it is kept, and the way back.
pub(in crate::lab::page) fn draft_bar(desk: &Desk) -> Html {
    let drafting = &desk.state.drafting;
    let draft = drafting.bench.draft();
    let open = desk.press(LabAction::Open(Tab::HandIn));
    let (kept, state) = match drafting.bench.state() {
        KeptState::Kept if drafting.is_lasting && drafting.bench.id().is_none() => {
            ("fresh", "hand-in.state-fresh")
        }
        KeptState::Kept if drafting.is_lasting => ("kept", "hand-in.state-kept"),
        _ => ("unkept", "hand-in.state-unkept"),
    };
    let step = |name: &'static str, keys: &'static str, texts: [&str; 2], action, can: bool| {
        html! {
            <button
                type="button"
                class="button"
                data-action={name}
                aria-keyshortcuts={keys}
                title={desk.say(texts[1])}
                disabled={!can}
                onclick={desk.press_draft(action)}
            >
                { desk.say(texts[0]) }
            </button>
        }
    };
    let (undo, redo) =
        (["hand-in.undo", "hand-in.undo-keys"], ["hand-in.redo", "hand-in.redo-keys"]);
    html! {
        <div class="draft-bar" role="group" aria-label={desk.say("hand-in.draft")} data-lab="draft-bar">
            <button type="button" class="button button--quiet" data-action="open-drafts" onclick={open}>
                <span class="draft-bar__name" data-lab="draft-name">{ draft.name().to_owned() }</span>
                <span class="quiet">
                    { desk.say_with("hand-in.count", &[("count", &drafting.changes.len())]) }
                </span>
            </button>
            <span class="quiet" role="status" data-kept={kept}>{ desk.say(state) }</span>
            { step("undo", "Control+Z", undo, DraftAction::Undo, draft.can_undo()) }
            { step("redo", "Control+Shift+Z", redo, DraftAction::Redo, draft.can_redo()) }
        </div>
    }
}
