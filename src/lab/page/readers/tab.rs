use web_sys::Element;
use yew::prelude::*;

use crate::lab::page::desk::DeskProps;

use super::notice_list::notices;
use super::reader_turn::ReaderTurn;
use super::run_view::run_view;
use super::setup_view::setup_view;

/// Tests with readers.
#[component]
pub(in crate::lab::page) fn ReadersTab(DeskProps { desk }: &DeskProps) -> Html {
    let state = &desk.state.readers;
    let root = use_node_ref();
    use_top_on_change(&root, state.bench.is_some());
    let (stage, inside) = match &state.bench {
        None => ("setup", setup_view(desk)),
        Some(bench) => ("run", run_view(desk, bench)),
    };
    let reading = state.bench.clone();
    let reading = reading.filter(|bench| state.is_reading && bench.running.is_some());
    html! {
        <div ref={root} class="readers" data-lab="readers" data-stage={stage}>
            { notices(desk, &state.notices) }
            { inside }
            if let Some(bench) = reading {
                <ReaderTurn desk={desk.clone()} {bench} />
            }
        </div>
    }
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
