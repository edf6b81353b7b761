use std::rc::Rc;

use yew::prelude::*;

use crate::lab::Edited;
use crate::lab::drafts::{DraftId, Workbench};
use crate::lab::page::desk::Desk;
use crate::lab::page::pieces;
use crate::lab::page::state::Same;

use super::choices::{CURRENT, Choice, Choices, SHIPPED};

/// A version of the wording.
#[derive(Clone, PartialEq)]
pub(super) struct Version {
    pub(super) id: String,
    pub(super) name: AttrValue,
    pub(super) edited: Same<Edited>,
}

/// The ids and names of all versions: the shipped one, the draft on the desk, and the other drafts.
pub(super) fn named(desk: &Desk) -> Vec<(String, AttrValue)> {
    let bench = &desk.state.drafting.bench;
    let current = [("name", bench.draft().name())];
    let mut named = vec![
        (SHIPPED.to_owned(), desk.say("compare.version-shipped")),
        (CURRENT.to_owned(), desk.say_with("compare.version-current", &current)),
    ];
    let others = bench.drafts().iter().filter(|draft| Some(&draft.id) != bench.id());
    named.extend(others.map(|draft| (draft.id.to_string(), draft.name.clone().into())));
    named
}

/// The version of an id; the shipped one where it has gone.
#[hook]
pub(super) fn use_version(desk: &Desk, id: &str) -> Version {
    let drafting = &desk.state.drafting;
    let kept = named(desk).into_iter().find(|(known, _)| known == id);
    let draft = kept.as_ref().and_then(|_| DraftId::read(id));
    let draft = draft.and_then(|id| Workbench::read(&*drafting.store, &id));
    let other = use_memo((draft, desk.state.shipped.clone()), |(draft, shipped)| {
        draft.as_ref().map(|draft| Same(Rc::new(drafting.edited_of(draft, shipped))))
    });
    let (edited, kept) = match (&*other, kept) {
        (Some(other), kept) => (other, kept),
        (None, kept @ Some(_)) if id == CURRENT => (&desk.state.edited, kept),
        (None, _) => (&desk.state.shipped, None),
    };
    let (id, name) =
        kept.unwrap_or_else(|| (SHIPPED.to_owned(), desk.say("compare.version-shipped")));
    Version { id, name, edited: edited.clone() }
}

/// The choice of two versions and of a locale.
pub(super) fn versions_bar(
    desk: &Desk,
    [old, new]: [&Version; 2],
    choices: &Choices,
    choose: &Callback<Choice>,
) -> Html {
    let of_versions = |chosen: &Version| -> Vec<(String, AttrValue, bool)> {
        let named = named(desk).into_iter();
        named.map(|(id, name)| (id.clone(), name, id == chosen.id)).collect()
    };
    let locales =
        desk.state.base.locales().map(|name| {
            (name.to_owned(), AttrValue::from(name.to_owned()), name == choices.locale)
        });
    let swap = choose.reform(|_: MouseEvent| Choice::Swapped);
    html! {
        <div class="filters">
            { select(desk, "old", of_versions(old), &choose.reform(Choice::Old)) }
            <button type="button" class="button" data-action="swap" onclick={swap}>
                { desk.say("compare.swap") }
            </button>
            { select(desk, "new", of_versions(new), &choose.reform(Choice::New)) }
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
    let (hook, label) = (format!("compare-{name}"), desk.say(&format!("compare.{name}")));
    pieces::select("filters__part", hook, label, options.into_iter(), on_choose)
}
