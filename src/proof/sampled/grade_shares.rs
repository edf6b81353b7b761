use serde_json::{Map, Value, json};

use crate::engine::Grade;
use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// How many stops that are not steady are printed.
const SHOWN: usize = 3;

/// How firm the results are at the stop.
#[must_use]
pub fn grade_shares(sample: &Sample) -> Line {
    let all: Vec<&Play> = Sample::without_warning(&sample.plays).collect();
    let mut figures: Vec<(String, Value)> = sample
        .by_symptom()
        .map(|(symptom, plays)| {
            (symptom.to_owned(), shares(&Sample::without_warning(plays).collect::<Vec<_>>()))
        })
        .collect();
    figures.push(("over all".to_owned(), shares(&all)));
    let steady = all.iter().filter(|play| play.grade >= Grade::Steady).count();
    let holds = steady * 3 >= all.len() * 2;
    let open = all.iter().filter(|play| play.grade == Grade::Open);
    let example = |play: &&Play| {
        let first = sample.cause_id(play.stop.first());
        sample.example(format!("open at the stop, with {first} first"), &play.answers)
    };
    Line {
        id: "grades-at-the-stop",
        claim: "at least two thirds of the stops over all symptoms are steady or better",
        method: sample.method(),
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: if holds { Vec::new() } else { open.take(SHOWN).map(example).collect() },
    }
}

fn shares(plays: &[&Play]) -> Value {
    let count =
        |holds: &dyn Fn(Grade) -> bool| plays.iter().filter(|play| holds(play.grade)).count();
    let mut shares = Map::new();
    for grade in [Grade::Settled, Grade::FirstSettled, Grade::Steady, Grade::Open] {
        let count = count(&|other| other == grade);
        shares.insert(format!("% {}", grade.id()), percent(count, plays.len()));
    }
    let steady = count(&|grade| grade >= Grade::Steady);
    shares.insert("% steady or better".to_owned(), json!(percent(steady, plays.len())));
    Value::Object(shares)
}
