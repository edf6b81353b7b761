//! The reasoning for JavaScript without any screen.

use loan_checkup::scripting::{diagnose, next_question, seal};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Array, Error, JSON, Reflect};

/// The day on which the tests play.
const TODAY: &str = "2026-11-21";

#[wasm_bindgen_test]
fn answers_by_name_are_explained_as_a_plain_object() {
    let answers = r#"{"symptom": "payout-failed", "receiving-card": ["closed-lost-frozen"], "monthly-income": "8,000"}"#;
    let explanation = diagnose(object(answers), TODAY).unwrap_or_else(|_| panic!("refused"));
    assert_eq!(get(&explanation, "outcome").as_string().as_deref(), Some("findings"));
    let first = get(&explanation, "findings").unchecked_into::<Array>().get(0);
    assert_eq!(get(&first, "cause").as_string().as_deref(), Some("receiving-card-unusable"));
    assert_eq!(get(&first, "strength").as_string().as_deref(), Some("settled"));
}

#[wasm_bindgen_test]
fn what_is_asked_next_is_a_plain_object_and_nothing_is_null() {
    let next = next_question(object("{}"), TODAY).unwrap_or_else(|_| panic!("refused"));
    assert_eq!(get(&next, "screen").as_string().as_deref(), Some("symptom"));
    let question = get(&next, "questions").unchecked_into::<Array>().get(0);
    assert_eq!(get(&question, "kind").as_string().as_deref(), Some("one"));
    let warned = object(r#"{"symptom": "payout-failed", "warning-signs": ["asked-to-pay"]}"#);
    assert!(next_question(warned, TODAY).unwrap_or_else(|_| panic!("refused")).is_null());
}

#[wasm_bindgen_test]
fn a_folder_without_files_is_given_back_as_its_problems() {
    let refused = seal(object("{}"), "zh-CN").unwrap_or_else(|_| panic!("thrown"));
    let problem = get(&refused, "problems").unchecked_into::<Array>().get(0);
    assert_eq!(get(&problem, "code").as_string().as_deref(), Some("missing-file"));
}

#[wasm_bindgen_test]
fn what_cannot_be_used_is_named() {
    for (answers, today, names) in [
        (r#"{"symptom": "one-yuan-cup"}"#, TODAY, "one-yuan-cap"),
        (r#"{"monthly-income": "-5"}"#, TODAY, "monthly-income"),
        (r#"{"symptom": 3}"#, TODAY, "answers"),
        (r#"{}"#, "2026-02-30", "2026-02-30"),
    ] {
        let refused = diagnose(object(answers), today).expect_err("it cannot be used");
        let message = JsValue::from(refused).unchecked_into::<Error>().message();
        assert!(String::from(message).contains(names), "{answers}");
    }
}

fn object(json: &str) -> JsValue {
    JSON::parse(json).expect("the test writes JSON")
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("it is an object")
}
