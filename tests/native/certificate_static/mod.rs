//! Each line of the certificate that follows from the rules, the cases and the wording fails for a rulebook
//! that was made bad on purpose, and its example really shows it.

mod cases;
mod causes;
mod options;
mod steps;
mod weights;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use loan_checkup::engine::{
    Answers, Cause, CauseIx, Decibans, Diagnosis, GivenAnswer, OptionIx, QuestionIx, Remedy,
    RemedyIx, Rulebook, diagnose, read_answers,
};
use loan_checkup::knowledge::{Case, Knowledge, Reading};
use loan_checkup::proof::{Line, ProofSubject, Verdict, Witness, lines};
use serde_json::Value;

use crate::folder;

/// What the shipped folder holds, except the sentences, which no thread may share.
struct Shipped {
    rulebook: Rulebook,
    cases: Vec<Case>,
    readings: Vec<Reading>,
}

static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    let Knowledge { rulebook, cases, readings, .. } = folder::knowledge();
    Shipped { rulebook, cases, readings }
});

/// The shipped rules, to be made bad.
fn rulebook() -> Rulebook {
    SHIPPED.rulebook.clone()
}

/// The shipped rules with their first symptom only, which is enough for most lines and quicker.
fn first_symptom() -> Rulebook {
    let mut rulebook = rulebook();
    rulebook.questions[SHIPPED.rulebook.symptom.at()].options.truncate(1);
    rulebook
}

/// The line of these rules without any worked case.
#[track_caller]
fn line(rulebook: &Rulebook, id: &str) -> Line {
    line_with(rulebook, &[], id)
}

fn subject<'a>(
    rulebook: &'a Rulebook,
    cases: &'a [Case],
    readings: &'a [Reading],
) -> ProofSubject<'a> {
    ProofSubject { rulebook, cases, readings, catalogues: &[], day: folder::day() }
}

#[track_caller]
fn line_with(rulebook: &Rulebook, cases: &[Case], id: &str) -> Line {
    let line = lines::line(&subject(rulebook, cases, &SHIPPED.readings), id);
    let line = line.expect("there is such a line");
    assert_eq!(line.id, id);
    line
}

/// The examples of a line that fails; there is at least one.
#[track_caller]
fn examples(line: &Line) -> &[Witness] {
    assert_eq!(line.verdict, Verdict::Fails, "{:?}", line.figures);
    assert!(!line.examples.is_empty(), "{} gives no example", line.id);
    &line.examples
}

/// The example that names this, as `explain` reads it.
#[track_caller]
fn shown(rulebook: &Rulebook, line: &Line, name: &str) -> Diagnosis {
    let named = format!("`{name}`");
    let found = examples(line).iter().find(|example| example.shows.contains(&named));
    let example = found.unwrap_or_else(|| panic!("no example names {name}: {:?}", line.examples));
    diagnosed(rulebook, &read(rulebook, example))
}

#[track_caller]
fn read(rulebook: &Rulebook, example: &Witness) -> Answers {
    let given: BTreeMap<String, GivenAnswer> =
        serde_json::from_value(Value::Object(example.answers.clone())).expect("answers by name");
    read_answers(rulebook, given).expect("answers that explain accepts")
}

fn diagnosed(rulebook: &Rulebook, answers: &Answers) -> Diagnosis {
    diagnose(rulebook, answers, folder::day())
}

#[track_caller]
fn cause_at(rulebook: &Rulebook, id: &str) -> CauseIx {
    rulebook.cause_places().find(|at| rulebook.cause(*at).id == id).expect("a cause of that name")
}

#[track_caller]
fn cause<'a>(rulebook: &'a mut Rulebook, id: &str) -> &'a mut Cause {
    let at = cause_at(rulebook, id);
    &mut rulebook.causes[at.at()]
}

#[track_caller]
fn remedy_at(rulebook: &Rulebook, id: &str) -> RemedyIx {
    rulebook
        .remedy_places()
        .find(|at| rulebook.remedy(*at).id == id)
        .expect("a remedy of that name")
}

#[track_caller]
fn remedy<'a>(rulebook: &'a mut Rulebook, id: &str) -> &'a mut Remedy {
    let at = remedy_at(rulebook, id);
    &mut rulebook.remedies[at.at()]
}

#[track_caller]
fn option_at(rulebook: &Rulebook, question: &str, option: &str) -> (QuestionIx, OptionIx) {
    let question = rulebook.find_question(question).expect("a question of that name");
    (question, rulebook.question(question).option(option).expect("an option of that name"))
}

fn is_shown(diagnosis: &Diagnosis, cause: CauseIx) -> bool {
    diagnosis.findings.iter().any(|finding| finding.causes().any(|other| other == cause))
}

fn decibans(whole: i32) -> Decibans {
    Decibans::from_tenths(whole * 10)
}

/// The figure of that name.
#[track_caller]
fn figure<'a>(line: &'a Line, name: &str) -> &'a Value {
    let found = line.figures.iter().find(|(other, _)| other == name);
    &found.unwrap_or_else(|| panic!("no figure {name}")).1
}
