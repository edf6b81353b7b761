use yew::prelude::*;

use crate::lab::compare::{Audience, Changed, Mark, Sighting, marks};
use crate::lab::page::desk::Desk;
use crate::lab::percent;

use super::choices::{Borrower, Choice, Choices};

/// How many changes are listed at first.
const FIRST: usize = 30;

/// Every changed text with both versions, who reads it, and a way to a borrower who does.
pub(super) fn change_list(
    desk: &Desk,
    changed: &[Changed],
    audience: Option<&Audience>,
    choices: &Choices,
    choose: &Callback<Choice>,
    show: &Callback<()>,
) -> Html {
    let shown = if choices.has_all { changed.len() } else { changed.len().min(FIRST) };
    let one = |changed: &Changed| {
        let readers = audience.map(|audience| readers(desk, audience, &changed.key));
        html! {
            <li class="change" key={changed.key.clone()} data-key={changed.key.clone()}>
                { change_texts(desk, changed) }
                <p class="change__readers">
                    { readers.unwrap_or_default() }
                    { way_there(desk, changed, audience, choose, show) }
                </p>
            </li>
        }
    };
    let count = changed.len().to_string();
    let all = choose.reform(|_: MouseEvent| Choice::All);
    html! {
        <section class="compared" aria-labelledby="compare-texts">
            <h3 id="compare-texts">{ desk.say_with("compare.texts", &[("count", &count)]) }</h3>
            <ul class="changes" data-lab="changes">{ for changed[..shown].iter().map(one) }</ul>
            if shown < changed.len() {
                <button type="button" class="button" data-action="all-changes" onclick={all}>
                    { desk.say_with("compare.show-all", &[("count", &count)]) }
                </button>
            }
        </section>
    }
}

/// The two texts, one below the other, with what differs marked.
pub(super) fn change_texts(desk: &Desk, changed: &Changed) -> Html {
    let [old, new] = [&changed.old, &changed.new].map(|text| text.as_deref().unwrap_or_default());
    let pieces = marks(old, new);
    let line = |text: Option<&str>, mark: Mark, name: &str| {
        let said = match text {
            None => html! { <em>{ desk.say("compare.no-text") }</em> },
            Some(_) => super::marked_text::marked_text(&pieces, mark),
        };
        html! {
            <>
                <dt class="quiet">{ desk.say(&format!("compare.{name}")) }</dt>
                <dd data-lab={format!("text-{name}")}>{ said }</dd>
            </>
        }
    };
    html! {
        <>
            <code>{ changed.key.clone() }</code>
            <dl class="change__texts">
                { line(changed.old.as_deref(), Mark::Removed, "before") }
                { line(changed.new.as_deref(), Mark::Added, "after") }
            </dl>
        </>
    }
}

fn readers(desk: &Desk, audience: &Audience, key: &str) -> Html {
    let readers = audience.of(key);
    if readers.example.is_none() {
        return html! { <span data-readers="0">{ desk.say("compare.read-by-nobody") }</span> };
    }
    let values = [
        ("all", percent(readers.all)),
        ("results", percent(readers.on_results)),
        ("screens", percent(readers.on_screens)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! {
        <span data-readers={readers.all.to_string()}>{ desk.say_with("compare.read-by", &values) }</span>
    }
}

/// To a borrower who reads the text: one that was counted, or one that the lab met when it was opened.
fn way_there(
    desk: &Desk,
    changed: &Changed,
    audience: Option<&Audience>,
    choose: &Callback<Choice>,
    show: &Callback<()>,
) -> Html {
    let counted = audience.and_then(|audience| audience.of(&changed.key).example);
    let met = || {
        let found = desk.state.appearances.as_ref()?;
        let met = *found.most_different(&changed.key, 1).first()?;
        Some(Sighting { says: met.says.clone(), at: met.at, weight: met.share })
    };
    let Some(shown) = counted.or_else(met) else { return Html::default() };
    let (choose, show) = (choose.clone(), show.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        choose.emit(Choice::Borrower(Borrower::Reader(shown.says.clone()), Some(shown.at)));
        show.emit(());
    });
    html! {
        <button type="button" class="button button--link" data-action="show-reader" {onclick}>
            { desk.say("compare.show-reader") }
        </button>
    }
}
