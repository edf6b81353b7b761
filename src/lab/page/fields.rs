//! Fields with their labels; `name` is the hook of one for tests.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What is written in a field of one line.
pub(super) fn written(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// What is written in a field of several lines.
pub(super) fn written_lines(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlTextAreaElement>().value()
}

fn labelled(class: &'static str, label: AttrValue, field: Html) -> Html {
    html! { <label {class}><span class="quiet">{ label }</span>{ field }</label> }
}

/// One line.
pub(super) fn line_field(
    name: &'static str,
    label: AttrValue,
    value: &str,
    write: &Callback<String>,
) -> Html {
    let oninput = write.reform(|event: InputEvent| written(&event));
    let field = html! {
        <input type="text" value={value.to_owned()} maxlength="300" autocomplete="off" {oninput} data-lab={name} />
    };
    labelled("readers__field", label, field)
}

/// Several lines.
pub(super) fn lines_field(
    name: &'static str,
    label: AttrValue,
    value: &str,
    write: &Callback<String>,
) -> Html {
    let oninput = write.reform(|event: InputEvent| written_lines(&event));
    let field = html! {
        <textarea rows="3" maxlength="4000" value={value.to_owned()} {oninput} data-lab={name} />
    };
    labelled("readers__field", label, field)
}

/// A choice of one out of a list of values with their labels.
pub(super) fn select(
    class: &'static str,
    name: &'static str,
    label: AttrValue,
    options: impl IntoIterator<Item = (String, AttrValue)>,
    chosen: &str,
    choose: &Callback<String>,
) -> Html {
    let onchange =
        choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = options.into_iter().map(|(value, label)| {
        let selected = value == chosen;
        html! { <option {value} {selected}>{ label }</option> }
    });
    labelled(class, label, html! { <select {onchange} data-lab={name}>{ for options }</select> })
}

/// A field from which one value after the other is taken; between them it shows what it `asks` for.
pub(super) fn picker(
    name: &'static str,
    label: AttrValue,
    asks: AttrValue,
    options: impl IntoIterator<Item = (String, AttrValue)>,
    pick: &Callback<String>,
) -> Html {
    let onchange = pick.reform(|event: Event| {
        let field = event.target_unchecked_into::<HtmlSelectElement>();
        let picked = field.value();
        field.set_selected_index(0);
        picked
    });
    let options =
        options.into_iter().map(|(value, label)| html! { <option {value}>{ label }</option> });
    let field = html! {
        <select {onchange} data-lab={name}>
            <option value="" selected=true>{ asks }</option>
            { for options }
        </select>
    };
    labelled("readers__field", label, field)
}
