//! The grades are exact: on small rulebooks they are what trying every completion finds, and no completion of a
//! shipped interview contradicts them.

use std::collections::BTreeMap;

use loan_checkup::engine::{
    Answer, Answers, CauseIx, Diagnosis, Finding, Firmness, Grade, OptionSet, QuestionIx, RemedyIx,
    Rulebook, firmness,
};

use crate::borrower::diagnosis;
use crate::borrowers::{Draw, play};
use crate::small::{
    count_of_completions, dump, every_completion, rulebook, shrunk, some_answers, ways,
};
use crate::strategy::RULEBOOK;

/// How many small rulebooks are tried, each with a few borrowers.
const RULEBOOKS: u64 = 3000;

/// How many interviews of the shipped rulebook are tried.
const INTERVIEWS: u64 = 60;

/// Borrowers with more completions than this are left out.
const MOST_COMPLETIONS: usize = 1000;

#[test]
fn a_grade_is_what_every_completion_says() {
    let mut grades: BTreeMap<Grade, u32> = BTreeMap::new();
    for seed in 0..RULEBOOKS {
        let rulebook = rulebook(seed);
        for share in [30, 50, 70, 85] {
            let answers = some_answers(&rulebook, seed, share);
            if count_of_completions(&rulebook, &answers) > MOST_COMPLETIONS {
                continue;
            }
            let grade = check(rulebook.clone(), &answers).grade;
            *grades.entry(grade).or_default() += 1;
        }
    }
    // Each grade must have been at stake.
    for grade in [Grade::Open, Grade::Steady, Grade::FirstSettled, Grade::Settled] {
        let count = grades.get(&grade).copied().unwrap_or_default();
        assert!(count >= 10, "{} came up {count} times: {grades:?}", grade.id());
    }
}

/// An interview with random answers is stopped anywhere; then the rest is answered at random, and as somebody would
/// who wants another cause in front.
#[test]
fn no_completion_of_a_shipped_interview_contradicts_its_grade() {
    let mut grades: BTreeMap<Grade, u32> = BTreeMap::new();
    for seed in 0..INTERVIEWS {
        let mut draw = Draw::new(seed);
        let Some(answers) = answers_on_the_way(seed, &mut draw) else { continue };
        let before = diagnosis(&RULEBOOK, &answers);
        let firmness = firmness(&RULEBOOK, &answers, &before);
        let (changes_first, changes_rest) = single_changes(&RULEBOOK, &answers, &before);
        assert_eq!(firmness.grade == Grade::Open, !changes_first.is_empty(), "{answers:?}");
        assert_eq!(firmness.changes_first, changes_first, "{answers:?}");
        assert_eq!(firmness.changes_rest, changes_rest, "{answers:?}");
        *grades.entry(firmness.grade).or_default() += 1;
        if firmness.grade < Grade::FirstSettled {
            continue;
        }
        for completed in completions(&RULEBOOK, &answers, &mut draw) {
            let after = diagnosis(&RULEBOOK, &completed);
            let keeps_first =
                after.first() == before.first() && first_step(&after) == first_step(&before);
            assert!(keeps_first, "{:?}: {answers:?} to {completed:?}", firmness.grade);
            let keeps_all = reasons(&after) == reasons(&before);
            let may_change = firmness.grade == Grade::FirstSettled;
            assert!(may_change || keeps_all, "settled: {answers:?} to {completed:?}");
        }
    }
    let firm = [Grade::FirstSettled, Grade::Settled].map(|grade| grades.get(&grade).copied());
    assert!(firm.into_iter().flatten().sum::<u32>() >= 5, "too few are firm: {grades:?}");
}

/// The answers at some point of an interview, if the symptom is known at any.
fn answers_on_the_way(number: u64, draw: &mut Draw) -> Option<Answers> {
    let mut points: Vec<Answers> = Vec::new();
    play(&RULEBOOK, number, |point| {
        if point.diagnosis.facts.symptom().is_some() {
            points.push(point.answers.clone());
        }
    });
    (!points.is_empty()).then(|| points.swap_remove(draw.place(points.len())))
}

/// Some completions at random, and for each cause the one that puts it before the first reason if any does.
fn completions(rulebook: &Rulebook, answers: &Answers, draw: &mut Draw) -> Vec<Answers> {
    let open: Vec<(QuestionIx, Vec<Answer>)> = rulebook
        .question_places()
        .map(|at| (at, single_answers(rulebook, answers, at)))
        .filter(|(_, ways)| !ways.is_empty())
        .collect();
    let outcomes: Vec<Vec<Diagnosis>> = open
        .iter()
        .map(|(at, ways)| {
            ways.iter().map(|way| diagnosis(rulebook, &with(answers, *at, *way))).collect()
        })
        .collect();
    let first = diagnosis(rulebook, answers).first();
    let mut completions: Vec<Answers> = rulebook
        .cause_places()
        .map(|rival| {
            let lead = |after: &Diagnosis| {
                standing(after, rival) - first.map_or(0, |first| standing(after, first))
            };
            let mut completed = answers.clone();
            for ((question, ways), after) in open.iter().zip(&outcomes) {
                let best = (0..ways.len()).max_by_key(|way| lead(&after[*way]));
                completed.set(*question, ways[best.unwrap_or(0)]);
            }
            completed
        })
        .collect();
    for _ in 0..20 {
        let mut completed = answers.clone();
        let share = draw.one_of(&[10, 50, 100]);
        for (question, ways) in &open {
            if draw.percent(share) {
                completed.set(*question, ways[draw.place(ways.len())]);
            }
        }
        completions.push(completed);
    }
    completions
}

/// How much speaks for the cause, where what settles it or rules it out outweighs all else.
fn standing(diagnosis: &Diagnosis, cause: CauseIx) -> i32 {
    let assessment = diagnosis.assessment(cause);
    let settled = i32::from(assessment.settled_by.is_some());
    let out = i32::from(assessment.ruled_out_by.is_some());
    assessment.support.tenths() + 10_000 * (settled - out)
}

#[track_caller]
fn check(rulebook: Rulebook, answers: &Answers) -> Firmness {
    let found = |rulebook: &Rulebook| firmness(rulebook, answers, &diagnosis(rulebook, answers));
    let differs = |rulebook: &Rulebook| found(rulebook) != by_brute_force(rulebook, answers);
    if differs(&rulebook) {
        let smallest = shrunk(rulebook, &differs);
        panic!(
            "the engine says {:?}, brute force {:?}, the result is {:?}\n{}",
            found(&smallest),
            by_brute_force(&smallest, answers),
            reasons(&diagnosis(&smallest, answers)),
            dump(&smallest, answers)
        );
    }
    found(&rulebook)
}

/// The grade by its definition.
fn by_brute_force(rulebook: &Rulebook, answers: &Answers) -> Firmness {
    let before = diagnosis(rulebook, answers);
    let (changes_first, changes_rest) = single_changes(rulebook, answers, &before);
    // A single option is a completion, too.
    let (mut keeps_first, mut keeps_all) = (changes_first.is_empty(), changes_rest.is_empty());
    for completed in every_completion(rulebook, answers) {
        if !keeps_first {
            break;
        }
        let after = diagnosis(rulebook, &completed);
        let keeps_step = first_step(&after) == first_step(&before);
        keeps_first &= after.first() == before.first() && keeps_step;
        keeps_all &= reasons(&after) == reasons(&before) && keeps_step;
    }
    let grade = match () {
        () if !changes_first.is_empty() => Grade::Open,
        () if !keeps_first => Grade::Steady,
        () if !keeps_all => Grade::FirstSettled,
        () => Grade::Settled,
    };
    Firmness { grade, changes_first, changes_rest }
}

/// The questions of which a single further option changes the first reason, and those where it changes the others.
fn single_changes(
    rulebook: &Rulebook,
    answers: &Answers,
    before: &Diagnosis,
) -> (Vec<QuestionIx>, Vec<QuestionIx>) {
    let (mut changes_first, mut changes_rest) = (Vec::new(), Vec::new());
    for question in rulebook.question_places() {
        let after: Vec<Diagnosis> = single_answers(rulebook, answers, question)
            .into_iter()
            .map(|answer| diagnosis(rulebook, &with(answers, question, answer)))
            .collect();
        if after.iter().any(|after| after.first() != before.first()) {
            changes_first.push(question);
        } else if after.iter().any(|after| reasons(after) != reasons(before)) {
            changes_rest.push(question);
        }
    }
    (changes_first, changes_rest)
}

/// What one further option makes of the answer to a question, for each option that is open.
fn single_answers(rulebook: &Rulebook, answers: &Answers, question: QuestionIx) -> Vec<Answer> {
    let held = match answers.get(question) {
        Some(Answer::Partly { held, .. }) => held,
        _ => OptionSet::EMPTY,
    };
    let is_single = |answer: &Answer| match answer {
        Answer::Options(options) => options.minus(held).len() == 1,
        Answer::Amounts(_) => true,
        Answer::Unsure | Answer::Partly { .. } => false,
    };
    ways(rulebook, answers, question).into_iter().filter(is_single).collect()
}

fn with(answers: &Answers, question: QuestionIx, answer: Answer) -> Answers {
    let mut with = answers.clone();
    with.set(question, answer);
    with
}

fn reasons(diagnosis: &Diagnosis) -> Vec<Vec<CauseIx>> {
    diagnosis.findings.iter().map(|finding: &Finding| finding.causes().collect()).collect()
}

fn first_step(diagnosis: &Diagnosis) -> Option<RemedyIx> {
    diagnosis.plan.first().map(|step| step.remedy)
}
