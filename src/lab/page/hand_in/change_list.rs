use yew::prelude::*;

use crate::lab::compare::{Mark, marks};
use crate::lab::drafts::{DraftChange, DraftSubject};
use crate::lab::page::compare::marked_text;
use crate::lab::page::desk::Desk;
use crate::lab::page::drafting::DraftAction;
use crate::lab::page::state::Action;

/// What the draft changes, by locale, before and after.
pub(super) fn change_list(desk: &Desk) -> Html {
    let changes = &desk.state.drafting.changes;
    let stale = desk.state.drafting.bench.draft().stale(&desk.state.drafting.baseline);
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
                        { desk.say_with("hand-in.count", &[("count", &own.len().to_string())]) }
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
    let DraftChange { subject, from, to } = change;
    let reset = {
        let subject = subject.clone();
        desk.act.reform(move |_: MouseEvent| Action::Draft(DraftAction::Reset(subject.clone())))
    };
    let kind = if subject.rule().is_some() { "waiver" } else { "text" };
    html! {
        <li class="changed__one" data-change={kind} data-key={subject.key().to_owned()}>
            <p class="changed__head">
                { seek_button(desk, subject) }
                if let Some(rule) = subject.rule() {
                    <span>{ desk.say_with("hand-in.waived-rule", &[("rule", rule)]) }</span>
                }
                <button type="button" class="button button--link" data-action="reset" onclick={reset}>
                    { desk.say("hand-in.reset") }
                </button>
            </p>
            { before_and_after(desk, subject.locale(), from.as_deref(), to.as_deref()) }
            { for since.map(|since| changed_since(desk, since)) }
        </li>
    }
}

/// A way to the sentence.
pub(super) fn seek_button(desk: &Desk, subject: &DraftSubject) -> Html {
    let key = subject.key().to_owned();
    let subject = subject.clone();
    let onclick = desk.act.reform(move |_: MouseEvent| Action::Seek(subject.clone()));
    html! {
        <button type="button" class="button button--link" data-action="seek" {onclick}>
            <code>{ key }</code>
        </button>
    }
}

fn before_and_after(desk: &Desk, locale: &str, from: Option<&str>, to: Option<&str>) -> Html {
    let pieces = marks(from.unwrap_or_default(), to.unwrap_or_default());
    let or_none = |text: Option<&str>, own: Mark| match text {
        Some(_) => marked_text(&pieces, own),
        None => html! { <span class="quiet">{ desk.say("hand-in.nothing") }</span> },
    };
    html! {
        <dl class="changed__texts">
            <dt class="quiet">{ desk.say("hand-in.before") }</dt>
            <dd lang={locale.to_owned()} data-lab="before">{ or_none(from, Mark::Removed) }</dd>
            <dt class="quiet">{ desk.say("hand-in.after") }</dt>
            <dd lang={locale.to_owned()} data-lab="after">{ or_none(to, Mark::Added) }</dd>
        </dl>
    }
}

/// The shipped text has become another one since the draft was begun.
fn changed_since(desk: &Desk, since: &DraftChange) -> Html {
    let subject = since.subject.clone();
    let keep =
        desk.act.reform(move |_: MouseEvent| Action::Draft(DraftAction::KeepOwn(subject.clone())));
    html! {
        <div class="notice" data-lab="stale">
            <p>{ desk.say("hand-in.stale") }</p>
            { before_and_after(desk, since.subject.locale(), since.from.as_deref(), since.to.as_deref()) }
            <button type="button" class="button" data-action="keep-own" onclick={keep}>
                { desk.say("hand-in.keep-own") }
            </button>
        </div>
    }
}
