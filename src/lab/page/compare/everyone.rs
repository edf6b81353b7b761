use yew::prelude::*;

use crate::engine::OptionIx;
use crate::lab::compare::Audience;
use crate::lab::page::button::button;
use crate::lab::page::desk::Desk;
use crate::lab::page::progress::progress;
use crate::lab::page::transfer::download;
use crate::lab::percent;
use crate::proof::diff::{Difference, DifferenceKind};
use crate::widget::Kit;

use super::compare_state::CompareAction;
use super::count_state::CountState;

/// Who would read something else, over all borrowers.
pub(super) fn everyone(desk: &Desk, kit: &Kit) -> Html {
    html! {
        <section class="compared" aria-labelledby="compare-everyone" data-lab="everyone">
            <h3 id="compare-everyone">{ desk.say("compare.everyone") }</h3>
            { counted(desk, kit) }
            <details data-lab="as-command">
                <summary>{ desk.say("compare.as-command") }</summary>
                <p class="quiet">{ desk.say("compare.as-command-note") }</p>
                { compared(desk) }
            </details>
        </section>
    }
}

fn counted(desk: &Desk, kit: &Kit) -> Html {
    let start = desk.press(CompareAction::CountAudience);
    match &desk.state.compare.audience {
        CountState::None => html! {
            <>
                <p>{ desk.say("compare.count-note") }</p>
                { button("button--main", "count", desk.say("compare.count"), start) }
            </>
        },
        CountState::Running(done, total) => progress(desk.say("compare.counting"), *done, *total),
        CountState::Done(audience) => by_symptom(desk, audience, kit),
    }
}

/// The readers of anything that was changed, by symptom.
fn by_symptom(desk: &Desk, audience: &Audience, kit: &Kit) -> Html {
    let question = kit.rulebook.symptom;
    let row = |name: AttrValue, share: f64| {
        html! { <tr><th scope="row">{ name }</th><td>{ percent(share) }</td></tr> }
    };
    let symptoms = OptionIx::all(kit.rulebook.question(question).options.len()).map(|symptom| {
        let share = audience.any.by_symptom.get(&symptom).copied().unwrap_or_default();
        row(kit.option(question, symptom), share)
    });
    html! {
        <table class="shares" data-lab="shares" data-any={audience.any.all.to_string()}>
            <caption>{ desk.say_with("compare.shares", &[("count", &audience.borrowers)]) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ desk.say("compare.symptom") }</th>
                    <th scope="col">{ desk.say("compare.share") }</th>
                </tr>
            </thead>
            <tbody>
                { row(desk.say("compare.all-borrowers"), audience.any.all) }
                { for symptoms }
            </tbody>
        </table>
    }
}

fn compared(desk: &Desk) -> Html {
    let start = desk.press(CompareAction::CountDifference);
    match &desk.state.compare.difference {
        CountState::None => button("", "count-as-command", desk.say("compare.count"), start),
        CountState::Running(done, total) => progress(desk.say("compare.counting"), *done, *total),
        CountState::Done(difference) => differing(desk, difference),
    }
}

fn differing(desk: &Desk, difference: &Difference) -> Html {
    let share = |kind| percent(difference.seen(kind).share.all);
    let (result, question) = (share(DifferenceKind::Text), share(DifferenceKind::AskedText));
    let json = serde_json::to_string_pretty(difference).unwrap_or_default();
    let save = Callback::from(move |_: MouseEvent| download("diff.json", &json));
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("result", &result), ("question", &question)];
    html! {
        <>
            <p data-lab="difference">{ desk.say_with("compare.difference", &values) }</p>
            { button("", "save-difference", desk.say("compare.save-difference"), save) }
        </>
    }
}
