use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::{HandIn, hand_in};

use super::change_list::change_list;
use super::downloads::downloads;
use super::draft_list::DraftList;
use super::hurdle_list::hurdle_list;
use super::take_in::TakeIn;

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct HandInTabProps {
    pub(in crate::lab::page) desk: Desk,
    /// Whether the part is looked at; the files are checked only then.
    pub(in crate::lab::page) is_open: bool,
}

/// Drafts, what they change, and handing one in.
#[component]
pub(in crate::lab::page) fn HandInTab(props: &HandInTabProps) -> Html {
    let HandInTabProps { desk, is_open } = props;
    let found = use_hand_in(desk, *is_open);
    html! {
        <div class="hand-in">
            <div>
                <DraftList desk={desk.clone()} />
                <TakeIn desk={desk.clone()} />
            </div>
            <div>
                { change_list(desk) }
                <section class="hand-in__part" aria-labelledby="hand-in-title" data-lab="hand-in">
                    <h2 id="hand-in-title">{ desk.say("hand-in.title") }</h2>
                    { verdict(desk, found.as_deref()) }
                    { downloads(desk, found.as_deref()) }
                </section>
            </div>
        </div>
    }
}

fn verdict(desk: &Desk, found: Option<&HandIn>) -> Html {
    let (name, lists) = match found {
        _ if desk.state.drafting.changes.is_empty() => ("unchanged", Html::default()),
        None => ("checking", Html::default()),
        Some(found) => {
            let lists = html! {
                <>
                    { hurdle_list(desk, "errors", &found.errors) }
                    { hurdle_list(desk, "warnings", &found.warnings) }
                </>
            };
            (if found.folder.is_some() { "ready" } else { "blocked" }, lists)
        }
    };
    html! {
        <>
            <p role="status" class={format!("verdict verdict--{name}")} data-verdict={name}>
                { desk.say(&format!("hand-in.verdict-{name}")) }
            </p>
            { lists }
        </>
    }
}

/// What there is to say of the draft as it is now; nothing while that is being found out.
#[hook]
fn use_hand_in(desk: &Desk, is_open: bool) -> Option<Rc<HandIn>> {
    let found = use_state(|| None::<Rc<HandIn>>);
    let changes = Rc::clone(&desk.state.drafting.changes);
    let state = Rc::clone(&desk.state);
    {
        let found = found.setter();
        use_effect_with((changes, is_open), move |(changes, is_open)| {
            found.set(None);
            let is_gone = Rc::new(Cell::new(!*is_open));
            if *is_open {
                let (changes, is_gone) = (Rc::clone(changes), Rc::clone(&is_gone));
                spawn_local(async move {
                    // After the page has drawn that the check is on.
                    TimeoutFuture::new(0).await;
                    if !is_gone.get() {
                        found.set(Some(Rc::new(hand_in(&state.base, &state.edited, &changes))));
                    }
                });
            }
            move || is_gone.set(true)
        });
    }
    (*found).clone()
}
