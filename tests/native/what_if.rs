//! What would change the first reason: the engine finds what trying every set of changes finds.

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, ChangedFact, Decibans, OptionIx, OptionSet, QuestionIx, Rulebook,
    WhatIf, what_if,
};

use crate::borrower::diagnosis;
use crate::borrowers::{Draw, amounts};
use crate::small::{dump, option, rulebook, shrunk, some_answers};

/// How many small rulebooks are tried, each with a few borrowers.
const RULEBOOKS: u64 = 1800;

#[test]
fn the_smallest_change_is_the_one_that_trying_all_of_them_finds() {
    let mut counts = [0; 4];
    for seed in 0..RULEBOOKS {
        for share in [85, 100] {
            let rulebook = changeable_rulebook(seed);
            let answers = some_answers(&rulebook, seed, share);
            let found = check(rulebook, &answers);
            counts[found.map_or(0, |found| found.changes.len())] += 1;
        }
    }
    let is_enough = counts.iter().zip([500, 500, 20, 2]).all(|(count, least)| *count >= least);
    assert!(is_enough, "too few without a change, or with one, two or three: {counts:?}");
}

/// A small rulebook in which most answers can become another, and one cause is far ahead, so that one change is
/// often not enough.
fn changeable_rulebook(seed: u64) -> Rulebook {
    let mut draw = Draw::new(seed);
    let mut rulebook = rulebook(seed);
    for question in rulebook.questions.iter_mut().skip(1) {
        let count = question.options.len();
        for place in 0..count {
            let other = draw.place(count);
            let becomes = (other != place && draw.percent(80)).then(|| option(other));
            question.options[place].becomes = becomes;
        }
    }
    let ahead = draw.place(rulebook.causes.len());
    let lead = Decibans::from_tenths(draw.one_of(&[0, 30, 60, 90, 120]));
    for prior in rulebook.causes[ahead].priors.iter_mut().flatten() {
        *prior += lead;
    }
    rulebook
}

#[track_caller]
fn check(rulebook: Rulebook, answers: &Answers) -> Option<WhatIf> {
    let found = |rulebook: &Rulebook| what_if(rulebook, &diagnosis(rulebook, answers));
    let differs = |rulebook: &Rulebook| found(rulebook) != by_brute_force(rulebook, answers);
    if differs(&rulebook) {
        let smallest = shrunk(rulebook, &differs);
        panic!(
            "the engine says {:?}, brute force {:?}, all that can change is {:?}\n{}",
            found(&smallest),
            by_brute_force(&smallest, answers),
            changeable(&smallest, answers),
            dump(&smallest, answers)
        );
    }
    let found = found(&rulebook);
    for change in found.iter().flat_map(|found| &found.changes) {
        let from = rulebook.option(change.question, change.from);
        assert_eq!(from.becomes, Some(change.to), "{} cannot be changed so", from.id);
    }
    found
}

/// Every set of one to three changes, the smaller sets first.
fn by_brute_force(rulebook: &Rulebook, answers: &Answers) -> Option<WhatIf> {
    let before = diagnosis(rulebook, answers).first();
    before?;
    let changeable = changeable(rulebook, answers);
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..3 {
        let larger = |set: &Vec<usize>| -> Vec<Vec<usize>> {
            let next = set.last().map_or(0, |last| last + 1);
            (next..changeable.len()).map(|at| [set.as_slice(), &[at]].concat()).collect()
        };
        sets = sets.iter().flat_map(larger).collect();
        for set in &sets {
            let changes: Vec<ChangedFact> = set.iter().map(|at| changeable[*at]).collect();
            let first = diagnosis(rulebook, &changed(rulebook, answers, &changes)).first();
            if first != before {
                return Some(WhatIf { changes, first });
            }
        }
    }
    None
}

/// What holds and can become something that is offered for the symptom, in the rulebook's order.
fn changeable(rulebook: &Rulebook, answers: &Answers) -> Vec<ChangedFact> {
    let facts = diagnosis(rulebook, answers).facts;
    let mut changeable = Vec::new();
    for question in rulebook.question_places() {
        let offered = rulebook.question(question).offered(facts.symptom());
        for from in facts.held(question).iter() {
            let to = rulebook.option(question, from).becomes.filter(|to| offered.has(*to));
            changeable.extend(to.map(|to| ChangedFact { question, from, to }));
        }
    }
    changeable
}

/// The answers of somebody who has made these changes.
fn changed(rulebook: &Rulebook, answers: &Answers, changes: &[ChangedFact]) -> Answers {
    let mut changed = answers.clone();
    let facts = diagnosis(rulebook, answers).facts;
    for question in rulebook.question_places() {
        let here: Vec<&ChangedFact> = changes.iter().filter(|c| c.question == question).collect();
        if here.is_empty() {
            continue;
        }
        let kept = here.iter().fold(facts.held(question), |kept, change| kept.without(change.from));
        let with = here.iter().fold(kept, |with, change| with.with(change.to));
        changed.set(question, answer(rulebook, question, with));
    }
    changed
}

/// The answer by which these options hold; what stands alone gives way to the others.
fn answer(rulebook: &Rulebook, at: QuestionIx, options: OptionSet) -> Answer {
    let question = rulebook.question(at);
    let one: Option<OptionIx> = options.first();
    match (&question.kind, question.alone(), one) {
        (AnswerKind::Money(ratio), _, Some(band)) => amounts(rulebook, ratio, band),
        (_, Some(alone), _) if options.len() > 1 => Answer::Options(options.without(alone)),
        _ => Answer::Options(options),
    }
}
