//! The page while it loads, and what it loads.

use std::panic::Location;

use fantoccini::key::Key;

use crate::engine::{ENGINE, Engine};
use crate::keyboard::tab_to;
use crate::page::Page;
use crate::patience::{PATIENCE, wait};
use crate::server::Fault;
use crate::setup::{Console, Setup, on_page, on_spoilt_page};
use crate::system::System;

const PROGRAM: &str = "loan-checkup_bg.wasm";

#[test]
fn nothing_but_the_page_is_requested_and_each_file_once() {
    on_page(async |page| {
        let mut requests = page.server.requests();
        requests.sort();
        if *ENGINE == Engine::Webkit {
            requests.dedup(); // It preloads for fetch, but then fetches anew.
        }
        assert_eq!(
            requests,
            ["boot.js", "index.html", "loan-checkup.js", PROGRAM, "wording/zh-CN.txt"]
        );
    });
}

#[test]
fn a_tap_before_the_program_arrives_counts() {
    held(async |page| {
        let early = page.screen().await;
        assert!(early.is_early && early.id == "symptom", "{early:#?}");
        let signs = page.choose("symptom", "payout-failed").await;
        assert!(signs.is_early && signs.id == "warning-signs", "{signs:#?}");
        page.server.release();
        page.loaded().await;
        page.asked("warning-signs").await;
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom"]);
        let symptom = page.change("symptom").await;
        assert_eq!(symptom.chosen(), ["symptom payout-failed"]);
    });
}

#[test]
fn without_a_tap_the_first_question_stays_with_its_focus() {
    held(async |page| {
        tab_to(page, |screen| screen.focused_option.is_some()).await;
        let early = page.screen().await;
        page.server.release();
        page.loaded().await;
        let screen = page.until(|screen| screen.focused_option == early.focused_option).await;
        assert_eq!(screen.id, "symptom");
        assert!(screen.chosen().is_empty(), "{:?}", screen.chosen());
    });
}

#[test]
fn an_option_moved_to_by_keyboard_before_the_program_arrives_does_not_go_on() {
    held(async |page| {
        tab_to(page, |screen| screen.focused_option.is_some()).await;
        page.press(Key::Down).await;
        let early = page.until(|screen| !screen.chosen().is_empty()).await;
        page.server.release();
        page.loaded().await;
        let screen = page.until(|screen| screen.focused_option == early.focused_option).await;
        assert_eq!(screen.id, "symptom");
    });
}

#[test]
fn the_first_question_looks_the_same_before_and_after_the_program_arrives() {
    held(async |page| {
        let measure = "
            const places = shown('h1, label, button, p').filter((each) => each.closest('main'));
            return places.map((each) => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height]);";
        page.at_rest().await;
        let early = page.run(measure, Vec::new()).await;
        page.server.release();
        page.loaded().await;
        page.at_rest().await;
        assert_eq!(page.run(measure, Vec::new()).await, early);
    });
}

#[test]
fn without_script_the_first_question_can_be_read_with_a_word_why_it_does_not_work() {
    // A screen that is still appearing does not count as displayed.
    let system = System { is_still: true, is_without_script: true, ..System::default() };
    Setup::new().system(system).run(async |page| {
        page.begin_to_load().await;
        for selector in ["[data-screen=question] h1", "[data-question=symptom] label", "noscript p"]
        {
            // There is no script that could wait in the page, and what is not drawn yet is not displayed.
            let text = wait(PATIENCE, Location::caller(), async || {
                let element = page.find(selector).await;
                let is_displayed = element.is_displayed().await.expect("it can be asked");
                let text = element.text().await.expect("it can be asked");
                is_displayed.then_some(text).ok_or_else(|| format!("{selector} is not shown"))
            });
            assert!(!text.await.is_empty(), "{selector} says nothing");
        }
    });
}

/// Runs a test on a page whose program is held back.
fn held(test: impl AsyncFnOnce(&Page)) {
    on_spoilt_page(&[(PROGRAM, Fault::Held)], Console::IsSilent, async |page| {
        page.begin_to_load().await;
        test(page).await;
    });
}
