//! The program takes over the ready screens at any moment, and nobody notices.

use std::cell::RefCell;

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::host;
use crate::page::Page;
use crate::pointer::onto;
use crate::screen::Screen;
use crate::server::{BEFORE, Fault};
use crate::setup::Setup;

const PROGRAM: &str = "loan-checkup_bg.wasm";
const PROGRAM_OF_ELEMENT: &str = "embed/loan-checkup.wasm";

/// Notes what a shell is told, and how much anything moves by itself.
const NOTE: &str = "
    window.told = [];
    window.LoanCheckupHost = { postMessage: (text) => told.push(JSON.parse(text)) };
    window.moved = 0;
    try {
        new PerformanceObserver((list) => {
            for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) moved += value;
        }).observe({ type: 'layout-shift' });
    } catch (error) {}";

/// Where everything stands, and how far the page is scrolled.
const PLACES: &str = "
    const places = shown('h1, h2, label, button, p, progress').filter((each) => each.closest('main'));
    const boxes = places.map((each) => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height]);
    return [scrollY, boxes];";

/// What was told of the interview: everything but that the program is there.
const TOLD: &str = "return told.filter(({ type }) => type !== 'ready');";

/// What a borrower does on the ready screens.
#[derive(Clone, Copy, Debug)]
enum Touch {
    /// Taps an option of a question.
    Tap(&'static str, &'static str),
    /// Taps a button.
    Go(&'static str),
    /// Presses a key.
    Press(Key),
}

/// Who is warned, goes back, takes it back, and says why.
const WARNED: [Touch; 11] = [
    Touch::Tap("symptom", "payout-failed"),
    Touch::Tap("warning-signs", "asked-to-pay"),
    Touch::Go("next"),
    Touch::Go("back"),
    Touch::Tap("warning-signs", "asked-to-pay"),
    Touch::Go("next"), // is refused
    Touch::Tap("warning-signs", "none"),
    Touch::Go("next"),
    Touch::Tap("sign-taken-back", "own-slip"),
    Touch::Go("back"),
    Touch::Go("next"),
];

/// Who goes to and fro and changes an answer.
const CHANGED: [Touch; 7] = [
    Touch::Tap("symptom", "limit-gone"),
    Touch::Go("back"),
    Touch::Tap("symptom", "one-yuan-cap"),
    Touch::Tap("warning-signs", "helper-wanted"),
    Touch::Tap("warning-signs", "none"),
    Touch::Go("next"),
    Touch::Tap("page-message", "no-message"), // and has to wait
];

/// Who has no finger and no mouse.
const BY_KEYBOARD: [Touch; 10] = [
    Touch::Press(Key::Tab),
    Touch::Press(Key::Down),
    Touch::Press(Key::Down),
    Touch::Press(Key::Enter),
    Touch::Press(Key::Tab),
    Touch::Press(Key::Space),
    Touch::Press(Key::Tab),
    Touch::Press(Key::Space),
    Touch::Press(Key::Enter),
    Touch::Press(Key::Tab),
];

#[test]
fn whoever_is_warned_and_takes_it_back_is_taken_over_at_any_moment() {
    check(&WARNED);
}

#[test]
fn whoever_changes_an_answer_is_taken_over_at_any_moment() {
    check(&CHANGED);
}

#[test]
fn whoever_uses_the_keyboard_is_taken_over_at_any_moment() {
    check(&BY_KEYBOARD);
}

#[test]
fn the_program_waits_for_a_mouse_button_to_be_let_go() {
    in_the_middle(async |page, option| {
        let mouse = || MouseActions::new("mouse".to_owned());
        let button = MOUSE_BUTTON_LEFT;
        page.point(mouse().then(onto(option)).then(PointerAction::Down { button })).await;
        arrived(page).await;
        page.point(mouse().then(PointerAction::Up { button })).await;
    });
}

#[test]
fn the_system_s_back_button_leads_through_the_ready_screens() {
    held(async |page| {
        page.choose("symptom", "limit-gone").await;
        page.back().await;
        let symptom = page.asked("symptom").await;
        assert!(symptom.is_early);
        assert_eq!(symptom.chosen(), ["symptom limit-gone"]);
        page.server.release();
        page.loaded().await;
    });
}

#[test]
fn the_ready_screens_of_an_element_have_its_page_s_names_and_texts_and_leave_out_what_it_knows() {
    const SET: &str = "addEventListener('DOMContentLoaded', () => {
        document.querySelector('loan-checkup').wording = {
            'question.warning-signs.title': 'TITLE of {product}',
            'ui.progress.remaining': 'COUNT {count}',
        };
    });";
    const BODY: &str = "<loan-checkup loading=\"eager\" symptom=\"limit-gone\" product-name=\"PRODUCT\" hotline=\"400-1\"></loan-checkup>";
    on_held_element(BODY, SET, async |page| {
        let early = page.until(|screen| screen.id == "warning-signs").await;
        assert!(early.is_early, "{early:#?}");
        assert!(!early.actions.contains(&"back".to_owned()), "{early:#?}");
        let texts = "return shown('h1, .progress__text').map((each) => each.textContent);";
        let texts_before = page.run(texts, Vec::new()).await;
        assert!(texts_before[0].as_str().is_some_and(|text| text.starts_with("COUNT ")));
        assert_eq!(texts_before[1], "TITLE of PRODUCT");
        page.tap_option("warning-signs", "papers-handed-over").await;
        page.tap_action("next").await;
        let warning = page.until(|screen| screen.kind == "stop-scam").await;
        assert!(warning.is_early);
        let said = page.run("return document.querySelector('loan-checkup').diagnosis;", Vec::new());
        let said = said.await;
        assert_eq!(said["outcome"], "stop-scam");
        page.server.release();
        let after = page.loaded().await;
        assert_eq!((after.kind, after.remedies), (warning.kind, warning.remedies));
        let same = page.run("return document.querySelector('loan-checkup').diagnosis;", Vec::new());
        assert_eq!(same.await, said);
        page.go("back").await;
        assert_eq!(page.run(texts, Vec::new()).await[1], texts_before[1]);
    });
}

#[test]
fn an_element_tells_of_its_ready_screens_as_the_program_does() {
    const LISTEN: &str = "
        window.told = [];
        for (const name of ['start', 'step', 'complete'])
            addEventListener(`checkup-${name}`, ({ detail }) => told.push([name, detail]));";
    const BODY: &str = "<loan-checkup loading=\"eager\"></loan-checkup>";
    let way = async |page: &Page| {
        for touch in WARNED {
            act(page, touch).await;
        }
        let answers = "return [told, document.querySelector('loan-checkup').answers];";
        page.run(answers, Vec::new()).await
    };
    let early = RefCell::new(Value::Null);
    on_held_element(BODY, LISTEN, async |page| {
        page.until(|screen| screen.id == "symptom").await;
        early.replace(way(page).await);
        page.server.release();
        page.loaded().await;
        assert_eq!(page.run("return told;", Vec::new()).await, early.borrow()[0], "told twice");
    });
    on_element(BODY, LISTEN, &[], async |page| {
        page.open().await;
        assert_eq!(way(page).await, *early.borrow());
    });
}

/// The program arrives after each of the touches, and before any.
fn check(way: &[Touch]) {
    let told = RefCell::new(Vec::new());
    on_noting_page(&[], async |page| {
        page.open().await;
        for touch in way {
            act(page, *touch).await;
            let told_now = page.run(TOLD, Vec::new()).await;
            told.borrow_mut().push(told_now);
        }
    });
    for moment in 0..=way.len() {
        on_noting_page(&[(PROGRAM, Fault::Held)], async |page| {
            page.begin_to_load().await;
            page.until(|screen| screen.id == "symptom").await;
            for touch in &way[..moment] {
                act(page, *touch).await;
            }
            page.at_rest().await;
            let (before, places) = (page.screen().await, page.run(PLACES, Vec::new()).await);
            let what = format!("after {:?}", &way[..moment]);
            page.run("moved = 0;", Vec::new()).await;
            page.server.release();
            let after = page.loaded().await;
            if before.kind == "waiting" {
                assert!(after.is_question() && after.is_heading_focused, "{what}: {after:#?}");
            } else {
                assert_eq!(seen(&after), seen(&before), "{what}");
                page.at_rest().await;
                assert_eq!(page.run(PLACES, Vec::new()).await, places, "{what}");
            }
            assert_eq!(page.run("return moved;", Vec::new()).await, json!(0), "{what}");
            for (at, touch) in way.iter().enumerate().skip(moment) {
                act(page, *touch).await;
                assert_eq!(page.run(TOLD, Vec::new()).await, told.borrow()[at], "{what}");
            }
        });
    }
}

/// What must be the same before and after.
fn seen(screen: &Screen) -> Value {
    json!([
        screen.kind,
        screen.id,
        screen.chosen(),
        screen.actions,
        screen.is_heading_focused,
        screen.focused_option,
        screen.focused_action,
    ])
}

/// Does one thing, and waits for what comes of it.
async fn act(page: &Page, touch: Touch) {
    let before = page.screen().await;
    match touch {
        Touch::Tap(question, option) => page.tap_option(question, option).await,
        Touch::Go(action) => page.tap_action(action).await,
        Touch::Press(key) => page.press(key).await,
    }
    // Something of the screen is another one, and be it the focus.
    page.until(|screen| seen(screen) != seen(&before)).await;
}

/// The program arrives while an option is pressed; then it is chosen.
fn in_the_middle(press: impl AsyncFnOnce(&Page, Element)) {
    Setup::new().faults(&[(PROGRAM, Fault::Held)]).run(async |page| {
        page.begin_to_load().await;
        let option = page.find("label:has([data-option=payout-failed])").await;
        press(page, option).await;
        let signs = page.asked("warning-signs").await;
        let signs = if signs.is_early { page.loaded().await } else { signs };
        assert_eq!(signs.id, "warning-signs");
        page.loaded().await;
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom"]);
    });
}

/// Lets the program go, and waits until the page has it.
async fn arrived(page: &Page) {
    page.server.release();
    page.until_true(
        "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('_bg.wasm') && responseEnd > 0);",
    )
    .await;
}

fn held(test: impl AsyncFnOnce(&Page)) {
    on_noting_page(&[(PROGRAM, Fault::Held)], async |page| {
        page.begin_to_load().await;
        test(page).await;
    });
}

fn on_noting_page(faults: &[(&'static str, Fault)], test: impl AsyncFnOnce(&Page)) {
    Setup::new().files(&[(BEFORE, NOTE)]).faults(faults).run(test);
}

fn on_held_element(body: &str, script: &str, test: impl AsyncFnOnce(&Page)) {
    on_element(body, script, &[(PROGRAM_OF_ELEMENT, Fault::Held)], async |page| {
        page.begin_to_load().await;
        test(page).await;
    });
}

fn on_element(
    body: &str,
    script: &str,
    faults: &[(&'static str, Fault)],
    test: impl AsyncFnOnce(&Page),
) {
    let page = host::page("en", "<script src=\"script.js\"></script>", body);
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, script)];
    Setup::new().at(host::PATH).files(&files).faults(faults).run(test);
}
