//! What must hold before anything else, asked of the program that people run.

use loan_checkup::engine::Rulebook;
use loan_checkup::shipped;
use serde_json::Value;

use crate::borrower::{Borrower, Spotless, explain, symptoms};

#[test]
fn a_number_changed_this_week_and_codes_to_the_old_one_come_first() {
    check(
        &[
            ("symptom", "one-yuan-cap"),
            ("phone-number-change", "within-7-days"),
            ("phone-number-match", "code-to-old-number"),
        ],
        "phone-number-changed",
    );
}

#[test]
fn a_lost_receiving_card_comes_first_where_the_payout_failed() {
    check(
        &[("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")],
        "receiving-card-unusable",
    );
}

#[test]
fn many_loans_are_named_and_nobody_is_told_to_apply_again() {
    let result = explain(&Borrower::who_says(&[
        ("symptom", "one-yuan-cap"),
        ("other-loans", "five-or-more"),
        ("recent-applications", "four-or-more"),
        ("borrow-to-repay", "yes"),
    ]));
    let causes = causes(&result);
    for cause in ["many-loans", "many-applications"] {
        assert!(causes.iter().take(3).any(|found| found == cause), "{cause} is not in {causes:?}");
    }
    let steps: Vec<&Value> = result["plan"].as_array().into_iter().flatten().collect();
    let ids: Vec<&str> = steps.iter().filter_map(|step| step["remedy"].as_str()).collect();
    assert!(ids.contains(&"stop-applying"), "the plan {ids:?} does not say to stop");
    for again in ["choose-another-own-card", "redo-check-once", "sign-authorisation-again"] {
        assert!(!ids.contains(&again), "the plan says {again}");
    }
    assert!(
        steps.iter().all(|step| step["touches-credit"] == false),
        "a step touches the credit file"
    );
}

#[test]
fn being_asked_to_pay_stops_everything_else() {
    check_stop(&[("symptom", "payout-failed"), ("warning-signs", "asked-to-pay")]);
}

#[test]
fn every_warning_sign_alone_stops_for_every_symptom() {
    let rulebook = shipped::rulebook();
    let signs = rulebook.find_question("warning-signs").expect("a contract");
    for symptom in symptoms(&rulebook) {
        for sign in rulebook.question(signs).options.iter().filter(|sign| &*sign.id != "none") {
            check_stop(&[("symptom", symptom), ("warning-signs", &sign.id)]);
        }
    }
}

#[test]
fn a_page_that_wants_money_to_unfreeze_stops_for_every_symptom() {
    for symptom in symptoms(&shipped::rulebook()) {
        check_stop(&[("symptom", symptom), ("page-message", "frozen-pay-to-unfreeze")]);
    }
}

#[test]
fn a_warning_sign_stops_whatever_else_is_said() {
    let rulebook = shipped::rulebook();
    for symptom in symptoms(&rulebook) {
        let spotless = Borrower::spotless(&rulebook, symptom, Spotless::First);
        let scared = spotless.and("warning-signs", "told-to-transfer");
        assert_eq!(explain(&scared)["outcome"], "stop-scam", "{symptom}");
    }
}

#[test]
fn the_symptom_alone_is_not_enough() {
    for symptom in symptoms(&shipped::rulebook()) {
        let result = explain(&Borrower::who_says(&[("symptom", symptom)]));
        assert_eq!(result["outcome"], "not-enough-known", "{symptom}");
        assert_eq!(result["findings"], Value::Array(Vec::new()), "{symptom}");
        assert!(result["plan"].as_array().is_some_and(|plan| !plan.is_empty()), "{symptom}");
    }
}

#[test]
fn a_busy_message_comes_first_where_all_else_is_clean() {
    check_spotless("page-message", "system-busy", "service-busy");
}

#[test]
fn a_new_account_comes_first_where_all_else_is_clean() {
    check_spotless("account-age", "under-3-months", "new-account");
}

/// The first reason is the cause.
#[track_caller]
fn check(said: &[(&str, &str)], first: &str) {
    let result = explain(&Borrower::who_says(said));
    assert_eq!(causes(&result).first().map(String::as_str), Some(first), "{result:#}");
}

/// The warning is all that is shown.
#[track_caller]
fn check_stop(said: &[(&str, &str)]) {
    let result = explain(&Borrower::who_says(said));
    assert_eq!(result["outcome"], "stop-scam", "{said:?}");
    assert_eq!(result["next-screen"], Value::Null, "{said:?}");
    for cause in causes(&result) {
        assert!(["loan-scam", "account-takeover"].contains(&&*cause), "{said:?} shows {cause}");
    }
    let steps = result["plan"].as_array().expect("a plan");
    assert_eq!(steps.first().map(|step| &step["who"]), Some(&"police".into()), "{said:?}");
}

/// With this answer and everything else clean the cause is first, wherever it is in question and the answer is offered.
#[track_caller]
fn check_spotless(question: &str, option: &str, cause: &str) {
    let rulebook = shipped::rulebook();
    let mut checked = 0;
    for symptom in symptoms(&rulebook) {
        if !is_offered(&rulebook, symptom, question, option, cause) {
            continue;
        }
        for which in [Spotless::First, Spotless::Last] {
            let borrower = Borrower::spotless(&rulebook, symptom, which).and(question, option);
            let result = explain(&borrower);
            let first = causes(&result).first().cloned();
            assert_eq!(
                first.as_deref(),
                Some(cause),
                "{symptom}, {which:?}: {:?}",
                causes(&result)
            );
            checked += 1;
        }
    }
    assert!(checked > 0, "`{option}` is offered for no symptom");
}

fn is_offered(
    rulebook: &Rulebook,
    symptom: &str,
    question: &str,
    option: &str,
    cause: &str,
) -> bool {
    let symptom = rulebook.question(rulebook.symptom).option(symptom);
    let at = rulebook.find_question(question).expect("the test names a question");
    let question = rulebook.question(at);
    let option = question.option(option).expect("the test names an option");
    let cause =
        rulebook.causes.iter().find(|known| &*known.id == cause).expect("the test names a cause");
    question.applies.has(symptom)
        && question.options[option.at()].offered.has(symptom)
        && cause.prior(symptom).is_some()
}

/// The causes among the findings, in order; a folded one stands behind the one it is folded into.
fn causes(result: &Value) -> Vec<String> {
    let findings = result["findings"].as_array().into_iter().flatten();
    findings
        .flat_map(|finding| {
            let also = finding["also"].as_array().into_iter().flatten();
            core::iter::once(&finding["cause"]).chain(also)
        })
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
