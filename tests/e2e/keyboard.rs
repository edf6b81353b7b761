//! A borrower without a mouse.

use fantoccini::key::Key;

use crate::page::Page;
use crate::screen::{Question, Screen};
use crate::setup::{on_page, on_page_at};

/// More strokes than any screen takes.
const MANY_STROKES: usize = 60;

#[test]
fn a_whole_interview_needs_only_the_keyboard() {
    on_page(walk_by_keyboard);
}

#[test]
fn a_whole_interview_needs_only_the_keyboard_in_a_host_s_page() {
    on_page_at("examples/plain.html", walk_by_keyboard);
}

async fn walk_by_keyboard(page: &Page) {
    let mut screen = page.screen().await;
    let mut asked = 0;
    while screen.is_question() {
        screen = answer(page, &screen).await;
        asked += 1;
    }
    assert_eq!(screen.kind, "result");
    assert!(asked <= 12, "{asked} screens are asked");
    tab_to(page, |screen| screen.focused_action.as_deref() == Some("restart")).await;
    page.press(Key::Enter).await;
    let start = page.after(&screen).await;
    assert_eq!(start.id, "symptom");
}

#[test]
fn arrow_keys_only_move() {
    on_page(async |page| {
        tab_to(page, |screen| screen.focused_option.is_some()).await;
        let options = page.screen().await.question("symptom").options.clone();
        for option in options.iter().skip(1) {
            page.press(Key::Down).await;
            let screen =
                page.until(|screen| screen.focused_option.as_ref() == Some(&option.id)).await;
            assert_eq!(screen.chosen(), [format!("symptom {}", option.id)]);
            assert_eq!(screen.id, "symptom");
        }
        page.press(Key::Up).await;
        let before = page.screen().await;
        page.press(Key::Enter).await;
        page.asked("warning-signs").await;
        let back = page.go("back").await;
        assert_eq!(back.chosen(), before.chosen());
    });
}

#[test]
fn space_chooses_without_going_on() {
    on_page(async |page| {
        tab_to(page, |screen| screen.focused_option.is_some()).await;
        page.press(Key::Space).await;
        let screen = page.until(|screen| !screen.chosen().is_empty()).await;
        assert_eq!(screen.id, "symptom");
    });
}

/// Answers a screen by keyboard: the option in the middle, or the only box that stands for all.
async fn answer(page: &Page, screen: &Screen) -> Screen {
    if screen.is_list() {
        tab_to(page, |now| now.focused_option.as_deref() == Some("unsure")).await;
        page.press(Key::Space).await;
        page.until(|now| now.general.iter().any(|choice| choice.is_chosen)).await;
        return press_next(page, screen).await;
    }
    for question in &screen.questions {
        if question.has_radios() {
            choose_radio(page, question).await;
        } else if let Some(box_at) =
            question.options.iter().rev().find(|option| option.id != "unsure")
        {
            tab_to(page, |now| now.focused_option.as_ref() == Some(&box_at.id)).await;
            page.press(Key::Space).await;
            page.until(|now| now.question(&question.id).is_answered()).await;
        }
    }
    if screen.questions.iter().any(|question| question.options.is_empty()) {
        return press_next(page, screen).await;
    }
    page.press(Key::Enter).await;
    page.after(screen).await
}

async fn choose_radio(page: &Page, question: &Question) {
    let is_here = |now: &Screen| {
        let focused = now.focused_option.as_ref();
        focused.is_some_and(|option| question.offers(option))
            && !now.question(&question.id).is_answered()
    };
    tab_to(page, is_here).await;
    let middle = &question.options[question.options.len() / 2].id;
    for _ in 0..MANY_STROKES {
        page.press(Key::Down).await;
        let now = page.screen().await;
        assert!(now.question(&question.id).is_answered(), "an arrow key does not choose: {now:#?}");
        if now.focused_option.as_ref() == Some(middle) {
            return;
        }
    }
    panic!("{middle} is not reached");
}

async fn press_next(page: &Page, screen: &Screen) -> Screen {
    tab_to(page, |now| now.focused_action.as_deref() == Some("next")).await;
    page.press(Key::Enter).await;
    page.after(screen).await
}

/// Presses the tab key until the focus is there.
pub(crate) async fn tab_to(page: &Page, is_there: impl Fn(&Screen) -> bool) {
    for _ in 0..MANY_STROKES {
        if is_there(&page.screen().await) {
            return;
        }
        page.press(Key::Tab).await;
    }
    panic!("not reached by keyboard: {:#?}", page.screen().await);
}
