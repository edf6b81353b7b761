use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::select;

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
    let on_only = {
        let filter = filter.clone();
        set.reform(move |id: String| Filter { only: Only::of(&id), ..filter.clone() })
    };
    let options = Only::ALL.into_iter().map(|only| {
        let label = desk.say(&format!("edit.only-{}", only.id()));
        (only.id().to_owned(), label, only == filter.only)
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
            { select("filters__part", "only".to_owned(), desk.say("edit.only"), options, &on_only) }
        </div>
    }
}
