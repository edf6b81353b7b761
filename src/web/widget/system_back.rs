use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::action::Action;

/// Lets the system's back button go back in the interview instead of leaving the page with all answers lost.
///
/// # Design
///
/// One entry of the history stands guard while there is something to go back to.
/// Going back takes it away and is reported; then it is put up anew.
#[hook]
pub(super) fn use_system_back<T: PartialEq + 'static>(
    is_on: bool,
    is_at_start: bool,
    screen: T,
    act: &Callback<Action>,
) {
    let has_guard = use_mut_ref(|| false);
    {
        let has_guard = has_guard.clone();
        let act = act.clone();
        use_effect_with(is_on, move |is_on| {
            let listener = web_sys::window().filter(|_| *is_on).map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    has_guard.replace(false);
                    act.emit(Action::WentBack);
                })
            });
            move || drop(listener)
        });
    }
    use_effect_with(screen, move |_| {
        if is_on && !is_at_start && !has_guard.replace(true) {
            let history = web_sys::window().and_then(|window| window.history().ok());
            // A page that may not touch its history keeps the system's own way back.
            let _ = history.map(|history| history.push_state_with_url(&JsValue::NULL, "", None));
        }
    });
}
