use serde_json::{Value, json};

use crate::engine::{Answers, CauseIx, diagnose};
use crate::proof::oracle::Oracle;
use crate::proof::parallel::{Done, in_parallel};
use crate::proof::sample::percent;
use crate::proof::{Line, Method, Play, Sample, Verdict};

/// For how many borrowers in a hundred the oracle's likeliest cause is the first reason.
const LEAST_FIRST: usize = 70;

/// For how many borrowers in a hundred the first reason is among the oracle's three likeliest causes.
const LEAST_IN_THREE: usize = 90;

/// How many of the worst disagreements are printed.
const WORST: usize = 5;

/// What the engine and the oracle say of one borrower.
struct Comparison<'a> {
    play: &'a Play,
    first: CauseIx,
    is_settled: bool,
    /// The oracle's place of the engine's first reason, from 0.
    place: usize,
    /// The oracle's likeliest cause, its chance, and the chance of the engine's first reason.
    likeliest: CauseIx,
    most: f64,
    chance: f64,
}

/// How often the engine agrees with an independent noisy-OR network over the same rulebook.
#[must_use]
pub fn noisy_or(sample: &Sample, done: Done) -> Line {
    let (mut figures, mut all) = (Vec::new(), Vec::new());
    let mut before = 0;
    for (symptom, plays) in sample.by_symptom() {
        let compared = compare(sample, plays, &|made| done(before + made));
        before += plays.len();
        figures.push((symptom.to_owned(), shares(&compared.iter().collect::<Vec<_>>())));
        all.extend(compared);
    }
    let of_all: Vec<&Comparison> = all.iter().collect();
    figures.push(("over all".to_owned(), shares(&of_all)));
    let unsettled: Vec<&Comparison> = all.iter().filter(|one| !one.is_settled).collect();
    figures.push(("nothing settled".to_owned(), shares(&unsettled)));
    let within = |places: usize| all.iter().filter(|one| one.place < places).count();
    let holds =
        within(1) * 100 >= all.len() * LEAST_FIRST && within(3) * 100 >= all.len() * LEAST_IN_THREE;
    let mut worst: Vec<&Comparison> = all.iter().filter(|one| one.place > 0).collect();
    worst.sort_by(|one, other| (other.most - other.chance).total_cmp(&(one.most - one.chance)));
    let example = |one: &&Comparison| {
        let shows = format!(
            "first reason {} ({:.0} % by the network, place {}), the network's likeliest {} ({:.0} %)",
            sample.cause_id(Some(one.first)),
            one.chance * 100.0,
            one.place + 1,
            sample.cause_id(Some(one.likeliest)),
            one.most * 100.0,
        );
        sample.example(shows, &one.play.full_answers(sample.model))
    };
    Line {
        id: "agreement-with-noisy-or",
        claim: "with every answer given, the first reason is the likeliest cause of an independent noisy-OR network for at least 70 % of the borrowers who are shown one, and among its three likeliest for 90 %",
        method: Method::Bounded(format!(
            "{} borrowers a symptom; the network is exact over all sets of up to three causes",
            sample.draws
        )),
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: worst.iter().take(WORST).map(example).collect(),
    }
}

fn compare<'a>(sample: &Sample, plays: &'a [Play], done: Done) -> Vec<Comparison<'a>> {
    let (rulebook, day) = (sample.model.rulebook(), sample.model.day());
    let shown: Vec<(&Play, CauseIx)> = Sample::without_warning(plays)
        .filter_map(|play| Some((play, play.full.first()?)))
        .collect();
    let Some((play, _)) = shown.first() else { return Vec::new() };
    let says: Vec<Answers> =
        shown.iter().map(|(play, _)| play.full_answers(sample.model)).collect();
    let oracle = Oracle::new(rulebook, day, play.symptom, &says);
    let compare = |at: usize| {
        let (play, first) = shown[at];
        let posterior = oracle.posterior(&says[at]);
        let diagnosis = diagnose(rulebook, &says[at], day);
        let place = posterior.iter().position(|(cause, _)| *cause == first);
        let (likeliest, most) = posterior.first().copied().unwrap_or((first, 0.0));
        Comparison {
            play,
            first,
            is_settled: diagnosis.assessment(first).settled_by.is_some(),
            place: place.unwrap_or(posterior.len()),
            likeliest,
            most,
            chance: place.map_or(0.0, |place| posterior[place].1),
        }
    };
    in_parallel(shown.len(), compare, done)
}

fn shares(compared: &[&Comparison]) -> Value {
    let within = |places: usize| compared.iter().filter(|one| one.place < places).count();
    json!({
        "borrowers with a reason": compared.len(),
        "% in the first place": percent(within(1), compared.len()),
        "% within the first three": percent(within(3), compared.len()),
    })
}
