//! What is heard of the whole window for as long as a component is there.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, StorageEvent};
use yew::prelude::*;

/// Hears every key; the browser does nothing with one that `take` says it has used.
#[hook]
pub(super) fn use_keys(take: impl Fn(&KeyboardEvent) -> bool + 'static) {
    use_window("keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(&take) {
            event.prevent_default();
        }
    });
}

/// Hears what other tabs do in the storage of this device.
#[hook]
pub(super) fn use_storage(hear: impl Fn(&StorageEvent) + 'static) {
    use_window("storage", move |event| event.dyn_ref::<StorageEvent>().into_iter().for_each(&hear));
}

#[hook]
fn use_window(event: &'static str, hear: impl Fn(&Event) + 'static) {
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, event, options, hear)
        });
        move || drop(listener)
    });
}

/// The field in which a key was pressed, if it was in one.
pub(super) fn field_of(event: &KeyboardEvent) -> Option<HtmlElement> {
    let target: HtmlElement = event.target()?.dyn_into().ok()?;
    matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT").then_some(target)
}
