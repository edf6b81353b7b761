//! A page with the widget on it, as these tests use it.

use std::cell::Cell;
use std::future::poll_fn;
use std::panic::Location;
use std::rc::Rc;
use std::task::Poll;

use loan_checkup::embed::{Host, Mounted, mount};
use loan_checkup::shipped;
use loan_checkup::wording::{Catalogue, required_keys};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Function, Reflect};
use web_sys::{Element, HtmlElement};

/// What stands in an element before the widget is put there.
pub(crate) const BEFORE: &str = "<p>before</p>";

/// What a page sets at least: the day on which the tests play.
pub(crate) const SETTINGS: &str = "today\t2026-11-21";

/// How long anything may take, in milliseconds: far longer than on a machine with other work.
const PATIENCE: i32 = 60_000;

/// A page that writes down what it hears.
pub(crate) fn host() -> Host {
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

pub(crate) fn heard(host: &Host, what: &str) -> Vec<String> {
    let list = Reflect::get(host, &what.into()).expect("the page is an object");
    let list: Array = list.unchecked_into();
    list.iter().filter_map(|text| text.as_string()).collect()
}

/// A wording without a sentence: every text is its key.
pub(crate) fn wording() -> String {
    let keys = required_keys(&shipped::rulebook()).into_iter().map(|need| need.key);
    Catalogue::new("zh-CN", keys.map(|key| (key.clone(), key))).pack(&shipped::rulebook())
}

pub(crate) fn mounted(root: &Element, settings: &str, host: &Host) -> Mounted {
    match mount(root, &wording(), settings, &[], host.clone()) {
        Ok(widget) => widget,
        Err(error) => panic!("{:?}", JsValue::from(error)),
    }
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the tests run in a browser")
}

/// An element of the page with something in it.
pub(crate) fn element() -> Element {
    let document = window().document().expect("a window has a document");
    let element = document.create_element("div").expect("an element can be made");
    element.set_inner_html(BEFORE);
    let page = document.document_element().expect("a document has an element");
    page.append_child(&element).expect("the page takes an element");
    element
}

pub(crate) fn has(root: &Element, selector: &str) -> bool {
    root.query_selector(selector).expect("the selector is right").is_some()
}

pub(crate) fn click(root: &Element, selector: &str) {
    let found = root.query_selector(selector).expect("the selector is right");
    found.expect("the widget shows it").unchecked_into::<HtmlElement>().click();
}

/// Lets the browser go on until something is the case.
#[track_caller]
pub(crate) fn until(is_done: impl Fn() -> bool) -> impl Future<Output = ()> {
    let place = Location::caller();
    async move {
        let is_over = Rc::new(Cell::new(false));
        let over = Rc::clone(&is_over);
        after(PATIENCE, move || over.set(true));
        while !is_done() {
            assert!(!is_over.get(), "what {place} waits for does not come; {}", shown());
            one_turn().await;
        }
    }
}

/// What stands in the document.
fn shown() -> String {
    let document = window().document().expect("a window has a document");
    document.document_element().expect("a document has an element").outer_html()
}

/// Lets the browser do what is ready.
async fn one_turn() {
    let mut is_asked = false;
    poll_fn(|context| {
        if is_asked {
            return Poll::Ready(());
        }
        is_asked = true;
        let waker = context.waker().clone();
        after(0, move || waker.wake());
        Poll::Pending
    })
    .await;
}

/// Calls back after so many milliseconds.
fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let set = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
    set.expect("the browser has timers");
}
