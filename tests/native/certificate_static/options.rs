//! Options that change nothing, and signs of fraud that lead to no warning.

use loan_checkup::engine::{Condition, Effect, OptionSet, Outcome, Rulebook};
use loan_checkup::proof::{Line, Method, Verdict};
use serde_json::json;

use super::{
    cause, decibans, diagnosed, examples, figure, first_symptom, line, option_at, read, rulebook,
};

const IDLE: &str = "options-that-change-nothing";
const WARNINGS: &str = "warnings-lead-to-the-fraud-screen";

/// An option of the question changes nothing: choosing it shows what leaving the question open shows.
#[track_caller]
fn check_idle(rulebook: &Rulebook, line: &Line, question: &str) {
    let named = format!("`{question}`");
    let found = examples(line).iter().find(|example| example.shows.contains(&named));
    let example = found.unwrap_or_else(|| panic!("{:?}", line.examples));
    let mut answers = read(rulebook, example);
    let with = diagnosed(rulebook, &answers);
    let question = rulebook.find_question(question).expect("a question of that name");
    assert!(!with.facts.held(question).is_empty(), "the option is chosen");
    answers.clear(question);
    let without = diagnosed(rulebook, &answers);
    assert_eq!(with.findings, without.findings);
    assert_eq!(with.plan, without.plan);
    assert_eq!(with.not_shown.len(), without.not_shown.len());
}

#[test]
fn a_row_without_a_rule_changes_nothing() {
    let mut rulebook = first_symptom();
    let (question, option) = option_at(&rulebook, "authorisation", "withdrawn");
    for cause in &mut rulebook.causes {
        cause.evidence.retain(|row| (row.question, row.option) != (question, option));
    }
    let line = line(&rulebook, IDLE);
    check_idle(&rulebook, &line, "authorisation");
}

#[test]
fn a_weight_that_moves_nothing_is_a_dead_rule() {
    let mut rulebook = first_symptom();
    let (question, option) = option_at(&rulebook, "authorisation", "withdrawn");
    for row in rulebook.causes.iter_mut().flat_map(|cause| &mut cause.evidence) {
        if (row.question, row.option) == (question, option) {
            row.weight = decibans(0);
        }
    }
    let line = line(&rulebook, IDLE);
    assert!(matches!(line.method, Method::Bounded(_)));
    check_idle(&rulebook, &line, "authorisation");
}

#[test]
fn an_option_that_only_denies_the_others_is_no_fault() {
    let line = line(&first_symptom(), IDLE);
    assert!(line.examples.iter().all(|example| !example.shows.contains("`no-message`")));
    let denying = figure(&line, "only deny the others").as_array().expect("a list");
    assert!(denying.contains(&json!("`page-message` = `no-message`")), "{denying:?}");
}

/// The example ends with something else than the warning although the sign is among its answers.
#[track_caller]
fn check_no_warning(rulebook: &Rulebook, sign: (&str, &str)) {
    let line = line(rulebook, WARNINGS);
    let found = examples(&line).iter().find(|example| example.shows.contains(sign.1));
    let answers = read(rulebook, found.expect("an example names the sign"));
    let diagnosis = diagnosed(rulebook, &answers);
    let (question, option) = option_at(rulebook, sign.0, sign.1);
    assert!(diagnosis.facts.held(question).has(option), "the sign is given");
    assert_ne!(diagnosis.outcome, Outcome::StopScam);
}

#[test]
fn a_sign_that_settles_no_warning_is_found() {
    let mut rulebook = first_symptom();
    let sign = option_at(&rulebook, "warning-signs", "told-to-transfer");
    let scam = cause(&mut rulebook, "loan-scam");
    scam.hard_facts.retain(|fact| (fact.question, fact.option) != sign);
    check_no_warning(&rulebook, ("warning-signs", "told-to-transfer"));
}

#[test]
fn a_sign_that_another_answer_takes_back_is_named() {
    let mut rulebook = first_symptom();
    let sign = option_at(&rulebook, "warning-signs", "unknown-loan");
    let (question, option) = option_at(&rulebook, "lent-out", "no");
    let takeover = cause(&mut rulebook, "account-takeover");
    for fact in takeover.hard_facts.iter_mut().filter(|f| (f.question, f.option) == sign) {
        fact.unless.push(Condition { question, options: OptionSet::of(option) });
    }
    let line = line(&rulebook, WARNINGS);
    let named = ["`warning-signs` = `asked-to-pay`", "`warning-signs` = `unknown-loan`"];
    assert_eq!(*figure(&line, "taken back by an answer"), json!(named));
}

#[test]
fn a_sign_that_the_page_denies_is_found() {
    let mut rulebook = first_symptom();
    let sign = option_at(&rulebook, "warning-signs", "app-from-link");
    let (question, option) = option_at(&rulebook, "page-message", "system-busy");
    let scam = cause(&mut rulebook, "loan-scam");
    let mut denial = scam.hard_facts[0].clone();
    denial.effect = Effect::RulesOut;
    (denial.question, denial.option) = (question, option);
    scam.hard_facts.push(denial);
    assert!(scam.hard_facts.iter().any(|fact| (fact.question, fact.option) == sign));
    check_no_warning(&rulebook, ("warning-signs", "app-from-link"));
}

#[test]
fn every_sign_of_the_shipped_rules_leads_to_the_warning() {
    let line = line(&rulebook(), WARNINGS);
    assert_eq!(line.verdict, Verdict::Holds, "{:?}", line.figures);
    assert_eq!(line.method, Method::Exact);
    assert_eq!(*figure(&line, "signs"), json!(10));
    // Of a fee it is asked, before the warning, who took it.
    assert_eq!(
        *figure(&line, "taken back by an answer"),
        json!(["`warning-signs` = `asked-to-pay`"])
    );
}
