use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, StorageEvent};
use yew::prelude::*;

use crate::lab::page::desk::Desk;

use super::notice::notices;
use super::reading::Reading;
use super::run_view::run_view;
use super::seed::drawn_seed;
use super::setup_view::setup_view;
use super::state::{Action, ReadersState};
use super::store::{FORM_KEY, KEY, keep, keep_form};

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct ReadersTabProps {
    pub(in crate::lab::page) desk: Desk,
}

/// Tests with readers.
#[component]
pub(in crate::lab::page) fn ReadersTab(props: &ReadersTabProps) -> Html {
    let desk = &props.desk;
    let state = {
        let (base, store) = (desk.state.base.clone(), desk.state.drafting.store.clone());
        use_reducer(move || ReadersState::new(base, &*store, drawn_seed()))
    };
    // Whether the page is the reader's now; after a reload it is the team's until somebody goes on.
    let is_reading = use_state(|| false);
    let act = state.dispatcher().to_callback();
    use_keeping(desk, &state, &act);
    let root = use_node_ref();
    use_top_on_change(&root, state.bench.is_some());
    let set_reading = {
        let is_reading = is_reading.setter();
        Callback::from(move |is_it| is_reading.set(is_it))
    };
    let inside = match &state.bench {
        None => setup_view(desk, &state, &act),
        Some(bench) => run_view(desk, &state, bench, &act, &set_reading),
    };
    let reading = state.bench.clone().filter(|bench| *is_reading && bench.running.is_some());
    html! {
        <div ref={root} class="readers" data-lab="readers" data-stage={if state.bench.is_some() { "run" } else { "setup" }}>
            { notices(desk, &state.notices) }
            { inside }
            if let Some(bench) = reading {
                <Reading desk={desk.clone()} {bench} {act} close={set_reading.reform(|()| false)} />
            }
        </div>
    }
}

/// Keeps every change on the device, and hears what another window keeps.
#[hook]
fn use_keeping(desk: &Desk, state: &UseReducerHandle<ReadersState>, act: &Callback<Action>) {
    {
        let (act, store) = (act.clone(), desk.state.drafting.store.clone());
        let is_first = use_mut_ref(|| true);
        use_effect_with((state.bench.clone(), state.is_overtaken), move |(bench, is_overtaken)| {
            // What was just read need not be written; what could not be read stays until there is something new.
            let is_first = is_first.replace(false);
            if !is_first && !is_overtaken && !keep(&*store, bench.as_deref()) {
                act.emit(Action::NotKept);
            }
        });
    }
    {
        let (act, store) = (act.clone(), desk.state.drafting.store.clone());
        let base = desk.state.base.clone();
        let is_first = use_mut_ref(|| true);
        use_effect_with(state.setup.clone(), move |setup| {
            let is_first = is_first.replace(false);
            if !is_first && !keep_form(&*store, setup, &base.rulebook().hash) {
                act.emit(Action::NotKept);
            }
        });
    }
    let act = act.clone();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "storage", move |event| {
                let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
                match (event.key().as_deref(), event.new_value()) {
                    (Some(KEY), text) => act.emit(Action::Elsewhere(text)),
                    (Some(FORM_KEY), Some(text)) => act.emit(Action::FormElsewhere(text)),
                    _ => {}
                }
            })
        });
        move || drop(listener)
    });
}

/// Shows the top where a form became a test, or a test a form.
#[hook]
fn use_top_on_change(root: &NodeRef, has_test: bool) {
    let root = root.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with(has_test, move |_| {
        let root = root.cast::<Element>().filter(|_| !is_first.replace(false));
        if let Some(root) = root {
            root.scroll_into_view();
        }
    });
}
