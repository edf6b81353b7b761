use std::collections::BTreeMap;

use yew::prelude::*;

use crate::lab::readers::{Setup, Version};
use crate::web::lab::desk::Desk;
use crate::web::lab::language::Language;
use crate::web::lab::words::Words;

use super::setup_view::Form;
use super::text_field::{button, line_field};

/// Which versions are compared.
pub(super) fn versions_part(form: &Form) -> Html {
    let setup = form.setup;
    let rows = setup.versions.iter().enumerate().map(|(at, version)| row(form, at, version));
    let draft = draft(form.desk, &setup.locale);
    let name = Words::new(Language::near(&setup.locale)).say("readers.draft").to_string();
    let add = |texts: BTreeMap<String, String>, name: String| {
        form.change(move |setup, ()| {
            let name = free_name(setup, &name);
            setup.versions.push(Version { name, texts: texts.clone() });
        })
    };
    let shipped = Words::new(Language::near(&setup.locale)).say("readers.shipped").to_string();
    let has = |texts: &BTreeMap<String, String>| setup.versions.iter().any(|v| v.texts == *texts);
    let count = draft.len().to_string();
    let can_add_draft = !draft.is_empty() && !has(&draft);
    html! {
        <section class="readers__part" aria-labelledby="readers-versions">
            <h3 id="readers-versions">{ form.say("readers.versions") }</h3>
            <p class="readers__help">{ form.say("readers.versions-help") }</p>
            <ol class="readers__list" data-lab="versions">{ for rows }</ol>
            if draft.is_empty() {
                <p class="empty" data-lab="no-draft">{ form.say("readers.no-draft") }</p>
            }
            <p class="readers__buttons">
                if can_add_draft {
                    { button("", "add-draft", form.desk.say_with("readers.add-draft", &[("count", &count)]), add(draft, name)) }
                }
                if !has(&BTreeMap::new()) {
                    { button("", "add-shipped", form.say("readers.add-shipped"), add(BTreeMap::new(), shipped)) }
                }
            </p>
        </section>
    }
}

fn row(form: &Form, at: usize, version: &Version) -> Html {
    let rename = form.change(move |setup, name| setup.versions[at].name = name);
    let remove = form.change(move |setup, ()| drop(setup.versions.remove(at)));
    let count = version.texts.len().to_string();
    let differs = match version.texts.is_empty() {
        true => form.say("readers.as-shipped"),
        false => form.desk.say_with("readers.differs", &[("count", &count)]),
    };
    html! {
        <li key={at} class="readers__item">
            { line_field("version-name", form.say("readers.version-name"), &version.name, rename) }
            <span class="quiet" title={version.texts.keys().cloned().collect::<Vec<_>>().join(", ")}>{ differs }</span>
            { button("button--quiet", "remove-version", form.say("readers.remove"), remove) }
        </li>
    }
}

/// The sentences of a locale in which the draft differs from the knowledge folder; an empty one was taken out.
fn draft(desk: &Desk, locale: &str) -> BTreeMap<String, String> {
    let (base, edited) = (&desk.state.base, &desk.state.edited);
    let changed = |key: &str| {
        let now = edited.text(locale, key).unwrap_or_default();
        (now != base.text(locale, key).unwrap_or_default()).then(|| now.to_owned())
    };
    let keys = base.needs.iter().map(|need| need.key.as_str());
    keys.filter_map(|key| Some((key.to_owned(), changed(key)?))).collect()
}

/// The name, with a number where it is taken.
fn free_name(setup: &Setup, name: &str) -> String {
    let is_free = |name: &String| setup.versions.iter().all(|version| version.name != *name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    core::iter::once(name.to_owned()).chain(numbered).find(is_free).unwrap_or_default()
}
