use std::rc::Rc;

use yew::prelude::*;

use crate::lab::Edited;
use crate::lab::page::desk::Desk;
use crate::lab::page::same::Same;

use super::compare_state::{CURRENT, SHIPPED};

/// A version of the wording that is compared with another one.
#[derive(Clone, PartialEq)]
pub(super) struct ComparedVersion {
    pub(super) id: String,
    pub(super) name: AttrValue,
    pub(super) edited: Same<Edited>,
}

/// The ids and names of all versions: the shipped one, the draft on the desk, and the other drafts.
pub(super) fn named(desk: &Desk) -> Vec<(String, AttrValue)> {
    let bench = &desk.state.drafting.bench;
    let current = desk.say_with("compare.version-current", &[("name", &bench.draft().name())]);
    let mut named = vec![
        (SHIPPED.to_owned(), desk.say("compare.version-shipped")),
        (CURRENT.to_owned(), current),
    ];
    let others = bench.drafts().iter().filter(|draft| Some(&draft.id) != bench.id());
    named.extend(others.map(|draft| (draft.id.to_string(), draft.name.clone().into())));
    named
}

/// The version of an id; the shipped one where it has gone.
#[hook]
pub(super) fn use_version(desk: &Desk, id: &str) -> ComparedVersion {
    let (drafting, shipped) = (&desk.state.drafting, &desk.state.shipped);
    let kept = named(desk).into_iter().find(|(known, _)| known == id);
    let drafts = drafting.bench.drafts();
    let draft = drafts.iter().find(|draft| kept.is_some() && draft.id.to_string() == id);
    let draft = draft.map(|listed| Rc::clone(&listed.draft));
    let other = use_memo((draft, shipped.clone()), |(draft, shipped)| {
        draft.as_ref().map(|draft| Same(Rc::new(drafting.edited_of(draft, shipped))))
    });
    let of_shipped = || (SHIPPED.to_owned(), desk.say("compare.version-shipped"));
    let edited = match (&*other, &kept) {
        (Some(other), _) => other,
        (None, Some(_)) if id == CURRENT => &desk.state.edited,
        (None, _) => shipped,
    };
    let (id, name) = kept.unwrap_or_else(of_shipped);
    ComparedVersion { id, name, edited: edited.clone() }
}
