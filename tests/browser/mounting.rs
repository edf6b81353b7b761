//! Putting the widget on a page and taking it off again.

use std::future::poll_fn;
use std::task::Poll;

use loan_checkup::embed::{Host, Mounted, mount};
use loan_checkup::shipped;
use loan_checkup::wording::{Catalogue, required_keys};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Array, Error, Function, JSON, Reflect};
use web_sys::{Element, HtmlElement};

/// What stands in an element before the widget is put there.
const BEFORE: &str = "<p>before</p>";

/// What a page sets at least: the day on which the tests play.
const SETTINGS: &str = "today\t2026-11-21";

/// More turns of the browser than any drawing takes.
const MANY_TURNS: usize = 100;

#[wasm_bindgen_test]
fn what_cannot_be_used_is_named_and_the_element_left_as_it_was() {
    let wording = wording();
    let half = &wording[..wording.len() / 2];
    check_refused("today", &wording, "today\t2026-02-30", &[]);
    for bad in [half, "not a wording", ""] {
        check_refused("wording", bad, SETTINGS, &[]);
    }
    check_refused("ui.no.such", &wording, &format!("{SETTINGS}\ntext ui.no.such\ttext"), &[]);
    check_refused(
        "ui.button.next",
        &wording,
        &format!("{SETTINGS}\ntext ui.button.next\t<b>"),
        &[],
    );
    check_refused("rulebook", &wording, SETTINGS, &[1, 2, 3]);
}

#[wasm_bindgen_test]
async fn an_answer_of_the_page_that_cannot_be_used_is_refused_and_the_rest_goes_on() {
    let (root, host) = (element(), host());
    let settings =
        format!("{SETTINGS}\nanswer symptom\tone-yuan-cup\nanswer monthly-income\t8,000");
    let widget = mounted(&root, &settings, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    assert_eq!(heard(&host, "refused"), ["symptom"]);
    assert_eq!(widget.answers(), r#"{"monthly-income":"8000"}"#);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn what_the_page_sets_later_is_taken_over_and_what_was_answered_stays() {
    let (root, host) = (element(), host());
    let mut widget = mounted(&root, SETTINGS, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    click(&root, "[data-option=payout-failed]");
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    let english = Catalogue::new("en", []).pack(&shipped::rulebook());
    let settings = format!("{SETTINGS}\nanswer other-loans\tnone");
    let updated = widget.update(&english, &settings);
    assert!(updated.is_ok());
    until(|| has(&root, "[lang=en]")).await;
    assert!(has(&root, "[data-screen-id=warning-signs]"));
    assert_eq!(widget.answers(), r#"{"symptom":"payout-failed","other-loans":"none"}"#);
    assert!(widget.update("not a wording", SETTINGS).is_err());
    let updated = widget.update(&english, &format!("{SETTINGS}\nanswer symptom\tlimit-gone"));
    assert!(updated.is_ok());
    until(|| widget.answers() == r#"{"symptom":"limit-gone"}"#).await;
    widget.reset();
    until(|| has(&root, "[data-screen-id=warning-signs]") && !has(&root, ":checked")).await;
    assert_eq!(widget.answers(), r#"{"symptom":"limit-gone"}"#);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn answers_from_before_are_the_borrower_s_own() {
    let (root, host) = (element(), host());
    let widget = mounted(&root, &format!("{SETTINGS}\nkept symptom\tlimit-gone"), &host);
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.reset();
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    assert_eq!(widget.answers(), "{}");
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn another_rulebook_that_was_sealed_is_used() {
    let mut rulebook = shipped::rulebook();
    rulebook.version = "another".into();
    let root = element();
    let settings =
        format!("{SETTINGS}\nanswer symptom\tpayout-failed\nanswer warning-signs\tasked-to-pay");
    let sealed = shipped::seal(&rulebook);
    let Ok(widget) = mount(&root, &wording(), &settings, &sealed, host()) else {
        panic!("the rulebook is refused")
    };
    until(|| has(&root, "[data-screen=stop-scam]")).await;
    let diagnosis = widget.diagnosis().expect("the result is shown");
    let diagnosis = JSON::parse(&diagnosis).expect("it is JSON");
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).expect("an object");
    assert_eq!(get(&diagnosis, "outcome").as_string().as_deref(), Some("stop-scam"));
    let version = get(&get(&diagnosis, "rulebook"), "version");
    assert_eq!(version.as_string().as_deref(), Some("another"));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn the_page_hears_what_is_shown_and_can_go_back() {
    let (root, host) = (element(), host());
    let widget = mounted(&root, SETTINGS, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    click(&root, "[data-option=limit-gone]");
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.back();
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    until(|| heard(&host, "shown").last().is_some_and(|last| last == "question symptom false"))
        .await;
    assert!(heard(&host, "shown").contains(&"question warning-signs true".to_owned()));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn destroy_leaves_nothing_and_the_place_can_be_used_again() {
    let root = element();
    for _ in 0..10 {
        let widget = mounted(&root, SETTINGS, &host());
        until(|| has(&root, "[data-screen-id=symptom]")).await;
        click(&root, "[data-option=limit-gone]");
        until(|| has(&root, "[data-screen-id=warning-signs]")).await;
        widget.destroy();
        until(|| root.inner_html().is_empty()).await;
    }
    root.remove();
}

#[wasm_bindgen_test]
async fn what_was_chosen_in_the_ready_markup_counts() {
    let root = element();
    root.set_inner_html("<input type=radio name=a value=one-yuan-cap><input type=radio name=a value=limit-gone checked>");
    let widget = mounted(&root, SETTINGS, &host());
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.destroy();
    root.remove();
}

/// Mounting is refused with a message that names what cannot be used.
fn check_refused(name: &str, wording: &str, settings: &str, sealed: &[u8]) {
    let root = element();
    let error = match mount(&root, wording, settings, sealed, host()) {
        Ok(_) => panic!("a bad `{name}` is taken"),
        Err(error) => JsValue::from(error).unchecked_into::<Error>(),
    };
    let message = String::from(error.message());
    assert!(message.contains(name), "`{message}` does not name {name}");
    assert_eq!(root.inner_html(), BEFORE);
    root.remove();
}

/// A page that writes down what it hears.
fn host() -> Host {
    let make = Function::new_no_args(
        "return {
            shown: [],
            refused: [],
            show(kind, id, answered, remaining, outcome, canGoBack) { this.shown.push(`${kind} ${id} ${canGoBack}`); },
            refuse(answer) { this.refused.push(answer); },
        };",
    );
    make.call0(&JsValue::NULL).expect("the page is made").unchecked_into()
}

fn heard(host: &Host, what: &str) -> Vec<String> {
    let list = Reflect::get(host, &what.into()).expect("the page is an object");
    let list: Array = list.unchecked_into();
    list.iter().filter_map(|text| text.as_string()).collect()
}

/// A wording without a sentence: every text is its key.
fn wording() -> String {
    let keys = required_keys(&shipped::rulebook()).into_iter().map(|need| need.key);
    Catalogue::new("zh-CN", keys.map(|key| (key.clone(), key))).pack(&shipped::rulebook())
}

fn mounted(root: &Element, settings: &str, host: &Host) -> Mounted {
    match mount(root, &wording(), settings, &[], host.clone()) {
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
