use yew::prelude::*;

use crate::lab::drafts::{KeptState, NotDone, ShelfRefused, write_draft};
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;
use crate::lab::page::transfer::download;

use super::downloads::draft_file;

/// What the notices are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct NoticesProps {
    pub(in crate::lab::page) desk: Desk,
}

/// What somebody has to decide or know about the draft, whichever part is open.
#[component]
pub(in crate::lab::page) fn Notices(props: &NoticesProps) -> Html {
    let desk = &props.desk;
    let drafting = &desk.state.drafting;
    let state = match drafting.bench.state() {
        KeptState::Kept if drafting.store.is_lasting() => Html::default(),
        KeptState::Kept | KeptState::Refused(ShelfRefused::Closed) => {
            notice(desk, "closed", html! { { save(desk) } })
        }
        KeptState::Refused(ShelfRefused::Full) => notice(desk, "full", html! { { save(desk) } }),
        KeptState::ChangedElsewhere => {
            notice(desk, "changed-elsewhere", choice(desk, "take-theirs"))
        }
        KeptState::DeletedElsewhere => notice(desk, "deleted-elsewhere", choice(desk, "let-go")),
    };
    let stale = drafting.bench.draft().stale(&drafting.baseline).len();
    html! {
        <div class="notices" role="status" aria-live="polite">
            { state }
            { for drafting.not_done.map(|why| notice(desk, not_done(why), Html::default())) }
            if stale > 0 {
                <p class="notice" data-notice="stale">
                    { desk.say_with("hand-in.notice-stale", &[("count", &stale.to_string())]) }
                </p>
            }
            { damaged(desk) }
        </div>
    }
}

fn not_done(why: NotDone) -> &'static str {
    match why {
        NotDone::Unkept => "not-done-unkept",
        NotDone::Name => "not-done-name",
        NotDone::Gone => "not-done-gone",
        NotDone::Refused(ShelfRefused::Closed) => "not-done-closed",
        NotDone::Refused(ShelfRefused::Full) => "not-done-full",
    }
}

fn notice(desk: &Desk, name: &'static str, ways: Html) -> Html {
    html! {
        <div class="notice" data-notice={name}>
            <p>{ desk.say(&format!("hand-in.notice-{name}")) }</p>
            { ways }
        </div>
    }
}

/// Saves the draft as a file, which always works.
fn save(desk: &Desk) -> Html {
    let draft = desk.state.drafting.bench.draft().clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        download(&draft_file(draft.name()), &write_draft(&draft));
    });
    html! {
        <button type="button" class="button" data-action="save-draft" {onclick}>
            { desk.say("hand-in.save-draft") }
        </button>
    }
}

fn choice(desk: &Desk, theirs: &'static str) -> Html {
    let button = |name: &'static str, action: DraftAction| {
        let onclick = desk.act.reform(move |_: MouseEvent| Action::Draft(action.clone()));
        html! {
            <button type="button" class="button" data-action={name} {onclick}>
                { desk.say(&format!("hand-in.{name}")) }
            </button>
        }
    };
    html! {
        <p class="notice__ways">
            { button(theirs, DraftAction::TakeTheirs) }
            { button("keep-mine", DraftAction::KeepMine) }
        </p>
    }
}

/// What could not be read and was put aside.
fn damaged(desk: &Desk) -> Html {
    let damaged = desk.state.drafting.bench.damaged();
    if damaged.is_empty() {
        return Html::default();
    }
    let files = damaged.iter().map(|(name, text)| {
        let (file, text) = ([name, ".txt"].concat(), text.clone());
        let onclick = Callback::from(move |_: MouseEvent| download(&file, &text));
        html! {
            <li>
                <button type="button" class="button button--link" data-action="save-damaged" {onclick}>
                    { name.clone() }
                </button>
            </li>
        }
    });
    html! {
        <details class="notice" data-notice="damaged">
            <summary>
                { desk.say_with("hand-in.notice-damaged", &[("count", &damaged.len().to_string())]) }
            </summary>
            <ul>{ for files }</ul>
        </details>
    }
}
