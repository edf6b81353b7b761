use gloo::timers::future::TimeoutFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::page::desk::{Desk, DeskProps};
use crate::lab::page::focus::{focus, focus_on};
use crate::lab::page::listening::{field_of, use_keys};
use crate::lab::page::ticks::ticks;

use super::edit_state::EditAction;
use super::filters_bar::filters_bar;
use super::listed::is_listed;
use super::sentence::sentence;
use super::stage::stage;
use super::thing_list::thing_list;

/// Editing, with the screens beside it.
#[component]
pub(in crate::lab::page) fn EditTab(DeskProps { desk }: &DeskProps) -> Html {
    let search = use_node_ref();
    use_search_key(&search);
    html! {
        <div class="edit">
            <div class="edit__left">
                { filters_bar(desk, &search) }
                { thing_list(desk) }
            </div>
            <div class="edit__middle">
                { locales_bar(desk) }
                { texts(desk) }
            </div>
            { stage(desk) }
        </div>
    }
}

/// Which locales stand side by side; at least one.
fn locales_bar(desk: &Desk) -> Html {
    let all = desk.locales().into_iter().map(|(name, label)| (name.clone(), name, label));
    let legend = html! { <legend class="quiet">{ desk.say("edit.side-by-side") }</legend> };
    let set = desk.on(EditAction::Locales);
    ticks("", "locales", legend, all.collect(), &desk.state.edit.locales, &set)
}

/// The texts of the chosen thing, each in the chosen locales side by side.
fn texts(desk: &Desk) -> Html {
    let edit = &desk.state.edit;
    let thing = edit.things.get(edit.thing);
    let keys = thing.iter().flat_map(|thing| &thing.keys);
    let listed = keys.filter(|key| is_listed(&desk.state, key));
    let sentences = listed.map(|key| sentence(desk, &key.clone().into()));
    html! {
        <section class="texts" aria-label={desk.say("edit.texts")} data-lab="texts">
            { for sentences }
        </section>
    }
}

/// A slash outside of any field goes to the search.
#[hook]
fn use_search_key(field: &NodeRef) {
    let field = field.clone();
    use_keys(move |event| {
        let is_meant = event.key() == "/" && field_of(event).is_none();
        if is_meant {
            focus(&field);
        }
        is_meant
    });
}

/// Puts the focus into the field of the sentence that is sought, once it is drawn.
#[hook]
pub(in crate::lab::page) fn use_focus_on_sought(desk: &Desk) {
    use_effect_with(desk.state.sought.clone(), move |sought| {
        let Some(sought) = sought else { return };
        let (locale, key) = (sought.locale(), sought.key());
        let field = format!("[data-locale=\"{locale}\"] [data-sentence=\"{key}\"]");
        spawn_local(async move {
            TimeoutFuture::new(0).await;
            focus_on(&field);
        });
    });
}
