use serde_json::{Value, json};

use crate::engine::{Answers, Facts};
use crate::proof::sample::percent;
use crate::proof::{Line, Play, Sample, Verdict};

/// How many borrowers are printed.
const SHOWN: usize = 3;

/// Whether the first step can be taken and is true, given what the borrower said.
#[must_use]
pub fn first_steps(sample: &Sample) -> Line {
    let cannot = |play: &&Play| !can_be_taken(sample, play, &play.answers);
    let figures = sample.by_symptom().map(|(symptom, plays)| {
        let full = |play: &&Play| !can_be_taken(sample, play, &play.full_answers(sample.model));
        (symptom.to_owned(), shares(plays, cannot, full))
    });
    let figures: Vec<(String, Value)> = figures.collect();
    let wrong: Vec<&Play> = sample.plays.iter().filter(cannot).collect();
    let example = |play: &&Play| {
        let step = play.stop.first_step.map(|step| &*sample.model.rulebook().remedy(step).id);
        let shows = format!("the first step is `{}`", step.unwrap_or_default());
        sample.example(shows, &play.answers)
    };
    Line {
        id: "first-step-can-be-taken",
        claim: "no borrower has a first step that cannot be taken, or would be untrue, given what was answered",
        method: sample.method(),
        verdict: if wrong.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples: wrong.iter().take(SHOWN).map(example).collect(),
    }
}

/// Whether the first step at the stop fits these answers.
fn can_be_taken(sample: &Sample, play: &Play, answers: &Answers) -> bool {
    let rulebook = sample.model.rulebook();
    let facts = Facts::new(rulebook, answers, sample.model.day());
    play.stop.first_step.is_none_or(|step| facts.allow(rulebook.remedy(step)))
}

fn shares(
    plays: &[Play],
    at_stop: impl Fn(&&Play) -> bool,
    in_full: impl Fn(&&Play) -> bool,
) -> Value {
    let share = |count: usize| percent(count, plays.len());
    json!({
        "% that cannot be taken": share(plays.iter().filter(at_stop).count()),
        "% that an answer not asked for would change": share(plays.iter().filter(in_full).count()),
    })
}
