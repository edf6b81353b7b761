//! What people met who told of it: the answers they would give, and what must be true of what they read then.

use loan_checkup::engine::{
    Answers, Facts, Interview, Next, QuestionIx, Rulebook, Said, replies_to,
};
use loan_checkup::shipped;
use serde_json::Value;

use crate::borrower::{Borrower, Spotless, diagnosis, explain};
use crate::folder;

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

#[test]
fn what_the_borrower_closed_or_unbound_is_asked_before_the_closing_list() {
    for (symptom, act) in [
        ("application-refused", "closed-product"),
        ("application-refused", "unbound-card"),
        ("limit-gone", "cancelled-wallet"),
        ("limit-gone", "cancelled-sister-product"),
    ] {
        let asked = asked(symptom, &[("page-message", "no-message"), ("own-act", act)]);
        assert!(asked.contains(&"own-act".to_owned()), "{symptom}, {act}: {asked:?}");
    }
}

#[test]
fn what_takes_up_an_answer_is_not_cut_off_by_what_everybody_is_told() {
    let unbound = spotless("application-refused", &[("own-act", "unbound-card")]);
    let steps = steps(&explain(&unbound));
    assert_eq!(steps.len(), 7, "no step had to be cut off: {steps:?}");
    assert!(steps.contains(&"bind-card-again".to_owned()), "{steps:?}");
}

#[test]
fn whose_code_step_breaks_is_asked_about_it_before_the_closing_list() {
    for step in ["no-code-arrives", "goes-round"] {
        let said = [("page-message", "no-message"), ("code-step", step)];
        let asked = asked("application-refused", &said);
        assert!(asked.contains(&"code-step".to_owned()), "{step}: {asked:?}");
    }
}

#[test]
fn whoever_lost_the_card_replaces_it_before_anything_else() {
    for said in [
        [("symptom", "application-refused"), ("identity-check", "face-or-photo-failed")],
        [("symptom", "one-yuan-cap"), ("phone-number-change", "no-change")],
    ] {
        let steps = steps(&told(&[said[0], said[1], ("identity-document", "lost")]));
        assert_eq!(steps.first().map(String::as_str), Some("replace-lost-card"), "{steps:?}");
        for untrue in ["check-identity-date", "redo-check-once", "renew-identity-card"] {
            assert!(!steps.contains(&untrue.to_owned()), "{untrue} in {steps:?}");
        }
    }
}

#[test]
fn a_message_about_the_document_leads_to_what_is_the_matter_with_it() {
    for symptom in SYMPTOMS.into_iter().filter(|symptom| *symptom != "money-not-arrived") {
        for message in ["complete-identity", "identity-expired"] {
            let told = told(&[("symptom", symptom), ("page-message", message)]);
            assert_eq!(told["next-screen"], "identity-list", "{symptom}, {message}");
        }
    }
}

#[test]
fn who_cleared_a_warning_by_a_fee_of_the_app_is_told_to_look_who_took_it_and_of_no_call() {
    let of = |sign, fee| {
        let said = [("warning-signs", sign), ("fee-taken", fee), ("sign-taken-back", "own-slip")];
        let said = said.into_iter().chain([("symptom", "payout-failed")]).collect::<Vec<_>>();
        steps(&explain(&Borrower::who_says(&said)))
    };
    let cleared = of("asked-to-pay", "by-platform-openly");
    assert_eq!(cleared.first().map(String::as_str), Some("ask-for-the-fee-back"), "{cleared:?}");
    assert!(!cleared.contains(&"fraud-first".to_owned()), "{cleared:?}");
    let unticked = of("none", "none");
    assert_eq!(unticked.first().map(String::as_str), Some("fraud-first"), "{unticked:?}");
}

#[test]
fn a_repaired_record_is_looked_up_whatever_the_reasons() {
    for (message, history) in
        [("credit-report-mismatch", "within-12-months"), ("no-message", "one-to-five-years")]
    {
        let told = told(&[
            ("symptom", "application-refused"),
            ("page-message", message),
            ("overdue-history", history),
            ("small-and-repaired", "yes"),
        ]);
        assert!(steps(&told).contains(&"check-the-repaired-record".to_owned()), "{message}");
    }
}

#[test]
fn whoever_is_shown_an_old_overdue_is_asked_whether_it_was_repaired() {
    let rulebook = shipped::rulebook();
    let said = [("page-message", "no-message"), ("overdue-history", "within-12-months")];
    let answers = spotless("one-yuan-cap", &said).answers(&rulebook);
    let mut asked = Answers::new();
    for at in rulebook.question_places() {
        let is_asked = rulebook.question(at).id != "small-and-repaired";
        if let Some(answer) = answers.get(at).filter(|_| is_asked) {
            asked.set(at, answer);
        }
    }
    let diagnosis = diagnosis(&rulebook, &asked);
    let rows = Interview::new(&rulebook, &asked, &diagnosis).closing_list();
    let ids = |said: &Said| rulebook.question(said.question).id.clone();
    assert!(rows.iter().map(ids).any(|id| id == "small-and-repaired"), "{rows:?}");
}

#[test]
fn a_message_that_points_to_several_causes_shows_none_of_them_by_itself() {
    for (symptom, message, said, cause) in [
        ("payout-failed", "application-withdrawn", "receiving-card", "receiving-card-unusable"),
        ("one-yuan-cap", "no-amount-available", "limit-use", "limit-used-up"),
    ] {
        let answers = spotless(symptom, &[("page-message", message)]);
        let told = explain(&answers);
        let findings = told["findings"].to_string();
        assert!(!findings.contains(cause), "{cause} beside a clean {said}: {findings}");
    }
}

#[test]
fn the_sister_app_is_named_beside_many_loans() {
    let told = told(&[
        ("symptom", "limit-gone"),
        ("page-message", "no-amount-available"),
        ("product-place", "in-sister-app"),
        ("phone-number-change", "no-change"),
        ("account-age", "over-6-months"),
        ("overdue-history", "within-12-months"),
        ("other-loans", "five-or-more"),
    ]);
    let steps = steps(&told);
    assert!(steps.contains(&"open-the-sister-app".to_owned()), "{steps:?}");
}

#[test]
fn a_card_of_somebody_else_and_an_old_number_at_the_bank_alone_get_no_step_for_another_matter() {
    let card = told(&[
        ("symptom", "money-not-arrived"),
        ("page-message", "data-mismatch"),
        ("receiving-card", "not-own"),
    ]);
    assert!(!steps(&card).contains(&"ask-bank-about-card".to_owned()));
    let number = spotless("application-refused", &[("phone-number-match", "differs-at-bank")]);
    let steps = steps(&explain(&number));
    assert!(steps.contains(&"update-number-everywhere".to_owned()), "{steps:?}");
    assert!(!steps.contains(&"update-number-in-wallet".to_owned()), "{steps:?}");
}

#[test]
fn what_the_page_says_is_nothing_that_a_borrower_changes() {
    let rulebook = shipped::rulebook();
    for question in rulebook.questions.iter().filter(|question| question.on_page) {
        assert!(question.options.iter().all(|option| option.becomes.is_none()), "{}", question.id);
    }
}

#[test]
fn what_is_still_looked_at_was_not_refused_and_is_not_looked_at_every_hour() {
    for said in [("timing", "public-holiday"), ("others-affected", "yes")] {
        let waiting = [("page-message", "in-review"), ("waited", "over-3-days"), said];
        let told = explain(&spotless("still-in-review", &waiting));
        let causes: Vec<&Value> = findings(&told).map(|finding| &finding["cause"]).collect();
        assert!(causes.iter().all(|cause| *cause != "lender-declined"), "{said:?}: {causes:?}");
        let steps = steps(&told);
        assert!(!steps.contains(&"look-once-later".to_owned()), "{said:?}: {steps:?}");
    }
}

#[test]
fn who_stands_surety_is_told_to_look_at_it_though_the_reason_is_not_known() {
    for symptom in ["one-yuan-cap", "application-refused", "payout-failed"] {
        let steps = steps(&explain(&spotless(symptom, &[("surety", "yes")])));
        assert!(steps.contains(&"look-at-guarantees".to_owned()), "{symptom}: {steps:?}");
    }
}

#[test]
fn what_was_handed_over_or_signed_comes_right_after_the_calls() {
    for (sign, step) in [
        ("papers-handed-over", "cancel-what-was-handed-over"),
        ("helper-wanted", "say-what-was-signed"),
    ] {
        let told = explain(&Borrower::who_says(&[
            ("symptom", "application-refused"),
            ("warning-signs", sign),
        ]));
        let wanted = ["stop-and-call-110", "call-bank-stop-payment", step];
        assert_eq!(steps(&told)[..3], wanted.map(str::to_owned));
    }
}

#[test]
fn who_closed_it_or_finds_it_elsewhere_is_not_told_only_to_wait() {
    for said in [("own-act", "closed-product"), ("product-place", "in-sister-app")] {
        let steps = steps(&explain(&spotless("limit-gone", &[said])));
        assert!(!steps.contains(&"wait-for-next-review".to_owned()), "{said:?}: {steps:?}");
    }
}

const SYMPTOMS: [&str; 6] = [
    "one-yuan-cap",
    "application-refused",
    "payout-failed",
    "money-not-arrived",
    "limit-gone",
    "still-in-review",
];

/// Somebody with the symptom who says this and for whom everything else is clean.
fn spotless(symptom: &str, said: &[(&str, &str)]) -> Borrower {
    let rulebook = shipped::rulebook();
    let spotless = Borrower::spotless(&rulebook, symptom, Spotless::First);
    said.iter().fold(spotless, |borrower, (name, answer)| borrower.and(name, answer))
}

/// The questions that such a borrower is asked before the closing list.
fn asked(symptom: &str, said: &[(&str, &str)]) -> Vec<String> {
    let rulebook = shipped::rulebook();
    let says = spotless(symptom, said).answers(&rulebook);
    let mut answers = Answers::new();
    while answer_next(&rulebook, &mut answers, &says) {}
    let ids = |at: QuestionIx| rulebook.question(at).id.clone();
    rulebook.question_places().filter(|at| answers.has(*at)).map(ids).collect()
}

/// Answers the next screen as somebody would who says this; false where the closing list or the result comes.
fn answer_next(rulebook: &Rulebook, answers: &mut Answers, says: &Answers) -> bool {
    let diagnosis = diagnosis(rulebook, answers);
    let interview = Interview::new(rulebook, answers, &diagnosis);
    let next = interview.next();
    if !matches!(next, Next::Ask(_)) {
        return false;
    }
    let said = Facts::new(rulebook, says, folder::day());
    let replies = replies_to(rulebook, &interview, &next, says, &said);
    for (question, answer) in replies {
        answers.set(question, answer);
    }
    true
}

/// What is told to somebody without a sign of fraud who says this and no more.
fn told(said: &[(&str, &str)]) -> Value {
    let mut all = vec![("warning-signs", "none")];
    all.extend(said);
    explain(&Borrower::who_says(&all))
}

fn findings(told: &Value) -> impl Iterator<Item = &Value> {
    told["findings"].as_array().expect("a list").iter()
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
