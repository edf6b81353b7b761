use std::fmt::Display;

use yew::prelude::*;

use crate::lab::page::desk::Desk;
use crate::lab::readers::stats::Needed;
use crate::lab::readers::{PairReport, Proportion, TestPlan};

use super::share_text::hundredths;

/// Whether two versions differ, in words, and how many more readers are needed to tell.
pub(super) fn pair_words(desk: &Desk, plan: &TestPlan, pair: &PairReport) -> Html {
    let [one, other] = names(plan, pair);
    let share = |share: Proportion| {
        share.thousandths().map_or_else(|| desk.say("readers.nothing").to_string(), hundredths)
    };
    let (share_one, share_other) = (share(pair.understood.0), share(pair.understood.1));
    let chance = chance(pair.corrected);
    let values: [(&str, &dyn Display); 5] = [
        ("one", one),
        ("other", other),
        ("share", &share_one),
        ("share-other", &share_other),
        ("chance", &chance),
    ];
    let (verdict, text) = match pair.is_told() {
        true => ("told", "readers.pair-told"),
        false => ("not-told", "readers.pair-not-told"),
    };
    html! {
        <div class="readers__verdict" data-lab="pair" data-verdict={verdict} data-chance={format!("{:.6}", pair.chance)}>
            <p><strong>{ desk.say_with(text, &values) }</strong></p>
            <p>{ desk.say_with("readers.pair-test", &values) }</p>
            { needed(desk, plan, pair) }
        </div>
    }
}

/// What the team calls the two versions.
fn names<'a>(plan: &'a TestPlan, pair: &PairReport) -> [&'a String; 2] {
    [pair.versions.0, pair.versions.1].map(|at| &plan.setup.versions[at].name)
}

fn needed(desk: &Desk, plan: &TestPlan, pair: &PairReport) -> Html {
    let (id, text) = match (pair.needed, pair.more()) {
        (Needed::TooEarly, _) => {
            ("too-early", desk.say_with("readers.needed-too-early", &[("least", &Needed::LEAST)]))
        }
        (Needed::NoSensibleNumber, _) | (_, None) => {
            ("none", desk.say_with("readers.needed-none", &[("most", &Needed::MOST)]))
        }
        (Needed::Readers(_), Some((0, 0))) => ("enough", desk.say("readers.needed-enough")),
        (Needed::Readers(needed), Some((more, more_other))) => {
            let [one, other] = names(plan, pair);
            let values: [(&str, &dyn Display); 5] = [
                ("needed", &needed),
                ("one", one),
                ("other", other),
                ("more", &more),
                ("more-other", &more_other),
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
