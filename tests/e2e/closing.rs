//! The closing list: the last look before the result.

use crate::borrower::{Borrower, CLOSING};
use crate::page::Page;
use crate::screen::{Question, Screen};
use crate::setup::on_page;

#[test]
fn the_rows_are_those_of_the_engine_and_never_more_than_the_rules_say() {
    for borrower in [undecided(), undecided().otherwise_clean()] {
        on_page(async |page| {
            let mut borrower = borrower;
            let list = to_the_list(&mut borrower, page).await;
            page.at_rest().await;
            assert!(page.find("[data-closing]").await.is_displayed().await.expect("it is there"));
            let most = usize::from(borrower.rulebook.settings.closing_rows);
            assert!((1..=most).contains(&list.questions.len()), "{list:#?}");
            assert_eq!(borrower.next_natively(page).await, Some(list.asks()));
            assert!(list.chosen().is_empty(), "{list:#?}");
            let result = borrower.walk(page).await;
            borrower.check_same_natively(page, &result).await;
        });
    }
}

#[test]
fn what_was_ticked_is_kept_on_the_way_back_and_on_again() {
    on_page(async |page| {
        let mut borrower = undecided().otherwise_clean();
        let list = to_the_list(&mut borrower, page).await;
        let ticked = tick_first(page, &list).await;
        borrower.hear_closing(page).await;
        page.go("back").await;
        let again = forward_to_the_list(page).await;
        assert_eq!((again.asks(), again.chosen()), (list.asks(), vec![ticked.clone()]));
        let next = page.go("next").await;
        if next.kind == "result" {
            borrower.check_same_natively(page, &next).await;
        }
        page.back().await;
        let again = page.asked(CLOSING).await;
        assert_eq!((again.asks(), again.chosen()), (list.asks(), vec![ticked]));
    });
}

#[test]
fn an_empty_row_denies_itself_and_answers_nothing_else() {
    on_page(async |page| {
        let mut borrower = undecided().otherwise_clean();
        let list = to_the_list(&mut borrower, page).await;
        let review = leave_and_review(page).await;
        for row in &list.questions {
            assert!(!review.question(&row.id).text.is_empty(), "{} is not listed", row.id);
        }
        borrower.hear_closing_of(&list);
        let result = page.go("back").await;
        borrower.check_firmness(page).await;
        // Of a choice between several nothing is chosen: that one is not it does not say which is.
        let row = list.questions.iter().find(|row| borrower.has_choices(&row.id));
        let id = &row.expect("a row belongs to such a question").id;
        page.go("review").await;
        let own = page.change(id).await;
        let chosen = own.question(id).options.iter().filter(|option| option.is_chosen).count();
        assert_eq!(chosen, 0, "{own:#?}");
        page.go("back").await;
        assert_eq!(page.go("back").await.causes, result.causes);
    });
}

#[test]
fn who_is_not_sure_of_one_row_denies_none() {
    on_page(async |page| {
        let mut borrower = undecided().otherwise_clean();
        let list = to_the_list(&mut borrower, page).await;
        let ticked = tick_first(page, &list).await;
        page.tap_general("unsure").await;
        let wanted = [ticked, " unsure".to_owned()];
        page.until(|screen| screen.chosen() == wanted).await;
        borrower.hear_closing(page).await;
        let next = page.go("next").await;
        page.back().await;
        assert_eq!(page.asked(CLOSING).await.chosen(), wanted);
        page.go("next").await;
        if next.kind == "result" {
            borrower.check_same_natively(page, &next).await;
            borrower.check_firmness(page).await;
        }
        let review = page.go("review").await;
        let first = &harmless(&list).id;
        let other = list.questions.iter().find(|row| row.id != *first).expect("there are two");
        let unsure = review.question(&other.id).text.clone();
        page.go("restart").await;
        let mut denying = undecided().otherwise_clean();
        to_the_list(&mut denying, page).await;
        let denied = leave_and_review(page).await;
        assert_ne!(denied.question(&other.id).text, unsure);
    });
}

#[test]
fn an_answer_of_the_list_is_changed_on_a_screen_of_its_own() {
    on_page(async |page| {
        let mut borrower = undecided().otherwise_clean();
        let list = to_the_list(&mut borrower, page).await;
        let row = harmless(&list);
        tick_first(page, &list).await;
        let review = leave_and_review(page).await;
        let own = page.change(&row.id).await;
        assert_ne!(own.id, CLOSING);
        assert!(
            own.chosen().contains(&[row.id.as_str(), &row.options[0].id].join(" ")),
            "{own:#?}"
        );
        let back = page.go("back").await;
        assert_eq!(back.question(&row.id).text, review.question(&row.id).text);
    });
}

/// Nobody asks about surety where the interview ends before; who stands surety can say it all the same.
#[test]
fn what_nobody_asked_is_said_under_the_fold_and_what_is_left_empty_there_says_nothing() {
    on_page(async |page| {
        let mut borrower = undecided().otherwise_clean();
        let list = to_the_list(&mut borrower, page).await;
        page.find(".further > summary").await.click().await.expect("it can be clicked");
        let opened = page.until(|screen| screen.questions.len() > list.questions.len()).await;
        page.tap_option("surety", "yes").await;
        page.until(|screen| screen.chosen() == ["surety yes"]).await;
        let review = leave_and_review(page).await;
        assert!(!review.question("surety").text.is_empty(), "{review:#?}");
        for row in &opened.questions {
            let is_said = review.questions.iter().any(|answer| answer.id == row.id);
            let is_listed = list.questions.iter().any(|listed| listed.id == row.id);
            assert!(is_listed || row.id == "surety" || !is_said, "{} was left empty", row.id);
        }
    });
}

/// A borrower of whom it is not clear at the end what it is.
fn undecided() -> Borrower {
    Borrower::who_says(&[("symptom", "one-yuan-cap")])
}

async fn to_the_list(borrower: &mut Borrower, page: &Page) -> Screen {
    borrower.walk_to(page, |screen| screen.id == CLOSING).await
}

async fn forward_to_the_list(page: &Page) -> Screen {
    let mut screen = page.screen().await;
    while screen.id != CLOSING {
        screen = page.go("next").await;
    }
    screen
}

/// The first row that does not end in the warning.
fn harmless(list: &Screen) -> &Question {
    let is_harmless = |row: &&Question| row.id != "fee-taken";
    list.questions.iter().find(is_harmless).expect("there is another row")
}

/// Ticks the first row that does not end in the warning; gives it as it then counts among what is chosen.
async fn tick_first(page: &Page, list: &Screen) -> String {
    let row = harmless(list);
    let option = &row.options[0].id;
    page.tap_option(&row.id, option).await;
    let ticked = [row.id.as_str(), option].join(" ");
    page.until(|screen| screen.chosen() == [ticked.as_str()]).await;
    ticked
}

async fn leave_and_review(page: &Page) -> Screen {
    page.go("next").await;
    page.go("review").await
}
