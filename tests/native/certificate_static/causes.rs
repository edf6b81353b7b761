//! Causes that cannot be shown or cannot be first, and their wording.

use loan_checkup::engine::{Effect, Rulebook};
use loan_checkup::proof::{Method, Verdict};
use serde_json::json;

use super::{
    cause, cause_at, decibans, examples, figure, first_symptom, is_shown, line, option_at, remedy,
    remedy_at, shown,
};

/// The rules with a cause whose prior no answer can make good.
fn with_hopeless_cause() -> Rulebook {
    let mut rulebook = first_symptom();
    let hopeless = cause(&mut rulebook, "loan-purpose");
    hopeless.priors.iter_mut().flatten().for_each(|prior| *prior = decibans(-60));
    rulebook
}

#[test]
fn a_cause_that_no_answers_show_is_never_first() {
    let rulebook = with_hopeless_cause();
    let line = line(&rulebook, "causes-never-first");
    let never = figure(&line, "never shown").as_array().expect("a list");
    assert!(never.contains(&json!("loan-purpose")), "{never:?}");
    assert!(!never.contains(&json!("new-account")), "{never:?}");
    assert_eq!(line.method, Method::Exact);
    let diagnosis = shown(&rulebook, &line, "loan-purpose");
    let cause = cause_at(&rulebook, "loan-purpose");
    assert!(diagnosis.assessment(cause).has_own_answer, "the best answers are given");
    assert!(!is_shown(&diagnosis, cause));
}

#[test]
fn a_cause_that_always_stands_behind_its_twin_is_never_first() {
    let mut rulebook = first_symptom();
    let model = cause(&mut rulebook, "loan-purpose").clone();
    let twin = cause(&mut rulebook, "new-account");
    twin.evidence.clone_from(&model.evidence);
    twin.priors = model.priors.iter().map(|prior| prior.map(|prior| prior - decibans(1))).collect();
    let line = line(&rulebook, "causes-never-first");
    assert_eq!(*figure(&line, "shown, never first"), json!(["new-account"]));
    let diagnosis = shown(&rulebook, &line, "new-account");
    let twin = cause_at(&rulebook, "new-account");
    assert!(is_shown(&diagnosis, twin) && diagnosis.first() != Some(twin));
}

#[test]
fn a_cause_that_stands_behind_all_others_need_not_be_first() {
    let mut rulebook = with_hopeless_cause();
    cause(&mut rulebook, "loan-purpose").priors.fill(None);
    cause(&mut rulebook, "loan-purpose").is_always_last = true;
    let line = line(&rulebook, "causes-never-first");
    assert_eq!(*figure(&line, "shown, never first"), json!([]));
}

#[test]
fn a_cause_that_its_prior_hides_under_one_symptom_is_reported_for_it() {
    let rulebook = with_hopeless_cause();
    let line = line(&rulebook, "causes-showable-for-symptom");
    let diagnosis = shown(&rulebook, &line, "loan-purpose");
    assert!(examples(&line)[0].shows.contains("`one-yuan-cap`"));
    assert!(!is_shown(&diagnosis, cause_at(&rulebook, "loan-purpose")));
}

#[test]
fn a_cause_that_a_fact_settles_is_showable_whatever_its_prior() {
    let mut rulebook = first_symptom();
    let settled = cause(&mut rulebook, "court-record");
    settled.priors.iter_mut().flatten().for_each(|prior| *prior = decibans(-60));
    assert!(settled.hard_facts.iter().any(|fact| fact.effect == Effect::Settles));
    let line = line(&rulebook, "causes-showable-for-symptom");
    assert_eq!(line.verdict, Verdict::Holds, "{:?}", line.figures);
}

#[test]
fn wording_that_nobody_is_shown_is_found() {
    let mut rulebook = with_hopeless_cause();
    remedy(&mut rulebook, "pay-what-is-due").fixes.iter_mut().for_each(|fix| fix.likelihood = 0);
    let (question, option) = option_at(&rulebook, "account-age", "long-unused");
    rulebook.questions[question.at()].options[option.at()].offered =
        loan_checkup::engine::SymptomSet::NONE;
    let line = line(&rulebook, "wording-never-shown");
    let never = figure(&line, "never shown").as_array().expect("a list of keys");
    for key in [
        "cause.loan-purpose.title",
        "remedy.pay-what-is-due.step",
        "option.account-age.long-unused",
    ] {
        assert!(never.contains(&json!(key)), "{key} is not in {never:?}");
    }
    assert!(!never.contains(&json!("cause.overdue-now.title")));
    let diagnosis = shown(&rulebook, &line, "loan-purpose");
    assert!(!is_shown(&diagnosis, cause_at(&rulebook, "loan-purpose")));
    let diagnosis = shown(&rulebook, &line, "pay-what-is-due");
    let served = cause_at(&rulebook, "overdue-now");
    let step = remedy_at(&rulebook, "pay-what-is-due");
    assert_eq!(diagnosis.first(), Some(served));
    assert!(diagnosis.plan.iter().all(|step_of| step_of.remedy != step));
}
