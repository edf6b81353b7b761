//! Fingers and mice.

use std::cell::Cell;
use std::time::Duration;

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};

use crate::ability::Ability;
use crate::borrower::Borrower;
use crate::keyboard::tab_to;
use crate::page::Page;
use crate::pointer::onto;
use crate::setup::{Setup, on_page};

const COUNT_CLICKS: &str = "return window.seenByTest.clicks;";

/// Where double clicks that follow each other hit, in pixels from the middle: the driver of WebKitGTK would
/// count on where they hit the same point, whatever was clicked between.
const BESIDE: [f64; 4] = [0.0, 20.0, 40.0, 60.0];

/// Waits until two more clicks have come and what they lead to is drawn.
const WAIT_FOR_CLICKS: &str = "
    const [before, done] = arguments;
    const look = () => (window.seenByTest.clicks < before + 2
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => requestAnimationFrame(done)));
    look();";

#[test]
fn one_tap_of_a_finger_on_a_single_choice_goes_on() {
    Setup::new().needs(Ability::Touch).run(async |page| {
        page.open().await;
        let element = page.find("label:has([data-option=payout-failed])").await;
        let tap = TouchActions::new("finger".to_owned())
            .then(onto(element))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        page.point(tap).await;
        page.asked("warning-signs").await;
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom"]);
    });
}

#[test]
fn one_tap_each_answers_the_questions_on_one_screen() {
    on_page(async |page| {
        number_and_account(page).await;
        page.tap_option("account-age", "over-6-months").await;
        page.tap_option("fee-taken", "none").await;
        let half = page.screen().await;
        assert_eq!(half.id, "number-and-account");
        page.choose("phone-number-change", "no-change").await;
    });
}

#[test]
fn a_double_click_does_not_answer_the_next_screen() {
    while_fast_enough(async |page| {
        let options = ["one-yuan-cap", "payout-failed", "limit-gone", "unsure"];
        for (option, beside) in options.into_iter().zip(BESIDE) {
            double_click(page, "symptom", option, beside).await?;
            let signs = page.until(|screen| screen.id == "warning-signs").await;
            assert!(
                signs.chosen().is_empty(),
                "a double click on {option} ticks {:?}",
                signs.chosen()
            );
            page.go("back").await;
        }
        Ok(())
    });
}

#[test]
fn a_double_click_on_a_single_choice_does_not_go_on_twice() {
    while_fast_enough(async |page| {
        page.choose("symptom", "one-yuan-cap").await;
        page.tap_option("warning-signs", "none").await;
        let message = page.go("next").await;
        for (option, beside) in ["system-busy", "no-message", "unsure"].into_iter().zip(BESIDE) {
            double_click(page, "page-message", option, beside).await?;
            let next = page.until(|screen| screen.is_after(&message)).await;
            assert!(
                next.chosen().is_empty(),
                "a double click on {option} chooses {:?}",
                next.chosen()
            );
            let before = page.go("back").await;
            assert_eq!(before.id, message.id, "after a double click on {option}");
        }
        Ok(())
    });
}

#[test]
fn a_double_click_on_next_does_not_skip_a_screen() {
    while_fast_enough(async |page| {
        page.choose("symptom", "one-yuan-cap").await;
        page.tap_option("warning-signs", "none").await;
        let signs = page.screen().await;
        double_click_on(page, "[data-action=next]", BESIDE[0]).await?;
        let message = page.until(|screen| screen.is_after(&signs)).await;
        assert_eq!((message.id.as_str(), message.chosen()), ("page-message", Vec::new()));
        Ok(())
    });
}

#[test]
fn going_on_without_an_answer_stays_and_says_so() {
    on_page(async |page| {
        let silent = page.screen().await.question("symptom").text.clone();
        page.tap_action("next").await;
        page.until(|screen| screen.id == "symptom" && screen.question("symptom").text != silent)
            .await;
        page.choose("symptom", "limit-gone").await;
    });
}

#[test]
fn an_option_that_stands_alone_clears_the_others() {
    on_page(async |page| {
        page.choose("symptom", "one-yuan-cap").await;
        for (option, chosen) in [
            ("none", &["none"][..]),
            ("asked-to-pay", &["asked-to-pay"]),
            ("unknown-loan", &["asked-to-pay", "unknown-loan"]),
            ("unsure", &["unsure"]),
            ("unknown-loan", &["unknown-loan"]),
            ("none", &["none"]),
            ("none", &[]),
        ] {
            page.tap_option("warning-signs", option).await;
            let wanted: Vec<String> =
                chosen.iter().map(|id| format!("warning-signs {id}")).collect();
            page.until(|screen| screen.chosen() == wanted).await;
        }
    });
}

#[test]
fn a_tap_goes_on_also_after_the_keyboard_left_the_options() {
    on_page(async |page| {
        tab_to(page, |screen| screen.focused_option.is_some()).await;
        tab_to(page, |screen| screen.focused_option.is_none()).await;
        page.choose("symptom", "limit-gone").await;
    });
}

/// Goes to the screen with the two named questions of number and account.
async fn number_and_account(page: &Page) {
    let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]);
    borrower.walk_to(page, |screen| screen.id == "number-and-account").await;
}

async fn double_click(
    page: &Page,
    question: &str,
    option: &str,
    beside: f64,
) -> Result<(), TwoClicks> {
    let selector = format!("[data-question={question}] label:has([data-option={option}])");
    double_click_on(page, &selector, beside).await
}

/// So much time lay between two clicks that the browser does not take them for a double click.
struct TwoClicks;

/// How often a test begins anew before the machine is called too slow for it.
const MOST_BEGINNINGS: usize = 50;

/// Runs a test on a new page, and again where two clicks came too slowly to be a double click.
fn while_fast_enough(test: impl AsyncFn(&Page) -> Result<(), TwoClicks>) {
    let is_done = Cell::new(false);
    for _ in 0..MOST_BEGINNINGS {
        on_page(async |page| is_done.set(test(page).await.is_ok()));
        if is_done.get() {
            return;
        }
    }
    panic!("no double click in {MOST_BEGINNINGS} runs");
}

/// Clicks twice, so far beside the middle.
async fn double_click_on(page: &Page, selector: &str, beside: f64) -> Result<(), TwoClicks> {
    let (element, _) = page.bring_into_view(selector).await;
    let mut mouse = MouseActions::new("mouse".to_owned()).then(PointerAction::MoveToElement {
        element,
        duration: Some(Duration::ZERO),
        x: beside,
        y: 0.0,
    });
    for _ in 0..2 {
        mouse = mouse
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
    }
    let before = page.run(COUNT_CLICKS, Vec::new()).await;
    page.point(mouse).await;
    page.run_async(WAIT_FOR_CLICKS, vec![before]).await;
    let clicks = page.run("return window.seenByTest.clicksInOne;", Vec::new()).await;
    if clicks == 2 { Ok(()) } else { Err(TwoClicks) }
}
