//! Lists of yes-or-no facts: what an empty row means.

use crate::borrower::Borrower;
use crate::page::Page;
use crate::screen::{Question, Screen};
use crate::setup::on_page;

#[test]
fn an_empty_row_is_a_denial_and_a_list_that_is_not_sure_denies_nothing() {
    on_page(async |page| {
        let list = to_a_list(page).await;
        let (first, row) = (&list.questions[0].id, list.questions.last().expect("it has rows"));
        page.go("next").await;
        let denied = to_the_review(page).await;
        let again = page.change(first).await;
        assert!(again.chosen().is_empty(), "{:?}", again.chosen());
        page.tap_general("unsure").await;
        page.tap_option(&row.id, &row.options[0].id).await;
        page.go("next").await;
        let unsure = to_the_review(page).await;
        for id in list.question_ids() {
            assert_ne!(unsure.question(id).text, denied.question(id).text, "{id} reads the same");
        }
        let again = page.change(first).await;
        assert_eq!(again.chosen(), [chosen(row), " unsure".to_owned()]);
    });
}

#[test]
fn a_list_says_to_the_engine_what_was_meant() {
    for borrower in [Borrower::who_says(&SAYS), Borrower::who_says(&SAYS).otherwise_clean()] {
        on_page(async |page| {
            let mut borrower = borrower;
            borrower.walk_to(page, |screen| screen.kind == "question" && screen.is_list()).await;
            let result = borrower.walk(page).await;
            borrower.check_same_natively(page, &result).await;
        });
    }
}

#[test]
fn a_ticked_row_can_be_taken_back() {
    on_page(async |page| {
        let list = to_a_list(page).await;
        let row = &list.questions[0];
        page.tap_option(&row.id, &row.options[0].id).await;
        page.until(|screen| screen.chosen() == [chosen(row)]).await;
        page.tap_option(&row.id, &row.options[0].id).await;
        page.until(|screen| screen.chosen().is_empty()).await;
    });
}

const SAYS: [(&str, &str); 3] =
    [("symptom", "one-yuan-cap"), ("just-repaid", "yes"), ("other-accounts", "several")];

/// Goes to the first list of facts.
async fn to_a_list(page: &Page) -> Screen {
    let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]);
    borrower.walk_to(page, |screen| screen.kind == "question" && screen.is_list()).await
}

/// What is chosen where only this row is ticked.
fn chosen(row: &Question) -> String {
    [row.id.as_str(), &row.options[0].id].join(" ")
}

async fn to_the_review(page: &Page) -> Screen {
    match page.screen().await {
        review if review.kind == "review" => review,
        _ => page.go("review").await,
    }
}
