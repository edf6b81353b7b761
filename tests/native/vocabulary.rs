//! Ids are a contract: what `vocabulary.toml` lists stays in the rulebook.

use std::collections::BTreeMap;
use std::fs;

use loan_checkup::engine::{AnswerKind, Question};
use loan_checkup::shipped;
use serde::Deserialize;

use crate::folder;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vocabulary {
    causes: Vec<String>,
    /// The options of each question; for amounts their fields.
    questions: BTreeMap<String, Vec<String>>,
}

#[test]
fn no_id_is_renamed_or_lost() {
    let text = fs::read_to_string(folder::path("tests/native/vocabulary.toml"))
        .expect("the list is there");
    let vocabulary: Vocabulary = toml::from_str(&text).expect("the list can be read");
    let rulebook = shipped::rulebook();
    check("causes", &vocabulary.causes, rulebook.causes.iter().map(|cause| &*cause.id));
    for (id, names) in &vocabulary.questions {
        let at = rulebook.find_question(id).unwrap_or_else(|| panic!("question {id} is gone"));
        check(id, names, names_in(rulebook.question(at)).into_iter());
    }
}

#[test]
fn the_product_is_named_for_four_questions() {
    let four = ["phone-number-change", "overdue-history", "other-loans", "account-age"];
    for symptom in ["one-yuan-cap", "application-refused", "payout-failed", "limit-gone"] {
        assert_eq!(named(symptom), four, "{symptom}");
    }
}

#[test]
fn who_waits_is_asked_how_long() {
    for symptom in ["money-not-arrived", "still-in-review"] {
        assert!(named(symptom).contains(&"waited".to_owned()), "{symptom}");
    }
}

/// The questions that somebody with the symptom is asked before those that the gain chooses.
fn named(symptom: &str) -> Vec<String> {
    let rulebook = shipped::rulebook();
    let symptom = rulebook.question(rulebook.symptom).option(symptom);
    let named = rulebook.questions.iter().filter(|question| question.named);
    named.filter(|question| question.applies.has(symptom)).map(|one| one.id.clone()).collect()
}

/// Every id of the list is known.
#[track_caller]
fn check<'a>(what: &str, ids: &[String], known: impl Iterator<Item = &'a str>) {
    let known: Vec<&str> = known.collect();
    let gone: Vec<&String> = ids.iter().filter(|id| !known.contains(&id.as_str())).collect();
    assert!(!ids.is_empty() && gone.is_empty(), "{what}: {gone:?} is gone");
}

fn names_in(question: &Question) -> Vec<&str> {
    match &question.kind {
        AnswerKind::Money(ratio) => ratio.fields.iter().map(|field| &**field).collect(),
        AnswerKind::One | AnswerKind::Many { .. } => {
            question.options.iter().map(|option| &*option.id).collect()
        }
    }
}
