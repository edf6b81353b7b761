use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::stats::Needed;
use crate::lab::readers::{PairReport, Plan};

use super::report_view::percent;

/// Whether two versions differ, in words, and how many more readers are needed to tell.
pub(super) fn pair_words(desk: &Desk, plan: &Plan, pair: &PairReport) -> Html {
    let name = |at: usize| plan.setup.versions[at].name.as_str();
    let (one, other) = pair.understood;
    let share = |share: crate::lab::readers::Proportion| {
        share.thousandths().map_or_else(|| desk.say("readers.nothing").to_string(), percent)
    };
    let chance = chance(pair.corrected);
    let values = [
        ("one", name(pair.versions.0).to_owned()),
        ("other", name(pair.versions.1).to_owned()),
        ("share", share(one)),
        ("share-other", share(other)),
        ("chance", chance),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let verdict = if pair.is_told() { "told" } else { "not-told" };
    html! {
        <div class="readers__verdict" data-lab="pair" data-verdict={verdict} data-chance={format!("{:.6}", pair.chance)}>
            <p><strong>{ desk.say_with(&["readers.pair-", verdict].concat(), &values) }</strong></p>
            <p>{ desk.say_with("readers.pair-test", &values) }</p>
            { needed(desk, plan, pair) }
        </div>
    }
}

fn needed(desk: &Desk, plan: &Plan, pair: &PairReport) -> Html {
    let (id, text) = match (pair.needed, pair.more()) {
        (Needed::TooEarly, _) => {
            let least = Needed::LEAST.to_string();
            ("too-early", desk.say_with("readers.needed-too-early", &[("least", &least)]))
        }
        (Needed::NoSensibleNumber, _) | (_, None) => {
            let most = Needed::MOST.to_string();
            ("none", desk.say_with("readers.needed-none", &[("most", &most)]))
        }
        (Needed::Readers(_), Some((0, 0))) => ("enough", desk.say("readers.needed-enough")),
        (Needed::Readers(needed), Some((one, other))) => {
            let (needed, one, other) = (needed.to_string(), one.to_string(), other.to_string());
            let values = [
                ("needed", &*needed),
                ("one", &plan.setup.versions[pair.versions.0].name),
                ("other", &plan.setup.versions[pair.versions.1].name),
                ("more", &*one),
                ("more-other", &*other),
            ];
            ("more", desk.say_with("readers.needed-more", &values))
        }
    };
    html! { <p data-needed={id}>{ text }</p> }
}

/// A chance with four decimal places, or that it is smaller.
fn chance(chance: f64) -> String {
    if chance < 0.000_1 { "< 0.0001".to_owned() } else { format!("{chance:.4}") }
}
