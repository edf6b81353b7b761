use std::collections::BTreeMap;

use serde::Deserialize;
use toml::value::Datetime;

use crate::engine::{Answers, Date, GivenAnswer, Rulebook, read_answers};

use super::problems::Problems;
use super::raw::Raw;
use super::{Place, ProblemCode};

/// A worked borrower case: a test, and readable by borrowers.
#[derive(Clone, Debug)]
pub struct Case {
    /// Name of its file, without the ending.
    pub name: String,
    /// Title.
    pub title: String,
    /// What happened to the borrower.
    pub story: String,
    /// What the case teaches.
    pub teaches: String,
    /// The day on which it plays.
    pub day: Date,
    /// What the borrower answers.
    pub answers: Answers,
    /// What is expected.
    pub expect: Expectation,
}

/// What a case expects; an empty list expects nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expectation {
    /// Id of the outcome.
    pub outcome: String,
    /// The first reason.
    pub first: Option<String>,
    /// Whether the first reason is open to judgement: then it is named, but not expected.
    #[serde(default)]
    pub open: bool,
    /// Causes among the reasons, folded ones included.
    #[serde(default)]
    pub shown: Vec<String>,
    /// Causes not among the reasons.
    #[serde(default)]
    pub hidden: Vec<String>,
    /// Causes that a hard fact rules out.
    #[serde(default)]
    pub ruled_out: Vec<String>,
    /// Remedies not in the plan.
    #[serde(default)]
    pub not_advised: Vec<String>,
}

/// A file of `cases/` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct CaseFile {
    title: String,
    story: String,
    teaches: String,
    as_of: Datetime,
    answers: BTreeMap<String, GivenAnswer>,
    expect: Expectation,
}

/// Reads the cases; one that cannot be read is reported and left out.
pub(super) fn cases(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) -> Vec<Case> {
    raw.cases
        .iter()
        .filter_map(|(name, place, text)| case(name, place, text, rulebook, problems))
        .collect()
}

fn case(
    name: &str,
    place: &Place,
    text: &str,
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Option<Case> {
    let file: CaseFile = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            problems.add(ProblemCode::CaseUnreadable, place, error.message().to_owned());
            return None;
        }
    };
    check_ids(&file.expect, place, rulebook, problems);
    let day = Date::read(&file.as_of.to_string());
    if day.is_none() {
        problems.add(ProblemCode::CaseUnreadable, place, format!("`{}` is not a day", file.as_of));
    }
    let answers = read_answers(rulebook, file.answers)
        .map_err(|errors| {
            for error in errors {
                problems.add(ProblemCode::CaseUnreadable, place, error.to_string());
            }
        })
        .ok()?;
    Some(Case {
        name: name.to_owned(),
        title: file.title,
        story: file.story,
        teaches: file.teaches,
        day: day?,
        answers,
        expect: file.expect,
    })
}

fn check_ids(expect: &Expectation, place: &Place, rulebook: &Rulebook, problems: &mut Problems) {
    let causes: Vec<&str> = rulebook.causes.iter().map(|cause| &*cause.id).collect();
    let remedies: Vec<&str> = rulebook.remedies.iter().map(|remedy| &*remedy.id).collect();
    let outcomes = ["findings", "stop-scam", "not-enough-known"];
    let in_cause = expect.first.iter().chain(&expect.shown).chain(&expect.hidden);
    let mut check = |kind: &str, given: &str, known: &[&str]| {
        if !known.contains(&given) {
            problems.unknown(place, kind, given, known.iter().copied());
        }
    };
    check("outcome", &expect.outcome, &outcomes);
    for id in in_cause.chain(&expect.ruled_out) {
        check("cause", id, &causes);
    }
    for id in &expect.not_advised {
        check("remedy", id, &remedies);
    }
}
