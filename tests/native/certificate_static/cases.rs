//! Worked cases whose first reason is not the expected one.

use loan_checkup::engine::Rulebook;
use loan_checkup::knowledge::Case;
use loan_checkup::proof::Verdict;
use serde_json::json;

use super::{
    SHIPPED, cause, cause_at, decibans, diagnosed, examples, figure, line_with, read, rulebook,
};

const CASES: &str = "worked-cases";

/// Rules under which a cause is out of reach, and a worked case that expects it first and nothing else.
fn disappointed() -> (Rulebook, Case) {
    let mut rulebook = rulebook();
    let hopeless = cause(&mut rulebook, "limit-lowered-by-owner");
    hopeless.priors.iter_mut().flatten().for_each(|prior| *prior = decibans(-60));
    let expects = |case: &&Case| case.expect.first.as_deref() == Some("limit-lowered-by-owner");
    let mut case = SHIPPED.cases.iter().find(expects).expect("such a case").clone();
    case.expect.shown.clear();
    case.expect.hidden.clear();
    case.expect.ruled_out.clear();
    case.expect.not_advised.clear();
    case.expect.outcome = diagnosed(&rulebook, &case.answers).outcome.id().to_owned();
    (rulebook, case)
}

#[test]
fn a_case_with_another_first_reason_is_found() {
    let (rulebook, case) = disappointed();
    let line = line_with(&rulebook, core::slice::from_ref(&case), CASES);
    let [example] = examples(&line) else { panic!("{:?}", line.examples) };
    assert!(example.shows.contains(&case.name), "{}", example.shows);
    let answers = read(&rulebook, example);
    assert_eq!(answers, case.answers);
    let expected = cause_at(&rulebook, "limit-lowered-by-owner");
    assert_ne!(diagnosed(&rulebook, &answers).first(), Some(expected));
    assert_eq!(*figure(&line, "first reason wrong"), json!(1));
}

#[test]
fn a_case_that_is_marked_as_open_expects_no_first_reason() {
    let (rulebook, mut case) = disappointed();
    case.expect.open = true;
    let line = line_with(&rulebook, &[case], CASES);
    assert_eq!(line.verdict, Verdict::Holds, "{:?}", line.examples);
    assert_eq!(*figure(&line, "marked as open"), json!(1));
}
