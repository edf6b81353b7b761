use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::keys::{field_of, use_keys};
use crate::lab::page::pieces::tick;
use crate::lab::{Thing, things};

use super::filter::{Filter, Only};
use super::filters_bar::filters_bar;
use super::stage::Stage;
use super::thing_list::thing_list;
use super::thing_panel::thing_panel;

/// What the part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::lab::page) struct EditTabProps {
    pub(in crate::lab::page) desk: Desk,
}

/// Editing, with the screens beside it.
#[component]
pub(in crate::lab::page) fn EditTab(props: &EditTabProps) -> Html {
    let desk = &props.desk;
    let filter = use_state(|| Filter { text: String::new(), only: Only::All });
    let thing = use_state(|| 0usize);
    let sentence = use_state(|| None::<AttrValue>);
    let locales =
        use_state(|| desk.state.base.locales().take(1).map(str::to_owned).collect::<Vec<_>>());
    let search = use_node_ref();
    use_search_key(&search);
    let all = {
        let base = desk.state.base.clone();
        use_memo(base, |base| things(base.rulebook(), &base.needs))
    };
    {
        // To the sentence that was sought from elsewhere, whatever is filtered.
        let (thing, sentence, filter) = (thing.setter(), sentence.setter(), filter.setter());
        let (all, locales) = (all.clone(), locales.clone());
        use_effect_with(desk.state.sought.clone(), move |sought| {
            let Some(sought) = sought else { return };
            let (locale, key) = (sought.subject.locale(), sought.subject.key());
            let has_it = |one: &Thing| one.keys.iter().any(|each| each == key);
            let Some(at) = all.iter().position(has_it) else { return };
            thing.set(at);
            sentence.set(Some(key.to_owned().into()));
            filter.set(Filter { text: String::new(), only: Only::All });
            if !locales.iter().any(|each| each == locale) {
                locales.set(locales.iter().cloned().chain([locale.to_owned()]).collect());
            }
            if sought.takes_focus {
                focus_later(locale, key);
            }
        });
    }
    let set_filter = {
        let filter = filter.setter();
        Callback::from(move |one| filter.set(one))
    };
    let choose_thing = {
        let (thing, sentence) = (thing.setter(), sentence.setter());
        Callback::from(move |at| {
            thing.set(at);
            sentence.set(None);
        })
    };
    let choose_sentence = {
        let sentence = sentence.clone();
        Callback::from(move |key: String| {
            if sentence.as_deref() != Some(key.as_str()) {
                sentence.set(Some(key.into()));
            }
        })
    };
    let chosen = &all[(*thing).min(all.len() - 1)];
    html! {
        <div class="edit">
            <div class="edit__left">
                { filters_bar(desk, &search, &filter, &set_filter) }
                { thing_list(desk, &all, &filter, *thing, &choose_thing) }
            </div>
            <div class="edit__middle">
                { locales_bar(desk, &locales) }
                { thing_panel(desk, chosen, &filter, &locales, sentence.as_deref(), &choose_sentence) }
            </div>
            <Stage desk={desk.clone()} sentence={(*sentence).clone()} />
        </div>
    }
}

/// Puts the focus into the field of a sentence once it is drawn.
fn focus_later(locale: &str, key: &str) {
    let field = format!("[data-locale=\"{locale}\"] [data-sentence=\"{key}\"]");
    spawn_local(async move {
        TimeoutFuture::new(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let field = document.and_then(|document| document.query_selector(&field).ok().flatten());
        // Nothing depends on the focus.
        let _ =
            field.and_then(|field| field.dyn_into::<HtmlElement>().ok()).map(|field| field.focus());
    });
}

/// Which locales stand side by side; at least one.
fn locales_bar(desk: &Desk, chosen: &UseStateHandle<Vec<String>>) -> Html {
    let all: Vec<String> = desk.state.base.locales().map(str::to_owned).collect();
    let on_tick = {
        let (chosen, all) = (chosen.clone(), all.clone());
        Callback::from(move |(locale, is_ticked): (String, bool)| {
            let has =
                |one: &&String| if **one == locale { is_ticked } else { chosen.contains(one) };
            let next: Vec<String> = all.iter().filter(has).cloned().collect();
            chosen.set(if next.is_empty() { (*chosen).clone() } else { next });
        })
    };
    let ticks =
        all.iter().map(|name| tick(name.clone().into(), name, chosen.contains(name), &on_tick));
    html! {
        <fieldset class="ticks" data-lab="locales">
            <legend class="quiet">{ desk.say("edit.side-by-side") }</legend>
            { for ticks }
        </fieldset>
    }
}

/// A slash outside of any field goes to the search.
#[hook]
fn use_search_key(field: &NodeRef) {
    let field = field.clone();
    use_keys(move |event| {
        let is_meant = event.key() == "/" && field_of(event).is_none();
        if is_meant {
            // Nothing depends on the focus.
            let _ = field.cast::<HtmlElement>().map(|field| field.focus());
        }
        is_meant
    });
}
