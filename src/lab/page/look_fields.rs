use yew::prelude::*;

use crate::lab::sheet::Scheme;

use super::desk::Desk;
use super::fields::select;
use super::looks::Looks;
use super::switch::switch;
use super::width::Width;

/// The choice of a locale; `name` is its hook.
pub(super) fn locale_field(
    desk: &Desk,
    name: &'static str,
    label: AttrValue,
    looks: &Looks,
    set: &Callback<Looks>,
) -> Html {
    let on_locale = changed(looks, set, |looks, locale| looks.locale = locale);
    select("filters__part", name, label, desk.locales(), &looks.locale, &on_locale)
}

/// The choice of screen and palette; the names are those of the two groups, of which the page has one each.
pub(super) fn look_switches(
    desk: &Desk,
    [width, scheme]: [&'static str; 2],
    looks: &Looks,
    set: &Callback<Looks>,
) -> Html {
    let widths = [Width::Phone, Width::Desktop]
        .map(|width| (width, width.into(), desk.say_of("shell.width", width.into())));
    let schemes =
        Scheme::ALL.map(|scheme| (scheme, scheme.id(), desk.say_of("sheet.scheme", scheme.id())));
    let on_width = changed(looks, set, |looks, width| looks.width = width);
    let on_scheme = changed(looks, set, |looks, scheme| looks.scheme = scheme);
    html! {
        <>
            { switch(width, desk.say("shell.width"), widths, looks.width, &on_width) }
            { switch(scheme, desk.say("sheet.schemes"), schemes, looks.scheme, &on_scheme) }
        </>
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
