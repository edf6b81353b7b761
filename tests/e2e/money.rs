//! Amounts, as people type them.

use crate::borrower::Borrower;
use crate::page::Page;
use crate::screen::{Field, Screen};
use crate::setup::on_page;

const FIELDS: [&str; 2] = ["monthly-repayments", "monthly-income"];

#[test]
fn an_amount_that_cannot_be_read_stays_with_a_message_beside_it() {
    on_page(async |page| {
        to_the_amounts(page).await;
        let before = field(&page.screen().await).explained.clone();
        page.type_amount(FIELDS[1], "8000").await;
        for text in ["abc", "-5", "1e9", "999999999999"] {
            page.type_amount(FIELDS[0], text).await;
            page.tap_action("next").await;
            let screen = page.until(|screen| field(screen).is_refused).await;
            let refused = field(&screen);
            assert_eq!(refused.text, text);
            assert_ne!(refused.explained, before, "no message beside {text}");
            assert!(
                !refused.explained.contains(&String::new()),
                "{refused:?} is described by nothing"
            );
            assert!(!screen.question("repayment-burden").fields[1].is_refused);
        }
        page.type_amount(FIELDS[0], "3000").await;
        let next = page.go("next").await;
        assert_ne!(next.id, "burden");
    });
}

#[test]
fn separators_and_full_width_digits_are_read() {
    on_page(async |page| {
        let mut borrower = to_the_amounts(page).await;
        for text in ["8,000", "８０００", "8000", "８，０００．００", "¥8000", " 8 000 元"]
        {
            page.type_amount(FIELDS[0], text).await;
            page.type_amount(FIELDS[1], "10000").await;
            page.go("next").await;
            borrower.hear(&[(FIELDS[0], "8000"), (FIELDS[1], "10000")]);
            let result = borrower.walk(page).await;
            borrower.check_same_natively(page, &result).await;
            page.go("review").await;
            let amounts = page.change("repayment-burden").await;
            let values =
                amounts.question("repayment-burden").fields.iter().map(|field| field.text.clone());
            assert_eq!(values.collect::<Vec<_>>(), [text, "10000"], "what was typed is not kept");
        }
    });
}

#[test]
fn empty_fields_are_no_answer_and_no_error() {
    on_page(async |page| {
        let mut borrower = to_the_amounts(page).await;
        page.go("next").await;
        borrower.hear(&[("repayment-burden", "unsure")]);
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
    });
}

#[test]
fn amounts_of_the_limit_tell_a_cap_from_a_hint() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[
            ("symptom", "one-yuan-cap"),
            ("shown-limit", "20000"),
            ("largest-accepted", "1"),
        ])
        .otherwise_clean();
        borrower.walk(page).await;
        // Asked as bands on the closing list, if not on its own screen.
        page.go("review").await;
        let amounts = page.change("limit-amounts").await;
        borrower.forget("limit-amounts");
        borrower.answer(page, &amounts).await;
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
    });
}

/// Somebody who is asked for the amounts.
const IN_DEBT: [(&str, &str); 2] = [("symptom", "payout-failed"), ("other-loans", "five-or-more")];

/// Goes to the amounts of repayments and income, past the result if they are asked only then.
pub(crate) async fn to_the_amounts(page: &Page) -> Borrower {
    let mut borrower = Borrower::who_says(&IN_DEBT);
    borrower.walk_to(page, |screen| screen.id == "burden").await;
    borrower
}

/// The first of the two amounts.
#[track_caller]
fn field(screen: &Screen) -> &Field {
    &screen.question("repayment-burden").fields[0]
}
