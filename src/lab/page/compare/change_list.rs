use yew::prelude::*;

use crate::lab::compare::{Audience, Changed};
use crate::lab::page::before_and_after::before_and_after;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::focus::focus;
use crate::lab::percent;

use super::compare_state::{CompareAction, ComparedBorrower};
use super::count_state::CountState;

/// How many changes are listed at first.
const FIRST: usize = 30;

/// Every changed text with both versions, who reads it, and a way to a borrower who does; the heading takes the focus
/// then.
pub(super) fn change_list(desk: &Desk, changed: &[Changed], heading: &NodeRef) -> Html {
    let shown = if desk.state.compare.has_all { changed.len() } else { changed.len().min(FIRST) };
    let audience = match &desk.state.compare.audience {
        CountState::Done(audience) => Some(&**audience),
        _ => None,
    };
    let one = |changed: &Changed| {
        html! {
            <li class="change" key={changed.key.clone()} data-key={changed.key.clone()}>
                { change_texts(desk, changed) }
                <p class="change__readers">
                    { for audience.map(|audience| readers(desk, audience, &changed.key)) }
                    { way_there(desk, changed, audience, heading) }
                </p>
            </li>
        }
    };
    let count = changed.len();
    let all = desk.say_with("compare.show-all", &[("count", &count)]);
    html! {
        <section class="compared" aria-labelledby="compare-texts">
            <h3 id="compare-texts">{ desk.say_with("compare.texts", &[("count", &count)]) }</h3>
            <ul class="changes" data-lab="changes">{ for changed[..shown].iter().map(one) }</ul>
            if shown < count {
                { button("", "all-changes", all, desk.press(CompareAction::ListAll)) }
            }
        </section>
    }
}

/// The two texts, with what differs marked.
pub(super) fn change_texts(desk: &Desk, changed: &Changed) -> Html {
    let texts = [
        (desk.say("compare.before"), "text-before", changed.old.as_deref()),
        (desk.say("compare.after"), "text-after", changed.new.as_deref()),
    ];
    let none = html! { <em>{ desk.say("compare.no-text") }</em> };
    let locale = &desk.state.compare.looks.locale;
    html! {
        <>
            <code>{ changed.key.clone() }</code>
            { before_and_after("change__texts", locale, texts, &none) }
        </>
    }
}

fn readers(desk: &Desk, audience: &Audience, key: &str) -> Html {
    let readers = audience.of(key);
    if readers.example.is_none() {
        return html! { <span data-readers="0">{ desk.say("compare.read-by-nobody") }</span> };
    }
    let [all, results, screens] =
        [readers.all, readers.on_results, readers.on_screens].map(percent);
    let text = desk.say_with(
        "compare.read-by",
        &[("all", &all), ("results", &results), ("screens", &screens)],
    );
    html! { <span data-readers={readers.all.to_string()}>{ text }</span> }
}

/// To a borrower who reads the text: one that was counted, or one that the lab met when it was opened.
fn way_there(
    desk: &Desk,
    changed: &Changed,
    audience: Option<&Audience>,
    heading: &NodeRef,
) -> Html {
    let counted = audience.and_then(|audience| audience.of(&changed.key).example);
    let met = || {
        let found = desk.state.appearances.as_ref()?;
        let met = *found.most_different(&changed.key, 1).first()?;
        Some((met.says.clone(), met.at))
    };
    let Some((says, at)) = counted.map(|shown| (shown.says, shown.at)).or_else(met) else {
        return Html::default();
    };
    let show = CompareAction::Borrower(ComparedBorrower::Reader(says), Some(at));
    let (show, heading) = (desk.press(show), heading.clone());
    let onclick = Callback::from(move |event: MouseEvent| {
        show.emit(event);
        // It brings the screens into view.
        focus(&heading);
    });
    button("button--link", "show-reader", desk.say("compare.show-reader"), onclick)
}
