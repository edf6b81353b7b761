//! Small phones: narrow, with large letters, a notch, a keyboard over the page, little memory, and turned around.

use std::fs;
use std::time::Duration;

use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::key::Key;
use serde_json::json;

use crate::ability::Ability;
use crate::accessibility::FIND_WIDE;
use crate::borrower::Borrower;
use crate::given;
use crate::page::Page;
use crate::pointer::onto;
use crate::setup::{Setup, on_page};
use crate::system::System;
use crate::tour::{Place, every_kind_of_screen_in};

const PROGRAM: &str = "loan-checkup_bg.wasm";
const NOTE_MEMORY: &str = include_str!("note_memory.js");

/// The smallest phone, upright and turned, and what the keyboard leaves of one.
const UPRIGHT: (u32, u32) = (320, 568);
const TURNED: (u32, u32) = (568, 320);
const ABOVE_KEYBOARD: (u32, u32) = (320, 300);

/// What a notch and the bar at the lower edge take of a phone that is turned, in pixels.
const NOTCH: u32 = 44;
const BAR: u32 = 21;

/// Twice the size of letters that browsers have when nobody sets one, in pixels.
const LARGE_LETTERS: u32 = 32;

/// The bytes of a page of memory.
const PAGE_BYTES: u32 = 65_536;

/// The most memory that an interview may need, in pages: 4 MiB.
const MOST_PAGES: u32 = 64;

/// The text that leaves the edges to a notch less room than it takes.
const FIND_HIDDEN: &str = "
    const [notch] = arguments;
    const width = document.documentElement.clientWidth;
    return shown('h1, p, label, button, a, input, summary, li').filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return each.checkVisibility() && (left < notch || right > width - notch);
    }).map((each) => each.outerHTML.slice(0, 200));";

/// How far the last thing on the page stands above its end.
const ROOM_BELOW: &str = "
    const bottoms = shown('button, a, p, label').filter((each) => each.checkVisibility())
        .map((each) => each.getBoundingClientRect().bottom + scrollY);
    return document.documentElement.scrollHeight - Math.max(...bottoms);";

const IS_HEADING_SEEN: &str = "
    const { top, bottom } = shown('h1')[0].getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;";

/// Whether what is given can be seen whole and is what a finger there hits.
const IS_REACHED: &str = "
    const { left, top, width, height } = arguments[0].getBoundingClientRect();
    const hit = root.elementFromPoint(left + width / 2, top + height / 2);
    return top >= -0.5 && top + height <= innerHeight + 0.5 && (hit === arguments[0] || arguments[0].contains(hit));";

/// What makes a borrower one who is asked for amounts.
const IN_DEBT: (&str, &str) = ("other-loans", "five-or-more");

#[test]
fn nothing_sticks_out_with_letters_twice_as_large() {
    let setup = Setup::new().needs(Ability::DevTools);
    every_kind_of_screen_in(setup, &Place::stand_alone(), System::default(), async |page, kind| {
        page.resize(UPRIGHT).await;
        let sizes = json!({ "fontSizes": { "standard": LARGE_LETTERS } });
        page.devtools("Page.setFontSizes", sizes).await;
        let heading = "return parseFloat(getComputedStyle(shown('.checkup')[0]).fontSize);";
        assert_eq!(page.run(heading, Vec::new()).await, json!(34), "the letters are not larger");
        page.run("shown('details').forEach((each) => { each.open = true; });", Vec::new()).await;
        assert_eq!(page.run(FIND_WIDE, Vec::new()).await, json!([]), "{kind}");
    });
}

#[test]
fn a_notch_and_a_bar_at_the_lower_edge_hide_nothing() {
    let setup = Setup::new().needs(Ability::DevTools);
    every_kind_of_screen_in(setup, &Place::stand_alone(), System::default(), async |page, kind| {
        page.resize(TURNED).await;
        let insets = json!({ "insets": { "left": NOTCH, "right": NOTCH, "bottom": BAR } });
        page.devtools("Emulation.setSafeAreaInsetsOverride", insets).await;
        page.run("shown('details').forEach((each) => { each.open = true; });", Vec::new()).await;
        let hidden = page.run(FIND_HIDDEN, vec![json!(NOTCH)]).await;
        assert_eq!(hidden, json!([]), "{kind}");
        let room = page.run(ROOM_BELOW, Vec::new()).await;
        assert!(room.as_f64() >= Some(f64::from(BAR)), "{kind}: {room}");
    });
}

#[test]
fn the_field_and_the_button_can_be_reached_above_a_keyboard() {
    on_page(async |page| {
        page.resize(UPRIGHT).await;
        let mut borrower = Borrower::who_says(&[("symptom", "payout-failed"), IN_DEBT]);
        borrower.walk_to(page, |screen| screen.id == "burden").await;
        for field in ["monthly-repayments", "monthly-income"] {
            let selector = format!("input[name={field}]");
            page.tap(&selector).await;
            page.resize(ABOVE_KEYBOARD).await;
            page.type_amount(field, "3000").await;
            check_reached(page, &selector).await;
            page.resize(UPRIGHT).await;
        }
        page.resize(ABOVE_KEYBOARD).await;
        check_reached(page, "[data-action=next]").await;
        // The keyboard has a key to go on as well.
        page.tap("input[name=monthly-income]").await;
        let before = page.screen().await;
        page.press(Key::Enter).await;
        page.after(&before).await;
    });
}

#[test]
fn turning_the_phone_loses_nothing() {
    on_page(async |page| {
        page.resize(UPRIGHT).await;
        let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]).otherwise_clean();
        let mut screen = page.screen().await;
        for size in [TURNED, UPRIGHT].into_iter().cycle() {
            if !screen.is_question() {
                break;
            }
            page.resize(size).await;
            let turned = page.screen().await;
            assert_eq!((&turned.id, turned.chosen()), (&screen.id, screen.chosen()));
            page.until_true(IS_HEADING_SEEN).await;
            screen = borrower.answer(page, &turned).await;
        }
        page.resize(TURNED).await;
        page.until_true(IS_HEADING_SEEN).await;
        borrower.check_same_natively(page, &page.screen().await).await;
    });
}

#[test]
fn turning_the_phone_keeps_what_is_typed_and_ticked() {
    on_page(async |page| {
        page.resize(UPRIGHT).await;
        page.choose("symptom", "payout-failed").await;
        page.tap_option("warning-signs", "none").await;
        page.resize(TURNED).await;
        page.until(|screen| screen.chosen() == ["warning-signs none"]).await;
        page.go("next").await;
        let mut borrower = Borrower::who_says(&[IN_DEBT]);
        borrower.walk_to(page, |screen| screen.id == "burden").await;
        page.type_amount("monthly-income", "８０００").await;
        page.resize(UPRIGHT).await;
        let burden = page.screen().await;
        assert_eq!(burden.question("repayment-burden").fields[1].text, "８０００");
    });
}

#[test]
fn a_slow_finger_chooses_once_and_goes_one_screen_on() {
    Setup::new().needs(Ability::Touch).run(async |page| {
        page.open().await;
        let hold = async |selector: &str| {
            let (element, _) = page.bring_into_view(selector).await;
            let press = TouchActions::new("finger".to_owned())
                .then(onto(element))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Pause { duration: Duration::from_millis(250) })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
            page.point(press).await;
        };
        hold("label:has([data-option=one-yuan-cap])").await;
        page.asked("warning-signs").await;
        hold("label:has([data-option=none])").await;
        page.until(|screen| screen.chosen() == ["warning-signs none"]).await;
        hold("[data-action=next]").await;
        let message = page.asked("page-message").await;
        assert!(message.chosen().is_empty(), "{message:#?}");
    });
}

#[test]
fn a_finger_that_slides_away_chooses_nothing() {
    on_page(async |page| {
        let element = page.find("label:has([data-option=one-yuan-cap])").await;
        let slide = MouseActions::new("mouse".to_owned())
            .then(onto(element))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveBy { duration: Some(Duration::ZERO), x: 0.0, y: -120.0 })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        page.point(slide).await;
        page.until_true("return window.seenByTest.clicks > 0;").await;
        let start = page.screen().await;
        assert!(start.id == "symptom" && start.chosen().is_empty(), "{start:#?}");
    });
}

#[test]
fn an_interview_needs_little_memory() {
    Setup::new().needs(Ability::DevTools).run(async |page| {
        page.run_before_all(NOTE_MEMORY).await;
        page.open().await;
        walk_all_and_back(page).await;
        let bytes = page.run("return window.memoryOfTest();", Vec::new()).await;
        let pages = bytes.as_u64().expect("there is a memory") / u64::from(PAGE_BYTES);
        assert!((1..=u64::from(MOST_PAGES)).contains(&pages), "{pages} pages");
    });
}

#[test]
fn where_more_memory_is_denied_the_whole_interview_works() {
    Setup::new().run(async |page| {
        let program = fs::read(given::path("DIST").join(PROGRAM)).expect("it can be read");
        page.server.put(PROGRAM, limited(&program, MOST_PAGES));
        page.open().await;
        walk_all_and_back(page).await;
    });
}

/// Goes through an interview to its end, looks at everything on the way, and begins again.
async fn walk_all_and_back(page: &Page) {
    let mut borrower = Borrower::who_says(&[("symptom", "application-refused")]);
    let mut result = borrower.walk(page).await;
    while result.has_action("continue") {
        page.go("continue").await;
        result = borrower.walk(page).await;
    }
    page.run("shown('details').forEach((each) => { each.open = true; });", Vec::new()).await;
    borrower.check_same_natively(page, &result).await;
    page.go("restart").await;
    let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]).otherwise_clean();
    let result = borrower.walk(page).await;
    borrower.check_same_natively(page, &result).await;
}

/// The program with a limit to its memory, in pages: what it asks for beyond is denied.
fn limited(program: &[u8], pages: u32) -> Vec<u8> {
    const MEMORY: u8 = 5;
    const HEADER: usize = 8;
    let mut at = HEADER;
    while program[at] != MEMORY {
        let (length, start) = number(program, at + 1);
        at = start + length as usize;
    }
    let (length, start) = number(program, at + 1);
    let (one, flag) = (program[start], program[start + 1]);
    assert_eq!((one, flag), (1, 0), "the program has one memory without a limit");
    let (least, _) = number(program, start + 2);
    assert!(least < pages, "it has {least} pages from the start");
    let body = [&[1, 1][..], &bytes(least), &bytes(pages)].concat();
    let head = [&program[..=at], &bytes(u32::try_from(body.len()).expect("it is short"))].concat();
    [&head[..], &body, &program[start + length as usize..]].concat()
}

/// A number at a place in a program, and where it ends.
fn number(program: &[u8], mut at: usize) -> (u32, usize) {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = program[at];
        at += 1;
        value |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return (value, at);
        }
    }
}

fn bytes(mut value: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

async fn check_reached(page: &Page, selector: &str) {
    let (_, element) = page.bring_into_view(selector).await;
    assert_eq!(page.run(IS_REACHED, vec![element]).await, json!(true), "{selector}");
}
