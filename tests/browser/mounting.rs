//! Putting the widget on a page and taking it off again.

use std::future::poll_fn;
use std::task::Poll;

use loan_checkup::shipped;
use loan_checkup::web::{Mounted, Options, mount};
use loan_checkup::wording::Catalogue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::Error;
use web_sys::{Element, HtmlElement};

/// What stands in an element before the widget is put there.
const BEFORE: &str = "<p>before</p>";

/// The day on which the tests play.
const TODAY: &str = "2026-11-21";

/// More turns of the browser than any drawing takes.
const MANY_TURNS: usize = 100;

#[wasm_bindgen_test]
fn an_option_that_cannot_be_used_is_named_and_the_element_left_as_it_was() {
    let wording = wording();
    let half = wording[..wording.len() / 2].to_owned();
    check_refused("today", Options::new(wording, "2026-02-30".to_owned()));
    for bad in [half, "not a wording".to_owned(), String::new()] {
        check_refused("wording", Options::new(bad, TODAY.to_owned()));
    }
    let mut other = options();
    other.set_symptom("one-yuan-cup".to_owned());
    check_refused("symptom", other);
}

#[wasm_bindgen_test]
async fn two_widgets_on_one_page_are_independent() {
    let (one, other) = (element(), element());
    let widgets = [(&one, "1"), (&other, "2")].map(|(root, instance)| {
        let mut options = options();
        options.set_instance(instance.to_owned());
        mounted(root, options)
    });
    until(|| has(&one, "[data-question]") && has(&other, "[data-question]")).await;
    for name in attributes(&one, "[name]", "name") {
        assert!(!attributes(&other, "[name]", "name").contains(&name), "both have the name {name}");
    }
    for id in attributes(&one, "[id]", "id") {
        assert!(!attributes(&other, "[id]", "id").contains(&id), "both have the id {id}");
    }
    click(&one, "[data-option=payout-failed]");
    until(|| has(&one, "[data-screen-id=warning-signs]")).await;
    assert!(has(&other, "[data-screen-id=symptom]") && !has(&other, ":checked"));
    click(&other, "[data-option=limit-gone]");
    until(|| has(&other, "[data-screen-id=warning-signs]")).await;
    click(&one, "[data-action=back]");
    until(|| has(&one, "[data-screen-id=symptom]")).await;
    assert!(has(&one, "[data-option=payout-failed]:checked"));
    assert!(has(&other, "[data-screen-id=warning-signs]"));
    widgets.into_iter().for_each(Mounted::destroy);
    until(|| one.inner_html().is_empty() && other.inner_html().is_empty()).await;
    one.remove();
    other.remove();
}

#[wasm_bindgen_test]
async fn a_symptom_that_the_page_knows_is_not_asked() {
    let root = element();
    let mut options = options();
    options.set_symptom("limit-gone".to_owned());
    let widget = mounted(&root, options);
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn destroy_leaves_nothing_and_the_place_can_be_used_again() {
    let root = element();
    for _ in 0..10 {
        let mut options = options();
        options.own_history();
        let widget = mounted(&root, options);
        until(|| has(&root, "[data-screen-id=symptom]")).await;
        click(&root, "[data-option=limit-gone]");
        until(|| has(&root, "[data-screen-id=warning-signs]")).await;
        widget.destroy();
        until(|| root.inner_html().is_empty()).await;
        // Nobody listens any more.
        let event = web_sys::Event::new("popstate").expect("an event can be made");
        window().dispatch_event(&event).expect("an event can be sent");
    }
    root.remove();
}

#[wasm_bindgen_test]
async fn what_was_chosen_in_the_ready_markup_counts() {
    let root = element();
    root.set_inner_html("<input type=radio name=a value=one-yuan-cap><input type=radio name=a value=limit-gone checked>");
    let widget = mounted(&root, options());
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.destroy();
    root.remove();
}

/// Mounting is refused with a message that names the option.
fn check_refused(name: &str, options: Options) {
    let root = element();
    let error = match mount(&root, options) {
        Ok(_) => panic!("a bad `{name}` is taken"),
        Err(error) => JsValue::from(error).unchecked_into::<Error>(),
    };
    let message = String::from(error.message());
    assert!(message.contains(name), "`{message}` does not name {name}");
    assert_eq!(root.inner_html(), BEFORE);
    root.remove();
}

fn options() -> Options {
    Options::new(wording(), TODAY.to_owned())
}

/// A wording without a sentence: every text is its key.
fn wording() -> String {
    Catalogue::new("zh-CN", []).pack(&shipped::rulebook())
}

fn mounted(root: &Element, options: Options) -> Mounted {
    match mount(root, options) {
        Ok(widget) => widget,
        Err(error) => panic!("{:?}", JsValue::from(error)),
    }
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the tests run in a browser")
}

/// An element of the page with something in it.
fn element() -> Element {
    let document = window().document().expect("a window has a document");
    let element = document.create_element("div").expect("an element can be made");
    element.set_inner_html(BEFORE);
    let page = document.document_element().expect("a document has an element");
    page.append_child(&element).expect("the page takes an element");
    element
}

fn has(root: &Element, selector: &str) -> bool {
    root.query_selector(selector).expect("the selector is right").is_some()
}

fn click(root: &Element, selector: &str) {
    let found = root.query_selector(selector).expect("the selector is right");
    found.expect("the widget shows it").unchecked_into::<HtmlElement>().click();
}

fn attributes(root: &Element, selector: &str, name: &str) -> Vec<String> {
    let found = root.query_selector_all(selector).expect("the selector is right");
    let elements = (0..found.length()).filter_map(|at| found.item(at));
    elements.filter_map(|element| element.unchecked_into::<Element>().get_attribute(name)).collect()
}

/// Lets the widget draw until something is the case.
async fn until(is_done: impl Fn() -> bool) {
    for _ in 0..MANY_TURNS {
        if is_done() {
            return;
        }
        one_turn().await;
    }
    panic!("what is awaited does not come");
}

/// Lets the browser do what is ready; Yew leaves it a turn in the middle of much drawing.
async fn one_turn() {
    let mut is_asked = false;
    poll_fn(|context| {
        if is_asked {
            return Poll::Ready(());
        }
        is_asked = true;
        let waker = context.waker().clone();
        let wake = Closure::once_into_js(move || waker.wake());
        window().set_timeout_with_callback(wake.unchecked_ref()).expect("the browser takes turns");
        Poll::Pending
    })
    .await;
}
