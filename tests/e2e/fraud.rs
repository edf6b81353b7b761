//! Safety before diagnosis: a sign of fraud stops everything else.

use crate::borrower::Borrower;
use crate::page::Page;
use crate::screen::Screen;
use crate::setup::on_page;

const SIGNS: [&str; 5] =
    ["asked-to-pay", "app-from-link", "screen-or-code-shared", "told-to-transfer", "unknown-loan"];

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
        page.tap_option("warning-signs", "none").await;
        let next = page.go("next").await;
        assert_eq!(next.id, "page-message");
        let symptom = back_to_the_start(page).await;
        assert_eq!(symptom.chosen(), ["symptom payout-failed"]);
    });
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
    assert_eq!(stop.actions, ["back"], "{sign}");
}

async fn back_to_the_start(page: &Page) -> Screen {
    let mut screen = page.screen().await;
    while screen.has_action("back") {
        screen = page.go("back").await;
    }
    screen
}
