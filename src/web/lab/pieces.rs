//! Small pieces of the page that its parts share.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// One choice of a group of radio buttons that look like a switch.
pub(super) struct Choice {
    pub(super) id: &'static str,
    pub(super) label: AttrValue,
}

/// A switch: one of a few choices, as radio buttons.
pub(super) fn switch(
    name: &'static str,
    legend: AttrValue,
    choices: &[Choice],
    chosen: &str,
    on_choose: &Callback<String>,
) -> Html {
    let choices = choices.iter().map(|choice| {
        let id = choice.id;
        let onchange = on_choose.reform(move |_: Event| id.to_owned());
        html! {
            <label class="switch__choice">
                <input type="radio" {name} value={id} checked={id == chosen} {onchange} data-choice={id} />
                <span>{ choice.label.clone() }</span>
            </label>
        }
    });
    html! {
        <fieldset class="switch" data-lab={name}>
            <legend class="quiet">{ legend }</legend>
            <div class="switch__choices">{ for choices }</div>
        </fieldset>
    }
}

/// A tick box with its label.
pub(super) fn tick(
    label: AttrValue,
    value: &str,
    is_ticked: bool,
    on_tick: &Callback<(String, bool)>,
) -> Html {
    let name = value.to_owned();
    let onchange = on_tick.reform(move |event: Event| {
        let is_ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
        (name.clone(), is_ticked)
    });
    html! {
        <label class="tick">
            <input type="checkbox" value={value.to_owned()} checked={is_ticked} {onchange} data-tick={value.to_owned()} />
            <span>{ label }</span>
        </label>
    }
}

/// How far something is that takes more than a moment.
pub(super) fn progress(label: AttrValue, done: usize, total: usize) -> Html {
    html! {
        <div class="work" role="status">
            <label>{ label }<progress max={total.max(1).to_string()} value={done.to_string()} /></label>
        </div>
    }
}
