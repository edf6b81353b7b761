use yew::prelude::*;

use crate::lab::drafts::{DraftChange, DraftSubject};
use crate::lab::page::before_and_after::before_and_after;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::draft_action::DraftAction;
use crate::lab::page::drafting::Drafting;
use crate::lab::page::lab_action::LabAction;

/// What the draft changes, by locale, before and after.
pub(super) fn change_list(desk: &Desk) -> Html {
    let Drafting { bench, changes, .. } = &*desk.state.drafting;
    let stale = bench.draft().stale(bench.baseline());
    let locales = desk.state.base.locales().map(|locale| {
        let own: Vec<&DraftChange> =
            changes.iter().filter(|change| change.subject.locale() == locale).collect();
        if own.is_empty() {
            return Html::default();
        }
        let items = own.iter().map(|change| {
            let since = stale.iter().find(|each| each.subject == change.subject);
            one(desk, change, since)
        });
        html! {
            <section data-locale={locale.to_owned()}>
                <h3>
                    { locale.to_owned() }
                    { " " }
                    <span class="quiet">
                        { desk.say_with("hand-in.count", &[("count", &own.len())]) }
                    </span>
                </h3>
                <ul class="changed">{ for items }</ul>
            </section>
        }
    });
    html! {
        <section class="hand-in__part" aria-labelledby="changes-title" data-lab="changes">
            <h2 id="changes-title">{ desk.say("hand-in.changes") }</h2>
            if changes.is_empty() {
                <p class="empty" data-lab="no-changes">{ desk.say("hand-in.no-changes") }</p>
            }
            { for locales }
        </section>
    }
}

fn one(desk: &Desk, change: &DraftChange, since: Option<&DraftChange>) -> Html {
    let subject = &change.subject;
    let reset = desk.press_draft(DraftAction::Reset(subject.clone()));
    let kind = if subject.rule().is_some() { "waiver" } else { "text" };
    html! {
        <li class="changed__one" data-change={kind} data-key={subject.key().to_owned()}>
            <p class="changed__head">
                { seek_button(desk, subject) }
                if let Some(rule) = subject.rule() {
                    <span>{ desk.say_with("hand-in.waived-rule", &[("rule", &rule)]) }</span>
                }
                { button("button--link", "reset", desk.say("hand-in.reset"), reset) }
            </p>
            { texts(desk, change) }
            { for since.map(|since| changed_since(desk, since)) }
        </li>
    }
}

/// A way to the sentence.
pub(super) fn seek_button(desk: &Desk, subject: &DraftSubject) -> Html {
    let key = subject.key().to_owned();
    let onclick = desk.press(LabAction::Seek(subject.clone()));
    html! {
        <button type="button" class="button button--link" data-action="seek" {onclick}>
            <code>{ key }</code>
        </button>
    }
}

fn texts(desk: &Desk, change: &DraftChange) -> Html {
    let texts = [
        (desk.say("hand-in.before"), "before", change.from.as_deref()),
        (desk.say("hand-in.after"), "after", change.to.as_deref()),
    ];
    let none = html! { <span class="quiet">{ desk.say("hand-in.nothing") }</span> };
    before_and_after("changed__texts", change.subject.locale(), texts, &none)
}

/// The shipped text has become another one since the draft was begun.
fn changed_since(desk: &Desk, since: &DraftChange) -> Html {
    let keep = desk.press_draft(DraftAction::KeepOwn(since.subject.clone()));
    html! {
        <div class="notice" data-lab="stale">
            <p>{ desk.say("hand-in.stale") }</p>
            { texts(desk, since) }
            { button("", "keep-own", desk.say("hand-in.keep-own"), keep) }
        </div>
    }
}
