//! What people met who told of it: the answers they would give, and what must be true of what they read then.

use loan_checkup::shipped;
use serde_json::Value;

use crate::borrower::{Borrower, explain};

#[test]
fn an_expired_card_is_renewed_before_it_is_uploaded_under_every_symptom() {
    for symptom in SYMPTOMS {
        let told = told(&[("symptom", symptom), ("identity-document", "expired")]);
        let steps = steps(&told);
        if steps.contains(&"update-identity-document".to_owned()) {
            check_before(&steps, "renew-identity-card", "update-identity-document");
        }
    }
    // With the receiving card lost as well, whose steps come first.
    let told = told(&[
        ("symptom", "payout-failed"),
        ("identity-document", "expired"),
        ("receiving-card", "closed-lost-frozen"),
    ]);
    let steps = steps(&told);
    assert!(steps.contains(&"renew-identity-card".to_owned()), "{steps:?}");
    assert!(!steps.contains(&"update-identity-document".to_owned()), "{steps:?}");
}

#[test]
fn who_has_all_cards_frozen_is_not_told_to_choose_another_one_but_to_ask_who_ordered_it() {
    let told = told(&[
        ("symptom", "payout-failed"),
        ("other-functions", "limited-too"),
        ("receiving-card", "closed-lost-frozen"),
    ]);
    let steps = steps(&told);
    assert!(!steps.contains(&"choose-another-own-card".to_owned()), "{steps:?}");
    for step in ["ask-who-restricted", "show-that-it-is-a-mistake"] {
        assert!(steps.contains(&step.to_owned()), "no {step} in {steps:?}");
    }
}

#[test]
fn money_that_is_on_its_way_for_days_gets_more_help_than_on_the_first_day() {
    for message in ["paying-out", "paid-out-shown"] {
        let of = |waited| {
            told(&[("symptom", "money-not-arrived"), ("page-message", message), ("waited", waited)])
        };
        let (first_day, later) = (of("under-2-hours"), of("over-3-days"));
        assert_eq!(later["outcome"], "findings", "{message}");
        let (first_day, later) = (steps(&first_day), steps(&later));
        assert!(later.len() >= first_day.len(), "{message}: {first_day:?}, {later:?}");
        for step in ["check-bank-ledger", "ask-transfer-reference", "complain-to-institution"] {
            assert!(later.contains(&step.to_owned()), "{message}: no {step} in {later:?}");
        }
        assert!(!later.contains(&"wait-for-posting".to_owned()), "{message}: {later:?}");
    }
}

#[test]
fn who_is_in_debt_and_overdue_agrees_with_the_lender_before_paying() {
    let told = told(&[
        ("symptom", "one-yuan-cap"),
        ("overdue-history", "overdue-now"),
        ("other-loans", "five-or-more"),
        ("borrow-to-repay", "yes"),
    ]);
    check_before(&steps(&told), "agree-before-paying", "pay-what-is-due");
}

#[test]
fn waiting_for_a_repayment_to_show_is_only_for_what_was_repaid_within_days() {
    for (history, waits) in [("repaid-within-7-days", true), ("within-12-months", false)] {
        let told = told(&[("symptom", "one-yuan-cap"), ("overdue-history", history)]);
        let steps = steps(&told);
        assert_eq!(steps.contains(&"wait-for-repayment-to-show".to_owned()), waits, "{steps:?}");
    }
}

#[test]
fn who_is_overdue_and_refused_gets_a_word_on_brokers() {
    let of = |symptom| told(&[("symptom", symptom), ("overdue-history", "overdue-now")]);
    let steps_of = |symptom| steps(&of(symptom));
    assert!(steps_of("application-refused").contains(&"no-paid-broker".to_owned()));
    assert!(!steps_of("payout-failed").contains(&"no-paid-broker".to_owned()));
}

#[test]
fn nobody_is_asked_who_tells_them_what_to_choose_unless_a_warning_was_taken_back() {
    for symptom in SYMPTOMS.into_iter().chain(["unsure"]) {
        let told = told(&[("symptom", symptom), ("page-message", "unsure")]);
        let asks = |told: &Value| told["open-questions"].to_string().contains("sign-taken-back");
        assert!(!asks(&told), "{symptom}: {}", told["open-questions"]);
    }
}

#[test]
fn what_works_again_and_hit_others_too_is_no_matter_for_an_authority() {
    let told = told(&[
        ("symptom", "payout-failed"),
        ("works-later", "worked-later"),
        ("others-affected", "yes"),
        ("other-functions", "limited-too"),
    ]);
    let steps = steps(&told);
    assert!(!steps.contains(&"contact-freezing-authority".to_owned()), "{steps:?}");
}

#[test]
fn whoever_is_not_sure_of_the_symptom_is_helped_all_the_same() {
    for said in [
        ("overdue-history", "overdue-now"),
        ("other-functions", "limited-too"),
        ("page-message", "system-busy"),
    ] {
        let told = told(&[("symptom", "unsure"), said]);
        assert_eq!(told["outcome"], "findings", "{said:?}");
    }
    // Nor does a forgotten message end the asking.
    let told = told(&[("symptom", "unsure"), ("page-message", "unsure")]);
    assert!(told["next-screen"].is_string());
}

#[test]
fn a_message_about_the_card_leads_to_the_question_about_the_card() {
    let told = told(&[("symptom", "payout-failed"), ("page-message", "card-unusable")]);
    assert_eq!(told["next-screen"], "receiving-card");
}

#[test]
fn whoever_signed_or_handed_something_over_gets_steps_that_are_true_for_them() {
    for (sign, step) in [
        ("papers-handed-over", "cancel-what-was-handed-over"),
        ("helper-wanted", "say-what-was-signed"),
    ] {
        let told =
            explain(&Borrower::who_says(&[("symptom", "one-yuan-cap"), ("warning-signs", sign)]));
        assert_eq!(told["outcome"], "stop-scam", "{sign}");
        assert!(steps(&told).contains(&step.to_owned()), "{sign}");
    }
}

#[test]
fn who_is_not_sure_of_the_signs_keeps_the_step_against_fees_to_the_end() {
    let told = explain(&Borrower::who_says(&[
        ("symptom", "one-yuan-cap"),
        ("warning-signs", "unsure"),
        ("page-message", "system-busy"),
    ]));
    assert!(steps(&told).contains(&"no-fee-before-money".to_owned()));
}

#[test]
fn a_fee_that_a_platform_takes_openly_is_no_script_of_fraud() {
    for (fee, outcome) in [
        ("by-platform-openly", "not-enough-known"),
        ("by-stranger-or-first", "stop-scam"),
        ("unsure", "stop-scam"),
    ] {
        let told = explain(&Borrower::who_says(&[
            ("symptom", "one-yuan-cap"),
            ("warning-signs", "asked-to-pay"),
            ("fee-taken", fee),
        ]));
        assert_eq!(told["outcome"], outcome, "{fee}");
    }
}

#[test]
fn few_hints_at_the_lender_or_the_platform_are_no_reason() {
    let rulebook = shipped::rulebook();
    let told = told(&[("symptom", "application-refused"), ("page-message", "assessment-failed")]);
    assert_eq!(told["outcome"], "not-enough-known");
    assert!(rulebook.settings.moderate > rulebook.settings.threshold);
}

#[test]
fn what_was_never_asked_is_kept_apart_from_what_was_asked_and_clean() {
    let told =
        told(&[("symptom", "one-yuan-cap"), ("other-loans", "none"), ("borrow-to-repay", "no")]);
    let why = |cause: &str| {
        let not_shown = told["not-shown"].as_array().expect("a list");
        let of = not_shown.iter().find(|not| not["cause"] == cause);
        of.map(|not| not["reason"].clone()).expect("it is not shown")
    };
    assert_eq!(why("court-record"), "not-asked");
    assert_ne!(why("many-loans"), "not-asked");
}

const SYMPTOMS: [&str; 6] = [
    "one-yuan-cap",
    "application-refused",
    "payout-failed",
    "money-not-arrived",
    "limit-gone",
    "still-in-review",
];

/// What is told to somebody without a sign of fraud who says this and no more.
fn told(said: &[(&str, &str)]) -> Value {
    let mut all = vec![("warning-signs", "none")];
    all.extend(said);
    explain(&Borrower::who_says(&all))
}

fn steps(told: &Value) -> Vec<String> {
    let plan = told["plan"].as_array().expect("a plan");
    plan.iter().map(|step| step["remedy"].as_str().expect("an id").to_owned()).collect()
}

#[track_caller]
fn check_before(steps: &[String], one: &str, other: &str) {
    let place = |id: &str| steps.iter().position(|step| step == id);
    let (one_at, other_at) = (place(one), place(other));
    assert!(
        one_at.is_some() && other_at.is_none_or(|at| one_at < Some(at)),
        "{one}, {other}: {steps:?}"
    );
}
