use yew::prelude::*;

/// A choice of one out of a few, as radio buttons that look like a switch: each a value, its id and its label. `name` is
/// that of the group, of which the page has one.
pub(super) fn switch<T: Copy + PartialEq + 'static, const N: usize>(
    name: &'static str,
    legend: AttrValue,
    choices: [(T, &'static str, AttrValue); N],
    chosen: T,
    choose: &Callback<T>,
) -> Html {
    let choices = choices.map(|(value, id, label)| {
        let onchange = choose.reform(move |_: Event| value);
        html! {
            <label class="switch__choice">
                <input type="radio" {name} value={id} checked={value == chosen} {onchange} data-choice={id} />
                <span>{ label }</span>
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
