//! Keys that mean something wherever one is on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Hears every key for as long as the component is there; the browser does nothing with one that `take` says it has used.
#[hook]
pub(super) fn use_keys(take: impl Fn(&KeyboardEvent) -> bool + 'static) {
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(&take) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// The field in which a key was pressed, if it was in one.
pub(super) fn field_of(event: &KeyboardEvent) -> Option<HtmlElement> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT").then_some(target)
}
