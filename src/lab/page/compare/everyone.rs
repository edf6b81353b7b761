use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::engine::OptionIx;
use crate::lab::compare::{Audience, Changed};
use crate::lab::page::desk::Desk;
use crate::lab::page::pieces::progress;
use crate::lab::page::state::Same;
use crate::lab::page::transfer::download;
use crate::lab::{Edited, percent};
use crate::proof::diff::{Difference, DifferenceKind};
use crate::widget::Kit;

use super::counting::{Count, Pair, count_audience, count_difference};

/// What the counts are drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EveryoneProps {
    pub(super) desk: Desk,
    pub(super) pair: Pair,
    pub(super) versions: [Same<Edited>; 2],
    pub(super) changed: Rc<Vec<Changed>>,
    pub(super) audience: UseStateHandle<Count<Audience>>,
}

/// Who would read something else, over all borrowers.
#[component]
pub(super) fn Everyone(props: &EveryoneProps) -> Html {
    let EveryoneProps { desk, pair, versions, changed, audience } = props;
    let difference = use_state(|| Count::None);
    let stop = use_mut_ref(|| Rc::new(Cell::new(false)));
    {
        // What was counted for other versions says nothing of these.
        let (audience, difference) = (audience.setter(), difference.setter());
        let stop = Rc::clone(&stop);
        use_effect_with((pair.clone(), versions.clone()), move |_| {
            audience.set(Count::None);
            difference.set(Count::None);
            move || stop.replace(Rc::default()).set(true)
        });
    }
    let count = {
        let (pair, changed, set) = (pair.clone(), Rc::clone(changed), audience.setter());
        let stop = Rc::clone(&stop);
        Callback::from(move |_: MouseEvent| {
            let is_stopped = Rc::clone(&stop.borrow());
            spawn_local(count_audience(pair.clone(), Rc::clone(&changed), set.clone(), is_stopped));
        })
    };
    let as_command = {
        let (base, versions, set) =
            (desk.state.base.clone(), versions.clone(), difference.setter());
        let stop = Rc::clone(&stop);
        Callback::from(move |_: MouseEvent| {
            let is_stopped = Rc::clone(&stop.borrow());
            spawn_local(count_difference(base.clone(), versions.clone(), set.clone(), is_stopped));
        })
    };
    html! {
        <section class="compared" aria-labelledby="compare-everyone" data-lab="everyone">
            <h3 id="compare-everyone">{ desk.say("compare.everyone") }</h3>
            { counted(desk, audience, &count, &pair.old) }
            <details data-lab="as-command">
                <summary>{ desk.say("compare.as-command") }</summary>
                <p class="quiet">{ desk.say("compare.as-command-note") }</p>
                { compared(desk, &difference, &as_command) }
            </details>
        </section>
    }
}

fn counted(desk: &Desk, count: &Count<Audience>, start: &Callback<MouseEvent>, kit: &Kit) -> Html {
    match count {
        Count::None => html! {
            <>
                <p>{ desk.say("compare.count-note") }</p>
                <button type="button" class="button button--main" data-action="count" onclick={start}>
                    { desk.say("compare.count") }
                </button>
            </>
        },
        Count::Running(done, total) => progress(desk.say("compare.counting"), *done, *total),
        Count::Done(audience) => by_symptom(desk, audience, kit),
    }
}

/// The readers of anything that was changed, by symptom.
fn by_symptom(desk: &Desk, audience: &Audience, kit: &Kit) -> Html {
    let question = kit.rulebook.symptom;
    let of = |symptom: OptionIx| {
        let share = audience.any.by_symptom.get(&symptom).copied().unwrap_or_default();
        html! {
            <tr>
                <th scope="row">{ kit.option(question, symptom) }</th>
                <td>{ percent(share) }</td>
            </tr>
        }
    };
    let symptoms = OptionIx::all(kit.rulebook.question(question).options.len()).map(of);
    let values = [("count", &*audience.borrowers.to_string())];
    html! {
        <table class="shares" data-lab="shares" data-any={audience.any.all.to_string()}>
            <caption>{ desk.say_with("compare.shares", &values) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ desk.say("compare.symptom") }</th>
                    <th scope="col">{ desk.say("compare.share") }</th>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <th scope="row">{ desk.say("compare.all-borrowers") }</th>
                    <td>{ percent(audience.any.all) }</td>
                </tr>
                { for symptoms }
            </tbody>
        </table>
    }
}

fn compared(desk: &Desk, count: &Count<Difference>, start: &Callback<MouseEvent>) -> Html {
    let difference = match count {
        Count::None => {
            return html! {
                <button type="button" class="button" data-action="count-as-command" onclick={start}>
                    { desk.say("compare.count") }
                </button>
            };
        }
        Count::Running(done, total) => {
            return progress(desk.say("compare.counting"), *done, *total);
        }
        Count::Done(difference) => difference,
    };
    let share = |kind| percent(difference.seen(kind).share.all);
    let values =
        [("result", share(DifferenceKind::Text)), ("question", share(DifferenceKind::AskedText))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let json = serde_json::to_string_pretty(&**difference).unwrap_or_default();
    let save = Callback::from(move |_: MouseEvent| download("diff.json", &json));
    html! {
        <>
            <p data-lab="difference">{ desk.say_with("compare.difference", &values) }</p>
            <button type="button" class="button" data-action="save-difference" onclick={save}>
                { desk.say("compare.save-difference") }
            </button>
        </>
    }
}
