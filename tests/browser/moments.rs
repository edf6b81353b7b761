//! That the seam says what stands in the document, at every moment at which a page can look: a page sees each change of
//! the document before the widget has looked after the focus and told of it, and on a slow phone much earlier.

use std::cell::RefCell;
use std::rc::Rc;

use loan_checkup::embed::{Host, Mounted};
use loan_checkup::shipped;
use loan_checkup::wording::Catalogue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use web_sys::js_sys::{Function, JSON, Reflect};

use crate::page::{SETTINGS, click, element, has, heard, host, mounted, until};
use crate::slow_clock::SlowClock;

#[wasm_bindgen_test]
async fn a_result_that_stands_there_from_the_start_has_its_diagnosis_at_once() {
    let _slow = SlowClock::start();
    let settings =
        format!("{SETTINGS}\nanswer symptom\tpayout-failed\nanswer warning-signs\tasked-to-pay");
    let watched = Watched::begin(&settings);
    until(|| has(&watched.root, "[data-screen=stop-scam]")).await;
    let answers = r#"{"symptom":"payout-failed","warning-signs":["asked-to-pay"]}"#;
    watched.check_seen(&[&format!("stop-scam {answers} stop-scam")]);
    watched.end();
}

#[wasm_bindgen_test]
async fn each_screen_has_its_answers_and_its_diagnosis() {
    let _slow = SlowClock::start();
    let watched = Watched::begin(SETTINGS);
    let root = &watched.root;
    until(|| has(root, "[data-screen-id=symptom]")).await;
    click(root, "[data-option=payout-failed]");
    until(|| has(root, "[data-screen-id=warning-signs]")).await;
    click(root, "[data-option=asked-to-pay]");
    until(|| has(root, "[data-option=asked-to-pay]:checked")).await;
    click(root, "[data-action=next]");
    until(|| has(root, "[data-screen=stop-scam]")).await;
    watched.widget.borrow().reset();
    until(|| has(root, "[data-screen-id=symptom]")).await;
    let symptom = r#""symptom":"payout-failed""#;
    let warned = format!(r#"{{{symptom},"warning-signs":["asked-to-pay"]}}"#);
    watched.check_seen(&[
        "symptom {} -",
        &format!("warning-signs {{{symptom}}} -"),
        &format!("stop-scam {warned} stop-scam"),
        "symptom {} -",
    ]);
    watched.end();
}

#[wasm_bindgen_test]
async fn words_and_answers_that_the_page_sets_come_in_one_drawing() {
    let _slow = SlowClock::start();
    let watched = Watched::begin(SETTINGS);
    until(|| has(&watched.root, "[data-screen-id=symptom]")).await;
    let english = Catalogue::new("en", []).pack(&shipped::rulebook());
    let settings = format!("{SETTINGS}\nanswer symptom\tlimit-gone");
    assert!(watched.widget.borrow_mut().update(&english, &settings).is_ok());
    until(|| has(&watched.root, "[lang=en]")).await;
    watched.check_seen(&["symptom {} -", r#"warning-signs {"symptom":"limit-gone"} -"#]);
    assert_eq!(watched.told(), ["question symptom false", "question warning-signs true"]);
    watched.end();
}

#[wasm_bindgen_test]
async fn a_tap_that_is_not_drawn_yet_changes_nothing_that_is_said() {
    let _slow = SlowClock::start();
    let watched = Watched::begin(SETTINGS);
    until(|| has(&watched.root, "[data-screen-id=symptom]")).await;
    click(&watched.root, "[data-option=payout-failed]");
    assert!(has(&watched.root, "[data-screen-id=symptom]"));
    assert_eq!(watched.widget.borrow().answers(), "{}");
    assert!(!watched.widget.borrow().back());
    watched.end();
}

#[wasm_bindgen_test]
async fn every_change_is_told_once_and_in_order() {
    let _slow = SlowClock::start();
    let watched = Watched::begin(SETTINGS);
    let (root, widget) = (&watched.root, &watched.widget);
    until(|| has(root, "[data-screen-id=symptom]")).await;
    click(root, "[data-option=limit-gone]");
    until(|| has(root, "[data-screen-id=warning-signs]")).await;
    assert!(widget.borrow().back());
    until(|| has(root, "[data-screen-id=symptom]")).await;
    let so_far =
        ["question symptom false", "question warning-signs true", "question symptom false"];
    until(|| watched.told() == so_far).await;
    widget.borrow().reset();
    until(|| watched.told().len() > so_far.len()).await;
    widget.borrow().reset(); // changes nothing, but the page waits for it
    until(|| watched.told().len() > so_far.len() + 1).await;
    watched.end();
}

/// A widget, and what it says each time that something changes in the document.
struct Watched {
    root: Element,
    host: Host,
    widget: Rc<RefCell<Mounted>>,
    seen: Rc<RefCell<Vec<String>>>,
    look: Closure<dyn FnMut()>,
    /// Ends the watching.
    leave: Function,
}

impl Watched {
    fn begin(settings: &str) -> Self {
        let (root, host) = (element(), host());
        let widget = Rc::new(RefCell::new(mounted(&root, settings, &host)));
        let seen: Rc<RefCell<Vec<String>>> = Rc::default();
        let look = {
            let (root, widget, seen) = (root.clone(), Rc::clone(&widget), Rc::clone(&seen));
            Closure::<dyn FnMut()>::new(move || {
                let now = moment(&root, &widget.borrow());
                let mut seen = seen.borrow_mut();
                if seen.last() != now.as_ref() {
                    seen.extend(now);
                }
            })
        };
        let watch = Function::new_with_args(
            "root, look",
            "const all = { attributes: true, characterData: true, childList: true, subtree: true };
            const observer = new MutationObserver(look);
            observer.observe(root, all);
            return () => observer.disconnect();",
        );
        let leave = watch.call2(&JsValue::NULL, &root, look.as_ref().unchecked_ref());
        let leave = leave.expect("it is watched").unchecked_into();
        Self { root, host, widget, seen, look, leave }
    }

    fn told(&self) -> Vec<String> {
        heard(&self.host, "shown")
    }

    #[track_caller]
    fn check_seen(&self, expected: &[&str]) {
        assert_eq!(*self.seen.borrow(), expected);
    }

    fn end(self) {
        self.leave.call0(&JsValue::NULL).expect("nobody watches any more");
        drop(self.look);
        let widget = Rc::into_inner(self.widget).expect("nobody else has the widget");
        widget.into_inner().destroy();
        self.root.remove();
    }
}

/// The screen that stands there, by its id or kind, the answers, and the outcome of the diagnosis; nothing without a
/// screen.
fn moment(root: &Element, widget: &Mounted) -> Option<String> {
    let screen = root.query_selector("[data-screen]").expect("the selector is right")?;
    let name = ["data-screen-id", "data-screen"].iter().find_map(|hook| screen.get_attribute(hook));
    let outcome = widget.diagnosis().map(|diagnosis| {
        let diagnosis = JSON::parse(&diagnosis).expect("it is JSON");
        let outcome = Reflect::get(&diagnosis, &"outcome".into()).expect("it is an object");
        outcome.as_string().expect("an outcome is a text")
    });
    let outcome = outcome.as_deref().unwrap_or("-");
    Some([&*name.unwrap_or_default(), &*widget.answers(), outcome].join(" "))
}
