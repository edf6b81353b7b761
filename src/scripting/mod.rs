//! The reasoning for JavaScript callers, without any screen.
//!
//! This module knows the engine, the knowledge files and the names of things. It must not know the widget.
//!
//! # Design
//!
//! `www/engine.js` stands in front: it hands in nothing but plain texts and lists of them, because a value of
//! another kind may throw while it is read, and what throws through the program leaves it in disorder.

mod asked_question;
mod closing_row;
mod list_row;
mod named_problem;
mod next_screen;
mod refused;
mod sealed;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine::{
    Answers, Date, GivenAnswer, Interview, Rulebook, diagnose as reason, nearest, read_answers,
};
use crate::explanation::explain;
use crate::knowledge::{self, Folder};
use crate::shipped;

use next_screen::NextScreen;
use refused::Refused;
use sealed::Sealed;

thread_local! {
    /// The shipped rulebook, unpacked at the first call.
    static RULEBOOK: Rulebook = shipped::rulebook();
}

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
    RULEBOOK.with(|rulebook| {
        let (answers, day) = read(rulebook, answers, today)?;
        let diagnosis = reason(rulebook, &answers, day);
        plain(&explain(rulebook, &answers, &diagnosis))
    })
}

/// What is asked next after these answers: a plain object, or `null` when nothing more is.
///
/// # Errors
///
/// As [`diagnose`].
#[wasm_bindgen(js_name = nextQuestion)]
pub fn next_question(answers: JsValue, today: &str) -> Result<JsValue, JsError> {
    RULEBOOK.with(|rulebook| {
        let (answers, day) = read(rulebook, answers, today)?;
        let diagnosis = reason(rulebook, &answers, day);
        let interview = Interview::new(rulebook, &answers, &diagnosis);
        plain(&NextScreen::of(rulebook, &answers, &interview))
    })
}

/// Checks another rulebook as `loan-checkup check` does, and packs it and its wording of one locale for the widget.
///
/// `files` holds the texts of a knowledge folder by their path in it. Given back is an object: with `sealed` and
/// `text`, or with `problems` and a `message` that lists them where the folder has an error.
///
/// # Errors
///
/// A message that names the locales that the folder has, where it lacks the one that is asked for.
#[wasm_bindgen]
pub fn seal(files: JsValue, locale: &str) -> Result<JsValue, JsError> {
    let files: BTreeMap<String, String> = serde_wasm_bindgen::from_value(files)
        .map_err(|error| JsError::new(&format!("files: {error}")))?;
    let knowledge = match knowledge::load(&Folder::new(files), None) {
        Ok(knowledge) => knowledge,
        Err(problems) => return plain(&Refused::of(&problems)),
    };
    let catalogues = &knowledge.catalogues;
    let catalogue = catalogues.iter().find(|catalogue| catalogue.locale() == locale);
    let catalogue = catalogue.ok_or_else(|| {
        let locales: Vec<&str> = catalogues.iter().map(|catalogue| catalogue.locale()).collect();
        no_locale(locale, &locales)
    })?;
    let sealed = Sealed {
        sealed: shipped::seal(&knowledge.rulebook),
        text: catalogue.pack(&knowledge.rulebook),
    };
    plain(&sealed)
}

fn read(rulebook: &Rulebook, answers: JsValue, today: &str) -> Result<(Answers, Date), JsError> {
    let given: BTreeMap<String, GivenAnswer> = serde_wasm_bindgen::from_value(answers)
        .map_err(|error| JsError::new(&format!("answers: {error}")))?;
    let answers = read_answers(rulebook, given).map_err(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        JsError::new(&errors.join("; "))
    })?;
    let day = Date::read(today).ok_or_else(|| {
        JsError::new(&format!("today: `{today}` is not a day such as 2026-11-21"))
    })?;
    Ok((answers, day))
}

fn no_locale(locale: &str, locales: &[&str]) -> JsError {
    let known = locales.join(", ");
    let hint = nearest(locale, locales.iter().copied());
    let hint = hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    JsError::new(&format!("locale: no wording for `{locale}`, only for {known}{hint}"))
}

/// A plain object as JSON would give it, but bytes as an array of bytes.
fn plain(value: &impl Serialize) -> Result<JsValue, JsError> {
    value
        .serialize(&Serializer::json_compatible().serialize_bytes_as_arrays(false))
        .map_err(|error| JsError::new(&error.to_string()))
}
