use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A choice of several, as tick boxes: each a value, its id and its label. `set` hears all that are ticked, in this order.
pub(super) fn ticks<T: Clone + PartialEq + 'static>(
    class: &'static str,
    name: &'static str,
    legend: Html,
    choices: Vec<(T, String, AttrValue)>,
    chosen: &[T],
    set: &Callback<Vec<T>>,
) -> Html {
    let all: Rc<Vec<T>> = Rc::new(choices.iter().map(|(value, ..)| value.clone()).collect());
    let chosen: Rc<Vec<T>> = Rc::new(chosen.to_vec());
    let boxes = choices.into_iter().enumerate().map(|(at, (value, id, label))| {
        let checked = chosen.contains(&value);
        let (all, chosen) = (Rc::clone(&all), Rc::clone(&chosen));
        let onchange = set.reform(move |event: Event| {
            let is_ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            let is_chosen = |place: &usize| match *place == at {
                true => is_ticked,
                false => chosen.contains(&all[*place]),
            };
            (0..all.len()).filter(is_chosen).map(|place| all[place].clone()).collect()
        });
        html! {
            <label class="tick">
                <input type="checkbox" value={id.clone()} {checked} {onchange} data-tick={id} />
                <span>{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class={classes!("ticks", class)} data-lab={name}>
            { legend }
            { for boxes }
        </fieldset>
    }
}
