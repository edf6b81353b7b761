use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::engine::{CauseIx, Decibans, Diagnosis, diagnose};
use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// How many stops in a hundred may have two reasons in the first place.
const MOST_TIED: usize = 10;

/// How many of the commonest ties are printed.
const COMMONEST: usize = 5;

/// How many stops are printed.
const SHOWN: usize = 3;

/// Stops at which two reasons are equally likely, and what decides between them.
#[must_use]
pub fn ties(sample: &Sample) -> Line {
    let rulebook = sample.model.rulebook();
    let stops: Vec<(&Play, Diagnosis)> = sample
        .plays
        .iter()
        .filter(|play| !play.stop.is_warning() && !play.stop.findings.is_empty())
        .map(|play| (play, diagnose(rulebook, &play.answers, sample.model.day())))
        .collect();
    let pairs = |diagnosis: &Diagnosis| tied_pairs(sample, diagnosis);
    let is_tied_first =
        |(_, diagnosis): &&(&Play, Diagnosis)| pairs(diagnosis).iter().any(|pair| pair.is_first);
    let is_wrong = |(_, diagnosis): &&(&Play, Diagnosis)| {
        pairs(diagnosis).iter().any(|pair| pair.one > pair.other) || !flags_agree(sample, diagnosis)
    };
    let tied_first = stops.iter().filter(is_tied_first).count();
    let tied_anywhere = stops.iter().filter(|(_, diagnosis)| !pairs(diagnosis).is_empty()).count();
    let wrong = stops.iter().filter(is_wrong).count();
    let is_crowded = tied_first * 100 > stops.len() * MOST_TIED;
    let example = |(play, _): &(&Play, Diagnosis), shows: &str| {
        let names: Vec<&str> =
            play.stop.causes().map(|cause| sample.cause_id(Some(cause))).collect();
        sample.example(format!("{shows}: {}", names.join(", ")), &play.answers)
    };
    let mut examples = Vec::new();
    if wrong > 0 {
        let wrong = stops.iter().filter(is_wrong).take(SHOWN);
        examples.extend(wrong.map(|stop| example(stop, "not in the stated order")));
    }
    if is_crowded {
        let tied = stops.iter().filter(is_tied_first).take(SHOWN);
        examples.extend(tied.map(|stop| example(stop, "two reasons tie for the first place")));
    }
    Line {
        id: "ties",
        claim: "the rulebook's order decides every tie, and at most 10 % of the stops with a reason have two in the first place",
        method: sample.method(),
        verdict: if wrong == 0 && !is_crowded { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("stops with a reason".to_owned(), json!(stops.len())),
            ("tied for the first place".to_owned(), share(tied_first, stops.len())),
            ("tied at any place".to_owned(), share(tied_anywhere, stops.len())),
            ("not in the stated order".to_owned(), json!(wrong)),
            ("commonest in the first place".to_owned(), commonest(sample, &stops)),
        ],
        examples,
    }
}

fn share(part: usize, whole: usize) -> Value {
    json!({ "stops": part, "%": percent(part, whole) })
}

/// Two reasons of the same rank that stand next to each other, in the order of the page.
struct TiedPair {
    one: CauseIx,
    other: CauseIx,
    is_first: bool,
}

fn tied_pairs(sample: &Sample, diagnosis: &Diagnosis) -> Vec<TiedPair> {
    let tied = diagnosis.findings.windows(2).enumerate().map(|(place, two)| {
        let (one, other) = (two[0].cause, two[1].cause);
        let is_tied = rank(sample, diagnosis, one) == rank(sample, diagnosis, other);
        is_tied.then_some(TiedPair { one, other, is_first: place == 0 })
    });
    tied.flatten().collect()
}

/// Whether the page calls equally likely what is, and nothing else.
fn flags_agree(sample: &Sample, diagnosis: &Diagnosis) -> bool {
    diagnosis.findings.windows(2).all(|two| {
        let is_tied =
            rank(sample, diagnosis, two[0].cause) == rank(sample, diagnosis, two[1].cause);
        two[1].ties_with_previous == is_tied
    })
}

/// What orders the reasons, by design: what comes last comes last; what the page says, what an answer settles, support.
fn rank(sample: &Sample, diagnosis: &Diagnosis, cause: CauseIx) -> (bool, u8, Decibans) {
    let rulebook = sample.model.rulebook();
    let assessment = diagnosis.assessment(cause);
    let tier = match assessment.settled_by {
        Some(said) if rulebook.question(said.question).on_page => 2,
        Some(_) => 1,
        None => 0,
    };
    (!rulebook.cause(cause).is_always_last, tier, assessment.support)
}

fn commonest(sample: &Sample, stops: &[(&Play, Diagnosis)]) -> Value {
    let mut counts: BTreeMap<(CauseIx, CauseIx), usize> = BTreeMap::new();
    for (_, diagnosis) in stops {
        for pair in tied_pairs(sample, diagnosis).iter().filter(|pair| pair.is_first) {
            *counts.entry((pair.one, pair.other)).or_default() += 1;
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
    let id = |cause| sample.cause_id(Some(cause));
    let named: Map<String, Value> = counts
        .into_iter()
        .take(COMMONEST)
        .map(|((one, other), count)| (format!("{} before {}", id(one), id(other)), json!(count)))
        .collect();
    Value::Object(named)
}
