use yew::prelude::*;

use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::transfer::download;

use super::downloads::save_draft;
use super::draft_notice::DraftNotice;

/// What somebody has to decide or know about the draft, whichever part is open.
pub(in crate::lab::page) fn notices(desk: &Desk) -> Html {
    let drafting = &desk.state.drafting;
    let state = DraftNotice::of_state(drafting.bench.state(), drafting.is_lasting);
    let not_done = drafting.not_done.map(DraftNotice::of_not_done);
    let stale = drafting.bench.draft().stale(drafting.bench.baseline()).len();
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for state.into_iter().chain(not_done).map(|about| notice(desk, about)) }
            if stale > 0 {
                <p class="notice" data-notice="stale">
                    { desk.say_with("hand-in.notice-stale", &[("count", &stale)]) }
                </p>
            }
            { damaged(desk) }
        </div>
    }
}

fn notice(desk: &Desk, about: DraftNotice) -> Html {
    let ways = match about {
        DraftNotice::Closed | DraftNotice::Full => save_draft(desk),
        DraftNotice::ChangedElsewhere => {
            choice(desk, "take-theirs", desk.say("hand-in.take-theirs"))
        }
        DraftNotice::DeletedElsewhere => choice(desk, "let-go", desk.say("hand-in.let-go")),
        _ => Html::default(),
    };
    let name: &str = about.into();
    html! {
        <div class="notice" data-notice={name}>
            <p>{ desk.say_of("hand-in.notice", name) }</p>
            { ways }
        </div>
    }
}

/// Between what the other tab made and what is on the desk.
fn choice(desk: &Desk, theirs: &'static str, label: AttrValue) -> Html {
    let keep = desk.press_draft(DraftAction::KeepMine);
    html! {
        <p class="notice__ways">
            { button("", theirs, label, desk.press_draft(DraftAction::TakeTheirs)) }
            { button("", "keep-mine", desk.say("hand-in.keep-mine"), keep) }
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
        let save = Callback::from(move |_: MouseEvent| download(&file, &text));
        html! { <li>{ button("button--link", "save-damaged", name.clone().into(), save) }</li> }
    });
    html! {
        <details class="notice" data-notice="damaged">
            <summary>
                { desk.say_with("hand-in.notice-damaged", &[("count", &damaged.len())]) }
            </summary>
            <ul>{ for files }</ul>
        </details>
    }
}
