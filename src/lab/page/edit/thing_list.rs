use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::{Thing, ThingKind};

use super::edit_state::EditAction;
use super::listed::is_any_listed;

/// The things whose texts are edited, by kind; those that the filter lets through.
pub(super) fn thing_list(desk: &Desk) -> Html {
    let (state, edit) = (&desk.state, &desk.state.edit);
    let things = edit.things.iter().enumerate();
    let listed: Vec<(usize, &Thing)> =
        things.filter(|(_, thing)| is_any_listed(state, thing)).collect();
    if listed.is_empty() {
        return html! { <p class="empty" data-lab="nothing-found">{ desk.say("edit.nothing-found") }</p> };
    }
    let groups = ThingKind::ALL.into_iter().filter_map(|kind| {
        let own = listed.iter().filter(|(_, thing)| thing.kind == kind);
        let rows: Vec<Html> = own.map(|(at, thing)| row(desk, *at, thing)).collect();
        let title = desk.say_of("edit.kind", kind.id());
        (!rows.is_empty()).then(|| {
            html! {
                <section class="things__group" key={kind.id()}>
                    <h2 class="things__title">{ title }</h2>
                    <ul>{ for rows }</ul>
                </section>
            }
        })
    });
    html! { <nav class="things" aria-label={desk.say("edit.things")}>{ for groups }</nav> }
}

fn row(desk: &Desk, at: usize, thing: &Thing) -> Html {
    let state = &desk.state;
    let locale = state.base.locales().next().unwrap_or_default();
    let title = thing.title_key().and_then(|key| state.edited.text(locale, &key));
    let title = title.unwrap_or(&thing.id).to_owned();
    let is_changed = thing
        .keys
        .iter()
        .any(|key| state.base.locales().any(|locale| state.is_changed(locale, key)));
    let (errors, warnings) = counts(desk, thing);
    html! {
        <li key={thing.id.clone()}>
            <button
                type="button"
                class="thing"
                aria-current={(at == state.edit.thing).then_some("true")}
                data-thing={format!("{}.{}", thing.kind.id(), thing.id)}
                onclick={desk.press(EditAction::Thing(at))}
            >
                <span class="thing__title" lang={locale.to_owned()}>{ title }</span>
                <code class="thing__id">{ thing.id.clone() }</code>
                if is_changed {
                    <span class="mark mark--changed">{ desk.say("edit.mark-changed") }</span>
                }
                if errors > 0 {
                    <span class="mark mark--bad">
                        { desk.say_with("edit.mark-errors", &[("count", &errors)]) }
                    </span>
                }
                if warnings > 0 {
                    <span class="mark mark--warn">
                        { desk.say_with("edit.mark-warnings", &[("count", &warnings)]) }
                    </span>
                }
            </button>
        </li>
    }
}

fn counts(desk: &Desk, thing: &Thing) -> (usize, usize) {
    let Some(checked) = &desk.state.checked else { return (0, 0) };
    let mut counts = (0, 0);
    for key in &thing.keys {
        for locale in desk.state.base.locales() {
            for objection in checked.of(locale, key).iter() {
                let count = if objection.is_error() { &mut counts.0 } else { &mut counts.1 };
                *count += 1;
            }
        }
    }
    counts
}
