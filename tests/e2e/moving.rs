//! Back, restart and reload.

use serde_json::json;

use crate::borrower::Borrower;
use crate::given;
use crate::page::Page;
use crate::screen::Screen;
use crate::setup::on_page;

#[test]
fn back_keeps_the_answers() {
    on_page(async |page| {
        let there = first_screens(page).await;
        for screen in there.iter().rev() {
            let again = page.go("back").await;
            assert_eq!((&again.id, again.chosen()), (&screen.id, screen.chosen()));
        }
        for screen in &there {
            let again = page.screen().await;
            assert_eq!((&again.id, again.chosen()), (&screen.id, screen.chosen()));
            page.go("next").await;
        }
    });
}

#[test]
fn the_browsers_own_way_back_goes_back_in_the_interview() {
    on_page(async |page| {
        let there = first_screens(page).await;
        for screen in there.iter().rev() {
            page.back().await;
            let again = page.asked(&screen.id).await;
            assert_eq!(again.chosen(), screen.chosen());
            assert_eq!(page.address().await, page.server.address());
        }
        // And on again from there, so that nothing of it is used up.
        page.go("next").await;
        page.back().await;
        page.asked("symptom").await;
    });
}

#[test]
fn the_browsers_own_way_back_leads_from_the_result_to_the_last_question() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "money-not-arrived")]).otherwise_clean();
        let result = borrower.walk(page).await;
        page.back().await;
        let last = page.after(&result).await;
        assert_eq!(Some(&last.id), borrower.asked.last());
        let again = page.go("next").await;
        assert_eq!(again.causes, result.causes);
    });
}

#[test]
fn restart_forgets_every_answer() {
    on_page(async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "limit-gone"), ("page-message", "upgrading")]);
        let result = borrower.walk(page).await;
        assert_eq!(result.kind, "result");
        let start = page.go("restart").await;
        assert_eq!(start.id, "symptom");
        assert!(start.chosen().is_empty() && !start.has_action("back"), "{start:#?}");
        let signs = page.choose("symptom", "one-yuan-cap").await;
        assert!(signs.chosen().is_empty(), "{signs:#?}");
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom"]);
    });
}

#[test]
fn reload_starts_afresh_and_nothing_is_stored() {
    on_page(async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "payout-failed")]).otherwise_clean();
        borrower.walk(page).await;
        check_nothing_stored(page).await;
        let start = page.reload().await;
        assert_eq!(start.id, "symptom");
        assert!(start.chosen().is_empty(), "{start:#?}");
        check_nothing_stored(page).await;
    });
}

/// Answers the first screens and stands at the one behind them.
async fn first_screens(page: &Page) -> Vec<Screen> {
    let mut answered = Vec::new();
    page.tap_option("symptom", "one-yuan-cap").await;
    let signs = page.asked("warning-signs").await;
    page.go("back").await;
    answered.push(page.screen().await);
    page.go("next").await;
    page.tap_option("warning-signs", "none").await;
    answered.push(page.until(|screen| screen.chosen() == ["warning-signs none"]).await);
    let message = page.go("next").await;
    assert!(message.is_after(&signs));
    page.choose("page-message", "system-busy").await;
    page.go("back").await;
    answered.push(page.screen().await);
    page.go("next").await;
    answered
}

/// Nothing but the files of the page is kept: no answer.
async fn check_nothing_stored(page: &Page) {
    let script = "
        const done = arguments[arguments.length - 1];
        const bases = indexedDB.databases ? indexedDB.databases() : [];
        const opened = caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))));
        const kept = opened.then((all) => Promise.all(all.map(async (cache) => cache.keys())));
        Promise.all([bases, kept]).then(([bases, kept]) => done([
            localStorage.length, sessionStorage.length, document.cookie.length,
            JSON.stringify(history.state) === 'null' ? 0 : 1, bases.length,
            kept.flat().map(({ url }) => new URL(url).pathname.slice(1) || 'index.html'),
        ]));";
    let stored = page.run_async(script, Vec::new()).await;
    let files: Vec<String> = serde_json::from_value(stored[5].clone()).expect("there are files");
    assert_eq!(stored, json!([0, 0, 0, 0, 0, files]));
    for file in files {
        assert!(given::path("DIST").join(&file).is_file(), "{file} is kept");
    }
}
