//! The list of answers, from which each can be changed.

use std::collections::BTreeSet;

use crate::borrower::{Borrower, CLOSING};
use crate::page::Page;
use crate::screen::Screen;
use crate::setup::on_page;

/// Says whether the result tells what a change did to it.
const TELLS_CHANGE: &str =
    "return Boolean(root.querySelector('[data-screen=result] [role=status]')?.textContent);";

#[test]
fn a_changed_answer_leaves_the_others_and_the_result_says_what_changed() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[
            ("symptom", "one-yuan-cap"),
            ("phone-number-change", "within-7-days"),
        ])
        .otherwise_clean();
        let before = borrower.walk(page).await;
        assert!(!tells_change(page).await, "a change is told of before there is one");
        let review = page.go("review").await;
        let mut number = page.change("phone-number-change").await;
        assert!(
            number.chosen().contains(&"phone-number-change within-7-days".to_owned()),
            "{number:#?}"
        );
        page.tap_option("phone-number-change", "no-change").await;
        borrower.hear(&[("phone-number-change", "no-change")]);
        number = page.until(|screen| screen.is_after(&number)).await;
        let after = if number.is_question() { borrower.walk(page).await } else { number };
        assert_eq!(after.kind, "result");
        assert_ne!(after.causes.first(), before.causes.first());
        assert!(tells_change(page).await, "nothing is said of the change");
        borrower.check_same_natively(page, &after).await;
        let changed = page.go("review").await;
        for row in &review.questions {
            let is_kept = changed.question(&row.id).text == row.text;
            assert_eq!(is_kept, row.id != "phone-number-change", "{}", row.id);
        }
    });
}

#[test]
fn the_list_of_answers_has_every_question_that_was_answered() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "application-refused")]).otherwise_clean();
        let mut answered = Vec::new();
        let mut closing = BTreeSet::new();
        let mut screen = page.screen().await;
        while screen.is_question() {
            let mut ids: Vec<String> =
                screen.question_ids().into_iter().map(str::to_owned).collect();
            ids.dedup();
            match screen.id.as_str() {
                CLOSING => closing.extend(ids),
                _ => answered.extend(ids),
            }
            screen = borrower.answer(page, &screen).await;
        }
        let review = page.go("review").await;
        let ids = review.question_ids();
        let (first, last) = ids.split_at(answered.len());
        assert_eq!(first, answered);
        // One question may have several rows of the closing list.
        assert_eq!(last.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>(), closing);
        assert_eq!(last.len(), closing.len(), "a question stands twice");
        let result = page.go("back").await;
        assert_eq!(result.causes, screen.causes);
    });
}

#[test]
fn an_answer_opened_by_mistake_can_be_left_as_it_is() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "payout-failed")]).otherwise_clean();
        borrower.walk(page).await;
        let review = page.go("review").await;
        page.change("page-message").await;
        let again = page.go("back").await;
        assert_eq!(again.kind, "review");
        let texts = |screen: &Screen| -> Vec<String> {
            screen.questions.iter().map(|row| row.text.clone()).collect()
        };
        assert_eq!(texts(&again), texts(&review));
    });
}

#[test]
fn the_way_back_from_the_list_leads_to_where_it_was_opened() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("page-message", "system-busy")]);
        borrower.walk_to(page, |screen| screen.has_action("finish")).await;
        let message = page.go("back").await;
        page.go("review").await;
        assert_eq!(page.go("back").await.id, message.id);
        page.go("next").await;
        page.go("finish").await;
        page.go("review").await;
        assert_eq!(page.go("back").await.kind, "result");
    });
}

#[test]
fn after_a_change_in_the_middle_back_leads_to_the_question_before() {
    on_page(async |page| {
        page.choose("symptom", "one-yuan-cap").await;
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        page.go("review").await;
        page.change("symptom").await;
        let message = page.choose("symptom", "application-refused").await;
        assert_eq!(message.id, "page-message");
        assert_eq!(page.go("back").await.id, "warning-signs");
    });
}

#[test]
fn another_symptom_sets_answers_aside_and_no_way_back_shows_an_empty_screen() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "money-not-arrived"), ("waited", "over-3-days")])
                .otherwise_clean();
        borrower.walk_to(page, |screen| screen.question_ids().contains(&"waited")).await;
        borrower.walk(page).await;
        page.go("review").await;
        page.change("symptom").await;
        page.choose("symptom", "limit-gone").await;
        borrower.hear(&[("symptom", "limit-gone")]);
        let result = borrower.walk(page).await;
        borrower.check_same_natively(page, &result).await;
        let review = page.go("review").await;
        assert!(
            review.question_ids().contains(&"waited"),
            "the answer is lost: {:?}",
            review.question_ids()
        );
        let mut screen = page.go("back").await;
        while screen.id != "symptom" {
            page.back().await;
            screen = page.after(&screen).await;
            assert!(
                !screen.is_question() || !screen.questions.is_empty(),
                "{} is empty",
                screen.id
            );
        }
    });
}

async fn tells_change(page: &Page) -> bool {
    page.run(TELLS_CHANGE, Vec::new()).await == true
}
