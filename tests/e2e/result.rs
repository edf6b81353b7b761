//! What the result says of itself: how firm it is, why, why not something else, what would change it.

use std::collections::BTreeSet;

use loan_checkup::engine::{CauseIx, Grade, Interview, Strength, diagnose, what_if};
use serde_json::{Value, json};

use crate::borrower::Borrower;
use crate::page::Page;
use crate::setup::on_page;

/// For each reason the weights of its lines and their sum, as written.
const READ_BALANCES: &str = "
    const weights = (card, hook) => [...card.querySelectorAll(`[${hook}]`)].map((line) => line.getAttribute(hook));
    return [...root.querySelectorAll('[data-cause]')].map((card) => ({
        cause: card.dataset.cause, weights: weights(card, 'data-weight'), sums: weights(card, 'data-sum') }));";

const READ_NOT_SHOWN: &str =
    "return [...root.querySelectorAll('[data-not-shown]')].map((each) => each.dataset.notShown);";

const READ_WHAT_IF: &str = "
    const fold = root.querySelector('[data-what-if]');
    return fold && [Number(fold.dataset.changes), fold.dataset.whatIf];";

const READ_TOLD_APART: &str =
    "return [...root.querySelectorAll('[data-tells]')].map((each) => each.dataset.tells);";

#[test]
fn a_result_had_early_names_what_could_change_it() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("page-message", "system-busy")]);
        borrower.walk_to(page, |screen| screen.has_action("finish")).await;
        page.go("finish").await;
        assert_eq!(borrower.check_firmness(page).await, Grade::Open);
    });
}

#[test]
fn a_result_that_no_single_answer_moves_says_so() {
    check_grade(&[("symptom", "limit-gone"), ("authorisation", "withdrawn")], Grade::Steady);
}

#[test]
fn a_settled_first_reason_says_so() {
    check_grade(
        &[
            ("symptom", "application-refused"),
            ("page-message", "overdue-shown"),
            ("overdue-history", "overdue-now"),
        ],
        Grade::FirstSettled,
    );
}

#[test]
fn a_settled_result_says_so_and_offers_nothing_more_to_answer() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "money-not-arrived"), ("page-message", "paying-out")])
                .otherwise_clean();
        let mut result = borrower.walk(page).await;
        while result.has_action("continue") {
            assert!(borrower.check_firmness(page).await < Grade::Settled);
            page.go("continue").await;
            result = borrower.walk(page).await;
        }
        assert_eq!(borrower.check_firmness(page).await, Grade::Settled);
    });
}

#[test]
fn where_nothing_is_known_it_is_said_what_would_help() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
        let result = borrower.walk(page).await;
        assert_eq!(result.outcome, "not-enough-known");
        borrower.check_firmness(page).await;
        let what_if = page.run(READ_WHAT_IF, Vec::new()).await;
        assert_eq!(what_if, Value::Null, "there is nothing to change");
        check_not_shown(&borrower, page).await;
    });
}

#[test]
fn a_warning_has_no_grade_and_nothing_to_change() {
    on_page(async |page| {
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        let count = "return root.querySelectorAll('[data-grade], [data-what-if], [data-not-shown]').length;";
        assert_eq!(page.run(count, Vec::new()).await, 0);
    });
}

#[test]
fn what_speaks_for_and_against_a_reason_adds_up_exactly() {
    for says in [
        &[
            ("symptom", "one-yuan-cap"),
            ("other-loans", "five-or-more"),
            ("limit-use", "mostly-used"),
        ],
        &[
            ("symptom", "one-yuan-cap"),
            ("phone-number-change", "within-7-days"),
            ("phone-number-match", "code-to-old-number"),
        ],
        &[
            ("symptom", "application-refused"),
            ("page-message", "assessment-failed"),
            ("recent-applications", "four-or-more"),
        ],
    ] {
        on_page(async |page| {
            let mut borrower = Borrower::who_says(says).otherwise_clean();
            borrower.walk(page).await;
            let native = borrower.native(page.day().await);
            let balances = page.run(READ_BALANCES, Vec::new()).await;
            let balances = balances.as_array().expect("a list of reasons");
            assert_eq!(balances.len(), native.findings.len());
            for (balance, finding) in balances.iter().zip(&native.findings) {
                if finding.strength == Strength::Settled {
                    continue;
                }
                let sums = tenths(&balance["sums"]);
                assert_eq!(sums, [native.assessment(finding.cause).support.tenths()], "{balance}");
                let weights = tenths(&balance["weights"]);
                assert!(weights.len() > 1, "{balance}");
                assert_eq!(weights.iter().sum::<i32>(), sums[0], "{balance}");
            }
        });
    }
}

#[test]
fn for_every_cause_that_is_not_shown_it_is_said_why_not() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("other-loans", "five-or-more")])
                .otherwise_clean();
        borrower.walk(page).await;
        check_not_shown(&borrower, page).await;
    });
}

#[test]
fn the_smallest_change_is_told_where_there_is_one() {
    let card = [("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")];
    check_what_if(&card, true);
}

#[test]
fn where_nothing_can_be_changed_that_is_told() {
    check_what_if(&[("symptom", "money-not-arrived"), ("page-message", "paying-out")], false);
}

#[test]
fn a_question_says_which_reasons_it_tells_apart() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
        let screen = borrower.walk_to(page, |screen| screen.has_action("finish")).await;
        let answers = borrower.heard();
        let diagnosis = diagnose(&borrower.rulebook, &answers, page.day().await);
        let interview = Interview::new(&borrower.rulebook, &answers, &diagnosis);
        let mut questions = screen.question_ids();
        questions.dedup();
        let told: Vec<String> = questions
            .into_iter()
            .map(|id| {
                let at = borrower.rulebook.find_question(id).expect("the rulebook has it");
                let causes: Vec<CauseIx> = interview.tells_apart(at).into_iter().take(3).collect();
                borrower.causes(&causes).join(" ")
            })
            .filter(|told| !told.is_empty())
            .collect();
        assert!(!told.is_empty(), "{} tells nothing apart", screen.id);
        assert_eq!(page.run(READ_TOLD_APART, Vec::new()).await, json!(told));
    });
}

#[test]
fn one_event_is_read_as_one_reason() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[
            ("symptom", "one-yuan-cap"),
            ("phone-number-change", "within-7-days"),
            ("phone-number-match", "code-to-old-number"),
            ("device-or-place", "new-handset"),
        ])
        .otherwise_clean();
        let result = borrower.walk(page).await;
        let native = borrower.native(page.day().await);
        let events =
            ["phone-number-changed", "unusual-device-or-place", "security-hold"].map(str::to_owned);
        let folded: BTreeSet<String> =
            borrower.causes(&native.findings[0].causes().collect::<Vec<_>>()).into_iter().collect();
        assert!(folded.is_superset(&BTreeSet::from(events.clone())), "{folded:?}");
        let read = result.causes.iter().filter(|cause| events.contains(cause)).count();
        assert_eq!(read, 1, "{:?}", result.causes);
        check_not_shown(&borrower, page).await;
    });
}

/// Walks to the result, which is as firm as that; everything not said is clean.
fn check_grade(says: &[(&str, &str)], grade: Grade) {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(says).otherwise_clean();
        let result = borrower.walk(page).await;
        assert_eq!(borrower.check_firmness(page).await, grade);
        assert!(result.has_action("continue"), "{result:#?}");
    });
}

/// Walks to the result, of which the smallest change is what the native engine says.
fn check_what_if(says: &[(&str, &str)], is_there: bool) {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(says).otherwise_clean();
        borrower.walk(page).await;
        let native = what_if(&borrower.rulebook, &borrower.native(page.day().await));
        assert_eq!(native.is_some(), is_there, "{native:?}");
        let told = native.map_or((0, String::new()), |change| {
            let first: Vec<CauseIx> = change.first.into_iter().collect();
            (change.changes.len(), borrower.causes(&first).concat())
        });
        assert_eq!(page.run(READ_WHAT_IF, Vec::new()).await, json!(told));
    });
}

/// Every cause is either a reason, part of one, or among those that are not shown.
async fn check_not_shown(borrower: &Borrower, page: &Page) {
    let native = borrower.native(page.day().await);
    let shown: Vec<CauseIx> = native.findings.iter().flat_map(|each| each.causes()).collect();
    let shown: BTreeSet<String> = borrower.causes(&shown).into_iter().collect();
    let all = borrower.rulebook.causes.iter().map(|cause| cause.id.to_string());
    let rest: BTreeSet<String> = all.filter(|cause| !shown.contains(cause)).collect();
    let told = page.run(READ_NOT_SHOWN, Vec::new()).await;
    let mut told: Vec<String> = serde_json::from_value(told).expect("ids of causes");
    told.sort();
    assert_eq!(told, rest.into_iter().collect::<Vec<_>>());
}

/// Decibans, as written, in tenths.
fn tenths(written: &Value) -> Vec<i32> {
    let written = written.as_array().expect("a list of weights");
    written
        .iter()
        .map(|weight| {
            let text = weight.as_str().expect("a text");
            let (whole, tenth) = text.split_once('.').expect("one decimal place");
            assert_eq!(tenth.len(), 1, "{text}");
            [whole, tenth].concat().parse().expect("a number")
        })
        .collect()
}
