//! Weights that pull the wrong way, that are too delicate, or whose slips nobody notices.

use loan_checkup::engine::{CauseIx, Decibans, Diagnosis, Effect, HardFact};
use loan_checkup::knowledge::Case;
use loan_checkup::proof::{Verdict, judge, lines};

use super::{
    SHIPPED, cause, cause_at, decibans, diagnosed, examples, figure, first_symptom, is_shown, line,
    line_with, option_at, read, rulebook, shown, subject,
};

const MONOTONY: &str = "monotony-of-weights";

#[test]
fn an_option_that_speaks_for_a_cause_and_rules_it_out_is_found() {
    let (diagnosis, cause) = torn("withdrawn", Effect::RulesOut);
    let assessment = diagnosis.assessment(cause);
    assert!(assessment.has_own_answer && assessment.ruled_out_by.is_some());
    assert!(!is_shown(&diagnosis, cause));
}

#[test]
fn an_option_that_speaks_against_a_cause_and_settles_it_is_found() {
    let (diagnosis, cause) = torn("in-place", Effect::Settles);
    let assessment = diagnosis.assessment(cause);
    assert!(assessment.has_objection && assessment.settled_by.is_some());
}

/// What the line shows of rules in which an answer about the authorisation is a hard fact as well.
fn torn(option: &str, effect: Effect) -> (Diagnosis, CauseIx) {
    let mut rulebook = rulebook();
    let (question, option) = option_at(&rulebook, "authorisation", option);
    let cause = cause(&mut rulebook, "authorisation-withdrawn");
    cause.hard_facts.push(HardFact { effect, question, option, when: vec![], unless: vec![] });
    let line = line(&rulebook, MONOTONY);
    let diagnosis = shown(&rulebook, &line, "authorisation-withdrawn");
    (diagnosis, cause_at(&rulebook, "authorisation-withdrawn"))
}

/// The worked case of that name.
#[track_caller]
fn case(name: &str) -> Case {
    SHIPPED.cases.iter().find(|case| case.name == name).expect("a case of that name").clone()
}

#[test]
fn a_weight_on_a_knife_edge_is_found() {
    let mut rulebook = rulebook();
    let case = case("number-and-handset-together");
    let before = diagnosed(&rulebook, &case.answers);
    let first = before.first().expect("a first reason");
    let rival = cause_at(&rulebook, "unusual-device-or-place");
    let lead = before.assessment(first).support - before.assessment(rival).support;
    assert!(lead > decibans(1), "the shipped rules are not on the edge");
    let symptom = before.facts.symptom().expect("a symptom");
    let prior = rulebook.causes[rival.at()].priors[symptom.at()].as_mut().expect("in question");
    *prior += lead - Decibans::from_tenths(4);
    let line = line_with(&rulebook, core::slice::from_ref(&case), "tolerance-of-weights");
    let example = &examples(&line)[0];
    assert!(example.shows.contains(&case.name), "{}", example.shows);
    let diagnosis = diagnosed(&rulebook, &read(&rulebook, example));
    assert_eq!(diagnosis.first(), Some(first));
    let lead = diagnosis.assessment(first).support - diagnosis.assessment(rival).support;
    assert!(lead > decibans(0) && lead < Decibans::from_tenths(5), "the lead is {lead}");
}

#[test]
fn the_tolerance_is_the_last_step_that_changes_nothing() {
    let rulebook = rulebook();
    let case = case("number-and-handset-together");
    let line = line_with(&rulebook, core::slice::from_ref(&case), "tolerance-of-weights");
    assert_eq!(line.verdict, Verdict::Holds, "{:?}", line.figures);
    let least = figure(&line, "least (dB)").as_str().and_then(Decibans::read).expect("a weight");
    let listed = figure(&line, "most delicate")[0].clone();
    let changed = listed["changed-by"].as_str().and_then(Decibans::read).expect("a move");
    let changed = if changed < decibans(0) { -changed } else { changed };
    assert_eq!(changed, least + Decibans::from_tenths(5));
}

#[test]
fn slips_that_neither_case_nor_check_notices_lower_the_score() {
    let rulebook = first_symptom();
    let subject = subject(&rulebook, &[], &[]);
    let line = lines::line(&subject, "mutation-score").expect("there is such a line");
    let dropped = examples(&line)
        .iter()
        .find(|example| example.shows.contains("weight dropped") && !example.answers.is_empty())
        .expect("a dropped weight that somebody feels");
    let mut names = dropped.shows.split('`').skip(1).step_by(2);
    let mut name = || names.next().expect("question, option and cause");
    let (question, option, of) = (name(), name(), name());
    let (question, option) = option_at(&rulebook, question, option);
    let mut mistaken = rulebook.clone();
    cause(&mut mistaken, of)
        .evidence
        .retain(|row| (row.question, row.option) != (question, option));
    let answers = read(&rulebook, dropped);
    let [one, other] = [&rulebook, &mistaken].map(|rules| diagnosed(rules, &answers));
    assert!(one.findings != other.findings || one.plan != other.plan);
}

#[test]
fn a_worked_case_notices_a_slip_by_itself() {
    let mut rulebook = rulebook();
    let case = case("authorisation-withdrawn");
    assert!(judge(&rulebook, &case).wrong.is_empty());
    for row in &mut cause(&mut rulebook, "authorisation-withdrawn").evidence {
        row.weight = -row.weight;
    }
    assert!(!judge(&rulebook, &case).wrong.is_empty());
}
