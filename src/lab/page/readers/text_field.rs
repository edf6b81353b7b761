use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::lab::page::pieces::select;

/// A field for one line, with its label; `lab` is its hook for tests.
pub(super) fn line_field(
    lab: &'static str,
    label: AttrValue,
    value: &str,
    write: Callback<String>,
) -> Html {
    let oninput =
        write.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <label class="readers__field">
            <span class="quiet">{ label }</span>
            <input type="text" value={value.to_owned()} maxlength="300" autocomplete="off" {oninput} data-lab={lab} />
        </label>
    }
}

/// A field for several lines, with its label.
pub(super) fn lines_field(
    lab: &'static str,
    label: AttrValue,
    value: &str,
    write: Callback<String>,
) -> Html {
    let oninput = write
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <label class="readers__field">
            <span class="quiet">{ label }</span>
            <textarea rows="3" maxlength="4000" value={value.to_owned()} {oninput} data-lab={lab} />
        </label>
    }
}

/// A choice of one out of a list of values with labels.
pub(super) fn select_field(
    lab: &'static str,
    label: AttrValue,
    options: impl Iterator<Item = (String, AttrValue)>,
    chosen: &str,
    choose: Callback<String>,
) -> Html {
    let options = options.map(|(value, label)| {
        let is_chosen = value == chosen;
        (value, label, is_chosen)
    });
    select("readers__field", lab.to_owned(), label, options, &choose)
}

/// A field from which one value after the other is taken; between them it shows what it `asks` for.
pub(super) fn picker(
    lab: &'static str,
    label: AttrValue,
    asks: AttrValue,
    options: impl Iterator<Item = (String, AttrValue)>,
    pick: &Callback<String>,
) -> Html {
    let onchange = pick.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let picked = field.value();
        field.set_selected_index(0);
        picked
    });
    let options = options.map(|(value, label)| html! { <option {value}>{ label }</option> });
    html! {
        <label class="readers__field">
            <span class="quiet">{ label }</span>
            <select {onchange} data-lab={lab}>
                <option value="" selected=true>{ asks }</option>
                { for options }
            </select>
        </label>
    }
}

/// A button; `name` is its hook for tests.
pub(super) fn button(
    class: &'static str,
    name: &'static str,
    label: AttrValue,
    press: Callback<()>,
) -> Html {
    let onclick = press.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class={classes!("button", class)} data-action={name} {onclick}>{ label }</button>
    }
}
