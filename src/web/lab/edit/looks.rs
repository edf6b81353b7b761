use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::web::lab::desk::Desk;
use crate::web::lab::pieces::{Choice, switch};
use crate::web::lab::preview::{Scheme, Width};

/// How screens are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) locale: String,
    pub(super) width: Width,
    pub(super) scheme: Scheme,
}

/// The choice of language, screen and palette.
pub(super) fn looks_bar(desk: &Desk, looks: &Looks, set: &Callback<Looks>) -> Html {
    let choice =
        |part: &str, id: &'static str| Choice { id, label: desk.say(&format!("edit.{part}-{id}")) };
    let widths = Width::ALL.map(|width| choice("width", width.id()));
    let schemes = Scheme::ALL.map(|scheme| choice("scheme", scheme.id()));
    let on_locale = changed(looks, set, |looks, event: Event| {
        looks.locale = event.target_unchecked_into::<HtmlSelectElement>().value();
    });
    let on_width = changed(looks, set, |looks, id: String| {
        looks.width = Width::ALL.into_iter().find(|one| one.id() == id).unwrap_or(looks.width);
    });
    let on_scheme = changed(looks, set, |looks, id: String| {
        looks.scheme = Scheme::ALL.into_iter().find(|one| one.id() == id).unwrap_or(looks.scheme);
    });
    let locales = desk.state.base.locales().map(|name| {
        html! { <option value={name.to_owned()} selected={name == looks.locale}>{ name.to_owned() }</option> }
    });
    html! {
        <div class="stage__bar">
            <label class="filters__part">
                <span class="quiet">{ desk.say("edit.language") }</span>
                <select onchange={on_locale} data-lab="locale">{ for locales }</select>
            </label>
            { switch("edit-width", desk.say("edit.width"), &widths, looks.width.id(), &on_width) }
            { switch("edit-scheme", desk.say("edit.scheme"), &schemes, looks.scheme.id(), &on_scheme) }
        </div>
    }
}

/// Sets the looks with one thing changed.
fn changed<E: 'static>(
    looks: &Looks,
    set: &Callback<Looks>,
    change: impl Fn(&mut Looks, E) + 'static,
) -> Callback<E> {
    let looks = looks.clone();
    set.reform(move |event| {
        let mut looks = looks.clone();
        change(&mut looks, event);
        looks
    })
}
