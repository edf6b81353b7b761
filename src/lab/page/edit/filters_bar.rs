use strum::VariantArray;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::fields::{select, written};

use super::edit_state::EditAction;
use super::filter::Filter;
use super::only::Only;

/// Search, and which texts are listed.
pub(super) fn filters_bar(desk: &Desk, field: &NodeRef) -> Html {
    let filter = &desk.state.edit.filter;
    let (searched, listed) = (filter.clone(), filter.clone());
    let oninput = desk.on(move |event: InputEvent| {
        EditAction::Filter(Filter { text: written(&event), ..searched.clone() })
    });
    let on_only = desk.on(move |id: String| {
        EditAction::Filter(Filter { only: id.parse().unwrap_or_default(), ..listed.clone() })
    });
    let options = Only::VARIANTS.iter().map(|only| {
        let id: &str = only.into();
        (id.to_owned(), desk.say_of("edit.only", id))
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
            { select("filters__part", "only", desk.say("edit.only"), options, filter.only.into(), &on_only) }
        </div>
    }
}
