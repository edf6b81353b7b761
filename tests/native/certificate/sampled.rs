//! For each line that rests on simulated borrowers a rulebook for which it fails, and whether its borrower shows it.

use std::collections::BTreeMap;

use loan_checkup::engine::{
    Answers, Cause, Decibans, Diagnosis, Firmness, Grade, Interview, Rulebook, diagnose, firmness,
    read_answers,
};
use loan_checkup::proof::{Line, Model, Sample, Verdict, Witness, sampled};
use loan_checkup::shipped;

use crate::borrower::diagnosis;
use crate::folder;

/// Borrowers for each symptom: few, because the bad rulebooks are bad for nearly everybody.
const DRAWS: usize = 8;

fn spoilt(spoil: impl FnOnce(&mut Rulebook)) -> Rulebook {
    let mut rulebook = shipped::rulebook();
    spoil(&mut rulebook);
    rulebook
}

/// Asks nothing that is not asked of everybody.
fn that_stops_at_once() -> Rulebook {
    spoilt(|rulebook| {
        rulebook.settings.least_gain = u32::MAX;
        rulebook.settings.closing_rows = 0;
        for question in &mut rulebook.questions {
            question.named = false;
        }
    })
}

/// Hears next to nothing but hard facts and the page's message.
fn that_caps_everything() -> Rulebook {
    spoilt(|rulebook| {
        for group in &mut rulebook.groups {
            group.cap = Decibans::from_tenths(1);
        }
    })
}

fn failed(rulebook: &Rulebook, line: impl FnOnce(&Sample) -> Line) -> Line {
    let line = made(rulebook, line);
    assert_eq!(line.verdict, Verdict::Fails, "{line:#?}");
    assert!(!line.examples.is_empty(), "a failed line has a borrower");
    line
}

fn made(rulebook: &Rulebook, line: impl FnOnce(&Sample) -> Line) -> Line {
    let model = Model::new(rulebook, folder::day());
    line(&Sample::new(&model, DRAWS, &firmness, &|_| ()))
}

/// The answers of an example, read as `explain` reads them.
#[track_caller]
fn read(rulebook: &Rulebook, example: &Witness) -> Answers {
    let named = serde_json::to_string(&example.answers).expect("answers can be written");
    let given: BTreeMap<String, _> =
        serde_json::from_str(&named).expect("answers have the form that is read");
    read_answers(rulebook, given).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn of(rulebook: &Rulebook, example: &Witness) -> Diagnosis {
    diagnosis(rulebook, &read(rulebook, example))
}

fn first_id<'a>(rulebook: &'a Rulebook, diagnosis: &Diagnosis) -> &'a str {
    diagnosis.first().map_or("nothing", |cause| &rulebook.cause(cause).id)
}

#[test]
fn a_question_that_is_never_asked_is_found() {
    let rulebook = that_stops_at_once();
    let line = failed(&rulebook, sampled::questions_asked);
    for example in &line.examples {
        let answers = read(&rulebook, example);
        let diagnosis = diagnosis(&rulebook, &answers);
        let is_missing = rulebook.question_places().any(|at| {
            let question = rulebook.question(at);
            example.shows.contains(&format!("`{}`", question.id))
                && question.applies.has(diagnosis.facts.symptom())
                && !answers.has(at)
        });
        assert!(is_missing, "{example:?}");
    }
}

#[test]
fn a_question_for_no_symptom_is_found() {
    let rulebook = spoilt(|rulebook| {
        let at = rulebook.find_question("account-age").expect("the rulebook asks it");
        rulebook.questions[at.at()].applies = loan_checkup::engine::SymptomSet::NONE;
    });
    let line = failed(&rulebook, sampled::questions_asked);
    assert!(line.examples.iter().any(|example| example.shows.contains("account-age")), "{line:#?}");
}

#[test]
fn an_interview_that_is_too_long_is_found() {
    let rulebook = spoilt(|rulebook| {
        rulebook.settings.most_screens = 30;
        rulebook.settings.least_gain = 0;
    });
    let line = failed(&rulebook, sampled::screens_needed);
    for example in &line.examples {
        let answers = read(&rulebook, example);
        let diagnosis = diagnosis(&rulebook, &answers);
        // By name the closing list cannot be told from its screens.
        assert!(Interview::new(&rulebook, &answers, &diagnosis).asked() >= 8, "{example:?}");
    }
}

#[test]
fn a_first_step_that_cannot_be_taken_is_found() {
    let careless = spoilt(|rulebook| {
        for remedy in &mut rulebook.remedies {
            (remedy.when, remedy.any_of, remedy.unless) = (Vec::new(), Vec::new(), Vec::new());
        }
    });
    let (careless, rulebook) = (Model::new(&careless, folder::day()), spoilt(|_| ()));
    let model = Model::new(&rulebook, folder::day());
    let plays = Sample::new(&careless, DRAWS, &firmness, &|_| ()).plays;
    let line = sampled::first_steps(&Sample { model: &model, draws: DRAWS, plays });
    assert_eq!(line.verdict, Verdict::Fails, "{line:#?}");
    for example in &line.examples {
        let step = of(&rulebook, example).plan.first().map(|step| step.remedy);
        let step = step.map(|step| &rulebook.remedy(step).id);
        assert!(
            !example.shows.contains(&format!("`{}`", step.expect("there is one"))),
            "{example:?}"
        );
    }
}

#[test]
fn results_that_are_not_firm_are_found() {
    let rulebook = that_stops_at_once();
    let line = failed(&rulebook, sampled::grade_shares);
    for example in &line.examples {
        let answers = read(&rulebook, example);
        let diagnosis = diagnosis(&rulebook, &answers);
        assert_eq!(firmness(&rulebook, &answers, &diagnosis).grade, Grade::Open, "{example:?}");
    }
}

#[test]
fn a_grade_that_promises_too_much_is_found() {
    let rulebook = that_stops_at_once();
    for grade in [Grade::Settled, Grade::FirstSettled, Grade::Steady] {
        let line = graded(&rulebook, grade);
        assert_eq!(line.verdict, Verdict::Fails, "{grade:?}: {line:#?}");
        for pair in line.examples.chunks(2) {
            let [stop, after] = pair else { panic!("a stop comes with its completion") };
            let (stop, after) = (of(&rulebook, stop), of(&rulebook, after));
            let lists = |of: &Diagnosis| of.findings.iter().map(|f| f.causes().collect()).collect();
            let (before, then): (Vec<Vec<_>>, Vec<Vec<_>>) = (lists(&stop), lists(&after));
            let step = |of: &Diagnosis| of.plan.first().map(|step| step.remedy);
            let is_contradicted = match grade {
                Grade::Settled => before != then || step(&stop) != step(&after),
                Grade::FirstSettled => stop.first() != after.first() || step(&stop) != step(&after),
                Grade::Steady | Grade::Open => stop.first() != after.first(),
            };
            assert!(is_contradicted, "{grade:?}: {pair:?}");
        }
    }
}

#[test]
fn a_grade_that_promises_too_little_is_found() {
    let rulebook = shipped::rulebook();
    let line = graded(&rulebook, Grade::Open);
    assert_eq!(line.verdict, Verdict::Fails, "{line:#?}");
    let (stop, _) = line.examples.split_first().expect("a failed line has a borrower");
    let answers = read(&rulebook, stop);
    let right = firmness(&rulebook, &answers, &diagnosis(&rulebook, &answers));
    assert_ne!(right.grade, Grade::Open, "{stop:?}");
}

#[test]
fn a_right_grade_is_not_contradicted() {
    let rulebook = shipped::rulebook();
    let line = made(&rulebook, |sample| sampled::grades_contradicted(sample, &|_| ()));
    assert_eq!(line.verdict, Verdict::Holds, "{line:#?}");
}

/// The line on grades, with every stop graded like that.
fn graded(rulebook: &Rulebook, grade: Grade) -> Line {
    let grader = move |_: &Rulebook, _: &Answers, _: &Diagnosis| Firmness {
        grade,
        changes_first: Vec::new(),
        changes_rest: Vec::new(),
    };
    let model = Model::new(rulebook, folder::day());
    let sample = Sample::new(&model, DRAWS, &grader, &|_| ());
    sampled::grades_contradicted(&sample, &|_| ())
}

#[test]
fn two_reasons_in_the_first_place_are_found() {
    let rulebook = spoilt(|rulebook| {
        let twin = |cause: &Cause| Cause { id: format!("{}-twin", cause.id), ..cause.clone() };
        let in_question = |cause: &&Cause| !cause.stops && cause.may_trigger.is_empty();
        let twins: Vec<Cause> =
            rulebook.causes.iter().filter(in_question).take(25).map(twin).collect();
        rulebook.causes.extend(twins);
    });
    let line = failed(&rulebook, sampled::ties);
    for example in &line.examples {
        let diagnosis = of(&rulebook, example);
        let [first, second] = [0, 1].map(|place| diagnosis.findings[place].cause);
        let support = |cause| diagnosis.assessment(cause).support;
        assert_eq!(support(first), support(second), "{example:?}");
        assert!(diagnosis.findings[1].ties_with_previous, "{example:?}");
    }
}

#[test]
fn a_stop_that_gives_another_first_reason_is_found() {
    let rulebook = that_stops_at_once();
    let line = failed(&rulebook, sampled::full_interview);
    for pair in line.examples.chunks(2) {
        let [stop, full] = pair else { panic!("a stop comes with its full interview") };
        let (early, late) = (of(&rulebook, stop), of(&rulebook, full));
        assert_ne!(early.first(), late.first(), "{pair:?}");
        assert!(stop.shows.contains(first_id(&rulebook, &early)), "{stop:?}");
        assert!(full.shows.contains(first_id(&rulebook, &late)), "{full:?}");
    }
}

#[test]
fn a_rulebook_that_misses_the_causes_at_work_is_found() {
    let rulebook = that_caps_everything();
    let line = failed(&rulebook, sampled::drawn_causes);
    for example in &line.examples {
        let first = of(&rulebook, example);
        let first = first_id(&rulebook, &first);
        let (drawn, named) =
            example.shows.split_once(", first is ").expect("it says what is first");
        assert!(named.starts_with(first), "{example:?}");
        assert!(!drawn.split(' ').any(|word| word == first), "{example:?}");
    }
}

#[test]
fn a_rulebook_that_never_shows_two_causes_is_found() {
    let rulebook = spoilt(|rulebook| rulebook.settings.most_findings = 1);
    let line = failed(&rulebook, sampled::both_causes);
    for example in &line.examples {
        let diagnosis = of(&rulebook, example);
        let shown = diagnosis.findings.iter().flat_map(|finding| finding.causes());
        let named = |id: &str| example.shows.split(' ').any(|word| word == id);
        let at_work = shown.filter(|cause| named(&rulebook.cause(*cause).id)).count();
        assert!(at_work < 2, "{example:?}");
    }
}

#[test]
fn a_rulebook_with_which_the_second_opinion_disagrees_is_found() {
    let rulebook = that_caps_everything();
    let line = failed(&rulebook, |sample| sampled::noisy_or(sample, &|_| ()));
    for example in &line.examples {
        let diagnosis = of(&rulebook, example);
        let first = first_id(&rulebook, &diagnosis);
        assert!(example.shows.starts_with(&format!("first reason {first} ")), "{example:?}");
    }
}

#[test]
fn an_example_establishes_what_the_stop_established() {
    let rulebook = shipped::rulebook();
    let model = Model::new(&rulebook, folder::day());
    let sample = Sample::new(&model, DRAWS, &firmness, &|_| ());
    for play in &sample.plays {
        let example = sample.example(String::new(), &play.answers);
        let read = diagnose(&rulebook, &read(&rulebook, &example), folder::day());
        assert_eq!(read.findings, play.stop.findings, "{example:?}");
    }
}

#[test]
fn the_sample_is_always_the_same() {
    let rulebook = shipped::rulebook();
    let model = Model::new(&rulebook, folder::day());
    let sample = |draws| Sample::new(&model, draws, &firmness, &|_| ()).plays;
    let (few, more) = (sample(3), sample(6));
    for (few, more) in few.chunks(3).zip(more.chunks(6)) {
        assert_eq!(few, &more[..3]);
    }
}
