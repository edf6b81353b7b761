use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::{scheme_switch, select, width_switch};
use crate::lab::page::preview::Width;
use crate::lab::sheet::Scheme;

/// How screens are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) locale: String,
    pub(super) width: Width,
    pub(super) scheme: Scheme,
}

/// The choice of language, screen and palette.
pub(super) fn looks_bar(desk: &Desk, looks: &Looks, set: &Callback<Looks>) -> Html {
    let on_locale = changed(looks, set, |looks, locale| looks.locale = locale);
    let on_width = changed(looks, set, |looks, width| looks.width = width);
    let on_scheme = changed(looks, set, |looks, scheme| looks.scheme = scheme);
    let locales = desk.state.base.locales();
    let locales =
        locales.map(|name| (name.to_owned(), name.to_owned().into(), name == looks.locale));
    let label = desk.say("edit.language");
    html! {
        <div class="stage__bar">
            { select("filters__part", "locale".to_owned(), label, locales, &on_locale) }
            { width_switch(desk, "edit-width", looks.width, &on_width) }
            { scheme_switch(desk, "edit-scheme", looks.scheme, &on_scheme) }
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
