//! The focus, on which nothing depends: where it cannot be put, all still works.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::NodeRef;

/// Puts the focus on something that is drawn.
pub(super) fn focus(place: &NodeRef) {
    let _ = place.cast::<HtmlElement>().map(|place| place.focus());
}

/// Puts the focus on the first element that a selector finds.
pub(super) fn focus_on(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector(selector).ok().flatten());
    let _ = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()).map(|one| one.focus());
}
