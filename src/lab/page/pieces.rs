//! Small pieces of the page that its parts share.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::lab::sheet::Scheme;

use super::desk::Desk;
use super::preview::Width;

/// One choice of a group of radio buttons that look like a switch.
struct Choice {
    id: &'static str,
    label: AttrValue,
}

/// On what a screen is shown; `name` is that of the group, of which the page has one.
pub(super) fn width_switch(
    desk: &Desk,
    name: &'static str,
    chosen: Width,
    on_choose: &Callback<Width>,
) -> Html {
    let choice = |id| Choice { id, label: desk.say(&format!("shell.width-{id}")) };
    let choices = Width::ALL.map(|width| choice(width.id()));
    let on_choose = on_choose.reform(|id: String| {
        Width::ALL.into_iter().find(|one| one.id() == id).unwrap_or(Width::Phone)
    });
    switch(name, desk.say("shell.width"), &choices, chosen.id(), &on_choose)
}

/// In which colours a screen is shown; `name` is that of the group, of which the page has one.
pub(super) fn scheme_switch(
    desk: &Desk,
    name: &'static str,
    chosen: Scheme,
    on_choose: &Callback<Scheme>,
) -> Html {
    let choice = |id| Choice { id, label: desk.say(&format!("sheet.scheme-{id}")) };
    let choices = Scheme::ALL.map(|scheme| choice(scheme.id()));
    let on_choose = on_choose.reform(|id: String| Scheme::read(&id).unwrap_or(Scheme::Light));
    switch(name, desk.say("sheet.schemes"), &choices, chosen.id(), &on_choose)
}

/// A choice from a list of values with their labels, each with whether it is the chosen one; `name` is its hook.
pub(super) fn select(
    class: &'static str,
    name: String,
    label: AttrValue,
    options: impl Iterator<Item = (String, AttrValue, bool)>,
    on_choose: &Callback<String>,
) -> Html {
    let onchange =
        on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = options.map(|(value, label, selected)| {
        html! { <option {value} {selected}>{ label }</option> }
    });
    html! {
        <label {class}>
            <span class="quiet">{ label }</span>
            <select {onchange} data-lab={name}>{ for options }</select>
        </label>
    }
}

/// A switch: one of a few choices, as radio buttons.
fn switch(
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
