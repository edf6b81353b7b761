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
fn the_product_is_named_for_four_questions_and_who_waits_is_asked_how_long() {
    let rulebook = shipped::rulebook();
    let symptom = |id| rulebook.question(rulebook.symptom).option(id);
    let named = |id| -> Vec<&str> {
        let asked = rulebook.questions.iter().filter(|question| question.named);
        let asked = asked.filter(|question| question.applies.has(symptom(id)));
        asked.map(|question| &*question.id).collect()
    };
    let four = ["phone-number-change", "overdue-history", "other-loans", "account-age"];
    for id in ["one-yuan-cap", "application-refused", "payout-failed", "limit-gone"] {
        assert_eq!(named(id), four, "{id}");
    }
    assert_eq!(named("money-not-arrived"), ["waited"]);
    assert_eq!(named("still-in-review"), ["phone-number-change", "waited"]);
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
