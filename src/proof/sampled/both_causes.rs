use serde_json::{Value, json};

use crate::proof::play::ShownResult;
use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// Of how many borrowers in a hundred with two causes both are shown: at the stop, and in full.
const LEAST_AT_STOP: usize = 38;
const LEAST_IN_FULL: usize = 48;

/// How many borrowers are printed.
const SHOWN: usize = 3;

/// How often both of two causes at work are shown.
#[must_use]
pub fn both_causes(sample: &Sample) -> Line {
    let with_two = |plays: &'_ [Play]| -> Vec<Play> {
        Sample::without_warning(plays).filter(|play| play.causes.len() == 2).cloned().collect()
    };
    let mut figures: Vec<(String, Value)> = sample
        .by_symptom()
        .map(|(symptom, plays)| (symptom.to_owned(), shares(&with_two(plays))))
        .collect();
    let all = with_two(&sample.plays);
    figures.push(("over all".to_owned(), shares(&all)));
    let reaches = |shown: fn(&Play) -> &ShownResult, least: usize| {
        count(&all, shown, 2) * 100 >= all.len() * least
    };
    let is_enough_in_full = reaches(|play| &play.full, LEAST_IN_FULL);
    let holds = reaches(|play| &play.stop, LEAST_AT_STOP) && is_enough_in_full;
    let example = |play: &Play| {
        let drawn: Vec<&str> =
            play.causes.iter().map(|cause| sample.cause_id(Some(*cause))).collect();
        let (when, answers) = match is_enough_in_full {
            true => ("at the stop", play.answers.clone()),
            false => ("in full", play.full_answers(sample.model)),
        };
        sample.example(format!("{when} not both of {} are shown", drawn.join(" and ")), &answers)
    };
    let is_missed = |play: &&Play| {
        !both_shown(if is_enough_in_full { &play.stop } else { &play.full }, play, 2)
    };
    let missed = all.iter().filter(is_missed);
    Line {
        id: "both-causes-shown",
        claim: "of two causes at work both are shown for at least 38 % of the borrowers at the stop and 48 % in full",
        method: sample.method(),
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: if holds { Vec::new() } else { missed.take(SHOWN).map(example).collect() },
    }
}

/// Whether so many of the causes at work are shown.
fn both_shown(shown: &ShownResult, play: &Play, least: usize) -> bool {
    shown.causes().filter(|cause| play.causes.contains(cause)).count() >= least
}

fn count(plays: &[Play], shown: impl Fn(&Play) -> &ShownResult, least: usize) -> usize {
    plays.iter().filter(|play| both_shown(shown(play), play, least)).count()
}

fn shares(plays: &[Play]) -> Value {
    let share =
        |shown: fn(&Play) -> &ShownResult, least| percent(count(plays, shown, least), plays.len());
    json!({
        "borrowers": plays.len(),
        "% both at the stop": share(|play| &play.stop, 2),
        "in full": share(|play| &play.full, 2),
        "% at least one at the stop": share(|play| &play.stop, 1),
        "in full, one": share(|play| &play.full, 1),
    })
}
