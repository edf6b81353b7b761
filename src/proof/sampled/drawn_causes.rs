use core::ops::AddAssign;

use serde_json::{Value, json};

use crate::engine::{Answers, CauseIx};
use crate::proof::ceiling::Ceiling;
use crate::proof::parallel::in_parallel;
use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// How often a cause at work is first, and those at work are among the first three, in percent of the best possible.
const LEAST_FIRST: usize = 80;
const LEAST_IN_THREE: usize = 75;

/// How many borrowers are printed.
const SHOWN: usize = 3;

/// How often the causes at work are named first, and among the first three, against the best that any method could do.
#[must_use]
pub fn drawn_causes(sample: &Sample) -> Line {
    let (mut figures, mut all, mut missed) = (Vec::new(), Recovery::default(), Vec::new());
    for (symptom, plays) in sample.by_symptom() {
        let plays: Vec<&Play> = Sample::without_warning(plays).collect();
        let found = found_by(sample, &plays);
        let mut sum = Recovery::default();
        for found in &found {
            sum += *found;
        }
        figures.push((symptom.to_owned(), sum.figures()));
        all += sum;
        let is_missed = |found: &Recovery| found.best.first > found.full.first;
        missed.extend(plays.into_iter().zip(found).filter(|(_, found)| is_missed(found)));
    }
    figures.push(("over all".to_owned(), all.figures()));
    let reaches = |places: Hits| {
        places.first * 100 >= all.best.first * LEAST_FIRST
            && places.in_three * 100 >= all.best.in_three * LEAST_IN_THREE
    };
    let holds = reaches(all.stop) && reaches(all.full);
    let example = |(play, _): &(&Play, Recovery)| {
        let drawn: Vec<&str> =
            play.causes.iter().map(|cause| sample.cause_id(Some(*cause))).collect();
        let shows = format!(
            "drawn with {}, first is {}; the likeliest is one of those drawn",
            drawn.join(" and "),
            sample.cause_id(play.full.first())
        );
        sample.example(shows, &play.full_answers(sample.model))
    };
    Line {
        id: "drawn-causes-found",
        claim: "at the stop and in full a cause at work is named first at least 80 % as often, and those at work are among the first three at least 75 % as often, as by the best possible method with every answer given",
        method: sample.method(),
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: if holds { Vec::new() } else { missed.iter().take(SHOWN).map(example).collect() },
    }
}

/// What was found of the causes at work: by the stop, by the full interview, by the best method.
#[derive(Clone, Copy, Default)]
struct Recovery {
    stop: Hits,
    full: Hits,
    best: Hits,
    borrowers: usize,
    causes: usize,
}

/// How many borrowers have a cause at work in the first place, and how many causes at work are among the first three.
#[derive(Clone, Copy, Default)]
struct Hits {
    first: usize,
    in_three: usize,
}

impl Hits {
    fn of(named: &[CauseIx], causes: &[CauseIx]) -> Self {
        let is_at_work = |cause: &&CauseIx| causes.contains(cause);
        Self {
            first: named.iter().take(1).filter(is_at_work).count(),
            in_three: named.iter().take(3).filter(is_at_work).count(),
        }
    }
}

impl AddAssign for Recovery {
    fn add_assign(&mut self, other: Self) {
        for (mine, other) in [
            (&mut self.stop, other.stop),
            (&mut self.full, other.full),
            (&mut self.best, other.best),
        ] {
            mine.first += other.first;
            mine.in_three += other.in_three;
        }
        self.borrowers += other.borrowers;
        self.causes += other.causes;
    }
}

impl Recovery {
    fn figures(&self) -> Value {
        let first = |places: Hits| percent(places.first, self.borrowers);
        let in_three = |places: Hits| percent(places.in_three, self.causes);
        json!({
            "% first at the stop": first(self.stop),
            "in full": first(self.full),
            "at best": first(self.best),
            "% among the first three at the stop": in_three(self.stop),
            "in full, three": in_three(self.full),
            "at best, three": in_three(self.best),
        })
    }
}

fn found_by(sample: &Sample, plays: &[&Play]) -> Vec<Recovery> {
    let Some(symptom) = plays.first().map(|play| play.symptom) else { return Vec::new() };
    let model = sample.model;
    let says: Vec<Answers> =
        plays.iter().map(|play| model.borrower(symptom, play.number).says).collect();
    let ceiling = Ceiling::new(model, symptom, &says);
    let found = |at: usize| {
        let play = plays[at];
        let places = |named: Vec<CauseIx>| Hits::of(&named, &play.causes);
        Recovery {
            stop: places(play.stop.causes().collect()),
            full: places(play.full.causes().collect()),
            best: places(ceiling.causes(&says[at])),
            borrowers: 1,
            causes: play.causes.len(),
        }
    };
    in_parallel(plays.len(), found, &|_| ())
}
