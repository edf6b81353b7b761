use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use yew::prelude::*;

use crate::lab::HandIn;
use crate::lab::hand_in;
use crate::lab::page::desk::{Desk, DeskProps};
use crate::lab::page::lab_action::LabAction;
use crate::lab::page::tab::Tab;
use crate::lab::page::work::use_work;

use super::change_list::change_list;
use super::downloads::downloads;
use super::draft_list::DraftList;
use super::hand_in_verdict::HandInVerdict;
use super::hurdle_list::hurdle_list;
use super::take_in::take_in;

/// Drafts, what they change, and handing one in.
#[component]
pub(in crate::lab::page) fn HandInTab(DeskProps { desk }: &DeskProps) -> Html {
    use_judging(desk);
    let found = desk.state.judged.as_deref();
    html! {
        <div class="hand-in">
            <div>
                <DraftList desk={desk.clone()} />
                { take_in(desk) }
            </div>
            <div>
                { change_list(desk) }
                <section class="hand-in__part" aria-labelledby="hand-in-title" data-lab="hand-in">
                    <h2 id="hand-in-title">{ desk.say("hand-in.title") }</h2>
                    { verdict(desk, found) }
                    { downloads(desk, found) }
                </section>
            </div>
        </div>
    }
}

fn verdict(desk: &Desk, found: Option<&HandIn>) -> Html {
    let verdict = HandInVerdict::of(!desk.state.drafting.changes.is_empty(), found);
    let name: &str = verdict.into();
    let found = found.filter(|_| verdict != HandInVerdict::Unchanged);
    html! {
        <>
            <p role="status" class={format!("verdict verdict--{name}")} data-verdict={name}>
                { desk.say_of("hand-in.verdict", name) }
            </p>
            if let Some(found) = found {
                { hurdle_list(desk, "errors", "look look--bad", "hand-in.errors", &found.errors) }
                { hurdle_list(desk, "warnings", "look look--warn", "hand-in.warnings", &found.warnings) }
            }
        </>
    }
}

/// Finds out what there is to say of the draft while the part is looked at.
#[hook]
fn use_judging(desk: &Desk) {
    let state = &desk.state;
    let is_wanted = state.tab == Tab::HandIn && state.judged.is_none();
    let changes = is_wanted.then(|| Rc::clone(&state.drafting.changes));
    let desk = desk.clone();
    use_work(changes, move |changes, is_wanted| async move {
        // After the page has drawn that the check is on.
        TimeoutFuture::new(0).await;
        if is_wanted.is_so() {
            let found = hand_in(&desk.state.base, &desk.state.edited, &changes);
            desk.act.emit(LabAction::Judged(Rc::new(found)));
        }
    });
}
