use serde_json::json;

use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// For how many borrowers in a hundred the first reason is that of the full interview.
const LEAST: usize = 90;

/// How many borrowers of a symptom are printed.
const SHOWN: usize = 2;

/// Whether the stop gives the first reason that the full interview would give.
#[must_use]
pub fn full_interview(sample: &Sample) -> Line {
    let (mut figures, mut examples) = (Vec::new(), Vec::new());
    for (symptom, plays) in sample.by_symptom() {
        let plays: Vec<&Play> = Sample::without_warning(plays).collect();
        let is_same = |play: &&&Play| play.stop.first() == play.full.first();
        let same = plays.iter().filter(is_same).count();
        let has_nothing =
            |shown: fn(&Play) -> bool| plays.iter().filter(|play| shown(play)).count();
        let nothing = has_nothing(|play| play.stop.findings.is_empty());
        let nothing_full = has_nothing(|play| play.full.findings.is_empty());
        figures.push((
            symptom.to_owned(),
            json!({
                "% the same": percent(same, plays.len()),
                "% no reason at the stop": percent(nothing, plays.len()),
                "% no reason in full": percent(nothing_full, plays.len()),
            }),
        ));
        if same * 100 < plays.len() * LEAST {
            let differing = plays.iter().filter(|play| !is_same(play)).take(SHOWN);
            for play in differing {
                let (stop, full) =
                    (sample.cause_id(play.stop.first()), sample.cause_id(play.full.first()));
                examples.push(sample.example(format!("at the stop: {stop}"), &play.answers));
                let answers = play.full_answers(sample.model);
                examples
                    .push(sample.example(format!("the same borrower in full: {full}"), &answers));
            }
        }
    }
    Line {
        id: "first-reason-of-full-interview",
        claim: "for every symptom the first reason at the stop is that of the full interview for at least 90 % of the borrowers",
        method: sample.method(),
        verdict: if examples.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples,
    }
}
