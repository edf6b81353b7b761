use yew::prelude::*;

/// A button of a look of `button--…`, or the plain one; `name` is its hook for tests.
pub(super) fn button(
    look: &'static str,
    name: &'static str,
    label: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    button_if(true, look, name, label, onclick)
}

/// A button that can be pressed only where that makes sense.
pub(super) fn button_if(
    makes_sense: bool,
    look: &'static str,
    name: &'static str,
    label: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <button
            type="button"
            class={classes!("button", look)}
            data-action={name}
            disabled={!makes_sense}
            {onclick}
        >
            { label }
        </button>
    }
}
