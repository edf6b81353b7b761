//! The whole way from the first question to a result.

use crate::borrower::Borrower;
use crate::setup::on_page;

/// How many screens are asked at the most.
const MOST_SCREENS: usize = 12;

#[test]
fn a_number_changed_this_week_comes_first_under_the_cap_of_one_yuan() {
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
fn something_overdue_comes_first_where_the_request_is_refused() {
    check(
        &[
            ("symptom", "application-refused"),
            ("page-message", "overdue-shown"),
            ("overdue-history", "overdue-now"),
            ("other-loans", "three-or-four"),
        ],
        "overdue-now",
    );
}

#[test]
fn a_lost_card_comes_first_where_the_payout_failed() {
    check(
        &[("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")],
        "receiving-card-unusable",
    );
}

#[test]
fn a_payout_on_its_way_comes_first_where_the_money_has_not_arrived() {
    check(&[("symptom", "money-not-arrived"), ("page-message", "paying-out")], "payout-in-transit");
}

#[test]
fn a_row_of_a_list_comes_first_where_the_limit_is_gone() {
    check(&[("symptom", "limit-gone"), ("limit-lowered", "yes")], "limit-lowered-by-owner");
}

#[test]
fn who_is_not_sure_of_anything_is_told_so_and_given_steps() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
        let result = borrower.walk(page).await;
        assert_eq!(result.kind, "result");
        assert_eq!(result.outcome, "not-enough-known");
        assert!(result.causes.is_empty() && !result.remedies.is_empty(), "{result:#?}");
        assert!(borrower.asked.len() <= MOST_SCREENS, "{:?}", borrower.asked);
        borrower.check_same_natively(page, &result).await;
    });
}

#[test]
fn who_is_not_sure_of_the_symptom_either_is_given_steps() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[]);
        let result = borrower.walk(page).await;
        assert_eq!(result.outcome, "not-enough-known");
        assert!(!result.remedies.is_empty(), "{result:#?}");
        borrower.check_same_natively(page, &result).await;
    });
}

#[test]
fn the_result_can_be_had_early() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("page-message", "system-busy")]);
        borrower.walk_to(page, |screen| screen.has_action("finish")).await;
        let result = page.go("finish").await;
        assert_eq!(result.kind, "result");
        assert_eq!(result.causes.first().map(String::as_str), Some("service-busy"));
        borrower.check_same_natively(page, &result).await;
    });
}

#[test]
fn going_on_after_the_result_asks_what_is_still_open() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "limit-gone")]).otherwise_clean();
        let result = borrower.walk(page).await;
        let before = borrower.asked.clone();
        assert!(result.has_action("continue"), "{result:#?}");
        let further = page.go("continue").await;
        assert!(further.is_question() && !before.contains(&further.id), "{} again", further.id);
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
    });
}

/// Walks to the result, which is what the native engine says; everything not said is clean.
fn check(says: &[(&str, &str)], first: &str) {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(says).otherwise_clean();
        let mut screen = page.screen().await;
        while screen.is_question() {
            let native = borrower.next_natively(page).await;
            assert_eq!(native, Some(screen.asks()), "after {:?}", borrower.asked);
            screen = borrower.answer(page, &screen).await;
        }
        assert_eq!((screen.kind.as_str(), screen.outcome.as_str()), ("result", "findings"));
        assert_eq!(screen.causes.first().map(String::as_str), Some(first), "{screen:#?}");
        assert!((1..=4).contains(&screen.causes.len()), "{:?}", screen.causes);
        assert!(borrower.asked.len() <= MOST_SCREENS, "{:?}", borrower.asked);
        borrower.check_same_natively(page, &screen).await;
    });
}
