use std::collections::BTreeMap;

use yew::prelude::*;

use crate::lab::drafts::Listed;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::fields::{line_field, picker};
use crate::lab::page::lab_words::LabWords;
use crate::lab::readers::{Setup, TestVersion};

use super::setup_form::SetupForm;

/// Which versions are compared.
pub(super) fn versions_part(form: &SetupForm) -> Html {
    let setup = form.setup;
    let rows = setup.versions.iter().enumerate().map(|(at, version)| row(form, at, version));
    let add_shipped = form.change(|setup, _: MouseEvent| {
        let name = LabWords::near(&setup.locale).say("readers.shipped");
        add(setup, &name, BTreeMap::new());
    });
    let has_shipped = setup.versions.iter().any(|version| version.texts.is_empty());
    let drafts = form.desk.state.drafting.bench.drafts();
    html! {
        <section class="readers__part" aria-labelledby="readers-versions">
            <h3 id="readers-versions">{ form.say("readers.versions") }</h3>
            <p class="readers__help">{ form.say("readers.versions-help") }</p>
            <ol class="readers__list" data-lab="versions">{ for rows }</ol>
            if setup.versions.len() >= Setup::VERSIONS.1 {
                <p class="quiet" data-lab="enough-versions">{ form.say("readers.enough-versions") }</p>
            } else if drafts.is_empty() {
                <p class="empty" data-lab="no-draft">{ form.say("readers.no-draft") }</p>
            } else {
                { draft_field(form, drafts) }
            }
            if !has_shipped && setup.versions.len() < Setup::VERSIONS.1 {
                <p class="readers__buttons">
                    { button("", "add-shipped", form.say("readers.add-shipped"), add_shipped) }
                </p>
            }
        </section>
    }
}

/// The choice of a draft to add, as it is now.
fn draft_field(form: &SetupForm, drafts: &[Listed]) -> Html {
    let all = drafts.iter().map(|draft| (draft.id.to_string(), draft.name.clone().into()));
    let desk = form.desk.clone();
    let take = form.change(move |setup, chosen: String| {
        let mut drafts = desk.state.drafting.bench.drafts().iter();
        if let Some(draft) = drafts.find(|draft| draft.id.to_string() == chosen) {
            let texts = texts_of(&desk, draft, &setup.locale);
            add(setup, &draft.name, texts);
        }
    });
    picker("add-draft", form.say("readers.add-draft"), form.say("readers.choose-draft"), all, &take)
}

fn row(form: &SetupForm, at: usize, version: &TestVersion) -> Html {
    let rename = form.change(move |setup, name| setup.versions[at].name = name);
    let remove = form.change(move |setup, _: MouseEvent| drop(setup.versions.remove(at)));
    let differs = match version.texts.is_empty() {
        true => form.say("readers.as-shipped"),
        false => form.desk.say_with("readers.differs", &[("count", &version.texts.len())]),
    };
    html! {
        <li key={at} class="readers__item">
            { line_field("version-name", form.say("readers.version-name"), &version.name, &rename) }
            <span class="quiet" title={version.texts.keys().cloned().collect::<Vec<_>>().join(", ")}>{ differs }</span>
            { button("button--quiet", "remove-version", form.say("readers.remove"), remove) }
        </li>
    }
}

/// The sentences of a locale that a draft changes; an empty one is taken out.
fn texts_of(desk: &Desk, listed: &Listed, locale: &str) -> BTreeMap<String, String> {
    let bench = &desk.state.drafting.bench;
    let draft = if bench.id() == Some(&listed.id) { bench.draft() } else { &listed.draft };
    let changes = draft.changes(bench.baseline()).into_iter();
    let of_locale = changes
        .filter(|change| change.subject.rule().is_none() && change.subject.locale() == locale);
    of_locale
        .map(|change| (change.subject.key().to_owned(), change.to.unwrap_or_default()))
        .collect()
}

/// Adds a version under its name, with a number where the name is taken.
fn add(setup: &mut Setup, name: &str, texts: BTreeMap<String, String>) {
    let is_free = |name: &String| setup.versions.iter().all(|version| version.name != *name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let name = core::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default();
    setup.versions.push(TestVersion { name, texts });
}
