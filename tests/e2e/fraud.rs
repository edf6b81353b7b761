//! Safety before diagnosis: a sign of fraud stops everything else.

use crate::borrower::Borrower;
use crate::page::Page;
use crate::screen::Screen;
use crate::setup::on_page;

const SIGNS: [&str; 7] = [
    "asked-to-pay",
    "app-from-link",
    "screen-or-code-shared",
    "told-to-transfer",
    "papers-handed-over",
    "helper-wanted",
    "unknown-loan",
];

#[test]
fn every_warning_sign_stops_and_the_way_back_keeps_the_answers() {
    on_page(async |page| {
        page.choose("symptom", "payout-failed").await;
        for sign in SIGNS {
            page.tap_option("warning-signs", sign).await;
            let stop = page.go("next").await;
            check_stop(&stop, sign);
            let mut borrower = Borrower::who_says(&[]);
            borrower.hear(&[("symptom", "payout-failed"), ("warning-signs", sign)]);
            borrower.check_same_natively(page, &stop).await;
            let signs = page.go("back").await;
            assert_eq!(signs.id, "warning-signs");
            assert_eq!(signs.chosen(), [format!("warning-signs {sign}")]);
            page.tap_option("warning-signs", sign).await;
            page.until(|screen| screen.chosen().is_empty()).await;
        }
        let symptom = back_to_the_start(page).await;
        assert_eq!(symptom.chosen(), ["symptom payout-failed"]);
    });
}

#[test]
fn who_takes_a_sign_back_is_asked_once_why_and_keeps_a_line_of_the_warning() {
    on_page(async |page| {
        page.choose("symptom", "payout-failed").await;
        page.tap_option("warning-signs", "told-to-transfer").await;
        let stop = page.go("next").await;
        check_stop(&stop, "told-to-transfer");
        page.go("back").await;
        page.tap_option("warning-signs", "none").await;
        let why = page.go("next").await;
        assert_eq!(why.id, "sign-taken-back");
        // Somebody tells what to choose: the warning again.
        page.choose("sign-taken-back", "somebody-tells-me").await;
        check_stop(&page.screen().await, "somebody-tells-me");
        assert!(!line_is_in_sight(page).await, "a line beside the warning itself");
        page.go("back").await;
        page.choose("sign-taken-back", "own-slip").await;
        let mut screen = page.screen().await;
        assert_eq!(screen.id, "page-message");
        // From here on the line stays, the question is not asked again, and the step against fraud is the first one.
        let mut borrower = Borrower::who_says(&[]).otherwise_clean();
        borrower.hear(&[
            ("symptom", "payout-failed"),
            ("warning-signs", "none"),
            ("sign-taken-back", "own-slip"),
        ]);
        while screen.kind != "result" {
            assert!(line_is_in_sight(page).await, "no line on {}", screen.id);
            assert_ne!(screen.id, "sign-taken-back");
            screen = borrower.answer(page, &screen).await;
        }
        assert!(line_is_in_sight(page).await, "no line beside the result");
        assert_eq!(screen.remedies.first().map(String::as_str), Some("fraud-first"));
        borrower.check_same_natively(page, &screen).await;
    });
}

#[test]
fn a_new_beginning_does_not_lead_round_the_question_why() {
    on_page(async |page| {
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "app-from-link").await;
        page.go("next").await;
        page.go("back").await;
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        page.choose("sign-taken-back", "own-slip").await;
        let review = page.go("review").await;
        assert!(review.has_action("restart"));
        page.go("restart").await;
        page.choose("symptom", "limit-gone").await;
        assert_eq!(page.screen().await.id, "sign-taken-back");
    });
}

#[test]
fn from_the_warning_about_a_fee_a_question_leads_on_and_only_an_open_fee_takes_it_back() {
    for (fee, warns) in
        [("unsure", true), ("by-stranger-or-first", true), ("by-platform-openly", false)]
    {
        on_page(async |page| {
            page.choose("symptom", "payout-failed").await;
            page.tap_option("warning-signs", "asked-to-pay").await;
            check_stop(&page.go("next").await, "asked-to-pay");
            let asked = page.go("continue").await;
            assert_eq!(asked.question_ids(), ["fee-taken"]);
            let next = page.choose("fee-taken", fee).await;
            match warns {
                true => check_stop(&next, fee),
                // Whoever took the warning back is asked once whether somebody tells what to choose.
                false => assert_eq!(next.id, "sign-taken-back"),
            }
        });
    }
}

/// Whether the line is drawn that stays in sight of who took the warning back.
async fn line_is_in_sight(page: &Page) -> bool {
    let drawn = "return shown('[data-taken-back]').length === 1;";
    page.run(drawn, Vec::new()).await == serde_json::Value::Bool(true)
}

#[test]
fn a_page_that_wants_money_to_unfreeze_stops_as_well() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[
            ("symptom", "one-yuan-cap"),
            ("page-message", "frozen-pay-to-unfreeze"),
        ])
        .otherwise_clean();
        let stop = borrower.walk(page).await;
        check_stop(&stop, "frozen-pay-to-unfreeze");
        borrower.check_same_natively(page, &stop).await;
        let message = page.go("back").await;
        assert_eq!(message.chosen(), ["page-message frozen-pay-to-unfreeze"]);
    });
}

#[test]
fn the_browsers_own_way_back_leads_from_the_warning_to_the_signs() {
    on_page(async |page| {
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "told-to-transfer").await;
        let stop = page.go("next").await;
        page.back().await;
        let signs = page.after(&stop).await;
        assert_eq!(signs.chosen(), ["warning-signs told-to-transfer"]);
    });
}

/// The warning and whom to call, and nothing about the loan.
fn check_stop(stop: &Screen, sign: &str) {
    assert_eq!(stop.kind, "stop-scam", "{sign}");
    assert_eq!(stop.outcome, "stop-scam", "{sign}");
    for link in ["tel:110", "tel:96110"] {
        assert!(
            stop.links.iter().any(|known| known == link),
            "no {link} for {sign}: {:?}",
            stop.links
        );
    }
    assert!(stop.strengths.is_empty(), "a reason is weighed for {sign}");
    for cause in &stop.causes {
        assert!(
            ["loan-scam", "account-takeover"].contains(&cause.as_str()),
            "{sign} shows {cause}"
        );
    }
    let ways: &[&str] = if sign == "asked-to-pay" { &["continue", "back"] } else { &["back"] };
    assert_eq!(stop.actions, ways, "{sign}");
}

async fn back_to_the_start(page: &Page) -> Screen {
    let mut screen = page.screen().await;
    while screen.has_action("back") {
        screen = page.go("back").await;
    }
    screen
}
