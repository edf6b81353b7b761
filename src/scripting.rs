//! The reasoning for JavaScript callers, without any screen.
//!
//! This module knows the engine and the names of things. It must not know the widget.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine::{Answers, Date, GivenAnswer, Rulebook, diagnose as reason, read_answers};
use crate::explanation::explain;
use crate::shipped;

/// Explains answers by name, as `loan-checkup explain --json` does.
///
/// `answers` is an object such as `{"symptom": "one-yuan-cap", "warning-signs": ["none"], "monthly-income": "8000"}`,
/// `today` a day such as `2026-11-21`. The explanation is a plain object.
///
/// # Errors
///
/// A message that names each question, option, amount or day that cannot be used.
#[wasm_bindgen]
pub fn diagnose(answers: JsValue, today: &str) -> Result<JsValue, JsError> {
    let rulebook = shipped::rulebook();
    let answers = read(&rulebook, answers)?;
    let day = Date::read(today)
        .ok_or_else(|| JsError::new(&format!("`{today}` is not a day such as 2026-11-21")))?;
    let diagnosis = reason(&rulebook, &answers, day);
    let explanation = explain(&rulebook, &answers, &diagnosis);
    explanation
        .serialize(&Serializer::json_compatible())
        .map_err(|error| JsError::new(&error.to_string()))
}

fn read(rulebook: &Rulebook, answers: JsValue) -> Result<Answers, JsError> {
    let given: BTreeMap<String, GivenAnswer> = serde_wasm_bindgen::from_value(answers)
        .map_err(|error| JsError::new(&format!("answers: {error}")))?;
    read_answers(rulebook, given).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        JsError::new(&errors.join("; "))
    })
}
