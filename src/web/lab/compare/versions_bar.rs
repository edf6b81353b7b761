use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::lab::Edited;
use crate::web::lab::desk::Desk;
use crate::web::lab::state::Same;

use super::choices::{CURRENT, Choice, Choices, SHIPPED};

/// A version of the wording that can be compared.
#[derive(Clone, PartialEq)]
pub(super) struct Version {
    pub(super) id: String,
    pub(super) name: AttrValue,
    pub(super) edited: Same<Edited>,
}

/// Every version that there is.
pub(super) fn versions(desk: &Desk) -> Vec<Version> {
    let version = |id: &str, edited: &Same<Edited>| Version {
        id: id.to_owned(),
        name: desk.say(&format!("compare.version-{id}")),
        edited: edited.clone(),
    };
    vec![version(SHIPPED, &desk.state.shipped), version(CURRENT, &desk.state.edited)]
}

/// The version of an id; the first one where it has gone.
pub(super) fn version<'a>(versions: &'a [Version], id: &str) -> &'a Version {
    versions.iter().find(|version| version.id == id).unwrap_or(&versions[0])
}

/// The choice of two versions and of a locale.
pub(super) fn versions_bar(
    desk: &Desk,
    versions: &[Version],
    choices: &Choices,
    choose: &Callback<Choice>,
) -> Html {
    let of_versions = |chosen: &str| -> Vec<(String, AttrValue, bool)> {
        let one =
            |version: &Version| (version.id.clone(), version.name.clone(), version.id == chosen);
        versions.iter().map(one).collect()
    };
    let locales =
        desk.state.base.locales().map(|name| {
            (name.to_owned(), AttrValue::from(name.to_owned()), name == choices.locale)
        });
    let swap = choose.reform(|_: MouseEvent| Choice::Swapped);
    html! {
        <div class="filters">
            { select(desk, "old", of_versions(&choices.old), &choose.reform(Choice::Old)) }
            <button type="button" class="button" data-action="swap" onclick={swap}>
                { desk.say("compare.swap") }
            </button>
            { select(desk, "new", of_versions(&choices.new), &choose.reform(Choice::New)) }
            { select(desk, "locale", locales.collect(), &choose.reform(Choice::Locale)) }
        </div>
    }
}

/// A choice from a list of values with their names; `name` is that of its label and its hook.
pub(super) fn select(
    desk: &Desk,
    name: &str,
    options: Vec<(String, AttrValue, bool)>,
    on_choose: &Callback<String>,
) -> Html {
    let onchange =
        on_choose.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = options.into_iter().map(|(value, name, selected)| {
        html! { <option {value} {selected}>{ name }</option> }
    });
    html! {
        <label class="filters__part">
            <span class="quiet">{ desk.say(&format!("compare.{name}")) }</span>
            <select {onchange} data-lab={format!("compare-{name}")}>{ for options }</select>
        </label>
    }
}
