use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::web::lab::desk::Desk;

use super::filter::{Filter, Only};

/// Search, and which texts are listed.
pub(super) fn filters_bar(
    desk: &Desk,
    field: &NodeRef,
    filter: &Filter,
    set: &Callback<Filter>,
) -> Html {
    let oninput = {
        let filter = filter.clone();
        set.reform(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Filter { text, ..filter.clone() }
        })
    };
    let onchange = {
        let filter = filter.clone();
        set.reform(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            Filter { only: Only::of(&chosen), ..filter.clone() }
        })
    };
    let options = Only::ALL.into_iter().map(|only| {
        let label = desk.say(&format!("edit.only-{}", only.id()));
        html! { <option value={only.id()} selected={only == filter.only}>{ label }</option> }
    });
    html! {
        <div class="filters" role="search">
            <label class="filters__part">
                <span class="quiet">{ desk.say("edit.search") }</span>
                <input
                    ref={field.clone()}
                    type="search"
                    value={filter.text.clone()}
                    {oninput}
                    data-lab="search"
                    aria-keyshortcuts="/"
                />
            </label>
            <label class="filters__part">
                <span class="quiet">{ desk.say("edit.only") }</span>
                <select {onchange} data-lab="only">{ for options }</select>
            </label>
        </div>
    }
}
