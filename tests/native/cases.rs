//! The worked cases of the knowledge folder do what they expect, and between them show everything.

use std::collections::BTreeSet;

use loan_checkup::engine::{Diagnosis, Rulebook, diagnose};
use loan_checkup::knowledge::{Case, Knowledge};
use loan_checkup::proof::judge;
use loan_checkup::wording::ui;

use crate::folder;

/// What the two articles describe, row by row, and the causes that the product makes of it.
/// Row B6 (a limit is no money set aside) is no cause; the result page explains it.
const SEEDS: [(&str, &[&str]); 14] = [
    ("A1", &["service-busy"]),
    ("A2", &["many-loans", "many-applications"]),
    ("A3", &["overdue-before", "overdue-now"]),
    ("A4", &["phone-number-changed", "profile-changed"]),
    ("A5", &["credit-score-dropped"]),
    ("A6", &["new-account"]),
    ("A7", &["unusual-device-or-place", "security-hold"]),
    ("A8", &["lending-tightened"]),
    ("A9", &["platform-trial"]),
    ("B1", &["credit-score-dropped", "unusual-transactions"]),
    ("B2", &["funds-short"]),
    ("B3", &["region-or-industry-limit", "funds-short", "lending-tightened"]),
    ("B4", &["identity-incomplete", "unusual-device-or-place"]),
    ("B5", &["service-busy", "payout-in-transit", "network-unstable"]),
];

#[test]
fn every_case_does_what_it_expects() {
    let knowledge = folder::knowledge();
    let failures: Vec<String> =
        knowledge.cases.iter().filter_map(|case| failure(&knowledge.rulebook, case)).collect();
    assert!(
        failures.is_empty(),
        "{} of {} cases fail\n\n{}",
        failures.len(),
        knowledge.cases.len(),
        failures.join("\n\n")
    );
}

#[test]
fn there_are_forty_cases_and_every_symptom_has_one() {
    let knowledge = folder::knowledge();
    assert!(knowledge.cases.len() >= 40, "only {} cases", knowledge.cases.len());
    let rulebook = &knowledge.rulebook;
    let told: BTreeSet<&str> = knowledge
        .cases
        .iter()
        .filter_map(|case| diagnosis(rulebook, case).facts.symptom())
        .map(|symptom| &*rulebook.option(rulebook.symptom, symptom).id)
        .collect();
    check_all(rulebook.question(rulebook.symptom).options.iter().map(|option| &*option.id), &told);
}

#[test]
fn every_cause_is_shown_in_some_case() {
    let knowledge = folder::knowledge();
    let shown = shown_somewhere(&knowledge);
    check_all(knowledge.rulebook.causes.iter().map(|cause| &*cause.id), &shown);
}

#[test]
fn every_row_of_the_two_articles_is_shown_in_some_case() {
    let knowledge = folder::knowledge();
    let shown = shown_somewhere(&knowledge);
    for (row, causes) in SEEDS {
        assert!(
            causes.iter().all(|cause| shown.contains(cause)),
            "row {row} is not shown by any case"
        );
    }
}

#[test]
fn every_locale_explains_that_a_limit_is_no_money_set_aside() {
    for catalogue in folder::knowledge().catalogues {
        for key in [ui::RESULT_LIMIT_TITLE, ui::RESULT_LIMIT_IS_NO_PROMISE] {
            assert!(
                catalogue.find(key.name()).is_some(),
                "{} lacks {}",
                catalogue.locale(),
                key.name()
            );
        }
    }
}

#[test]
fn every_case_can_be_read_by_a_borrower() {
    for case in folder::knowledge().cases {
        for text in [&case.title, &case.story, &case.teaches] {
            assert!(!text.trim().is_empty(), "case {} lacks a text", case.name);
        }
    }
}

#[track_caller]
fn check_all<'a>(wanted: impl Iterator<Item = &'a str>, found: &BTreeSet<&str>) {
    let missing: Vec<&str> = wanted.filter(|id| !found.contains(id)).collect();
    assert!(missing.is_empty(), "no case has {}", missing.join(", "));
}

fn diagnosis(rulebook: &Rulebook, case: &Case) -> Diagnosis {
    diagnose(rulebook, &case.answers, case.day)
}

fn shown_somewhere(knowledge: &Knowledge) -> BTreeSet<&str> {
    let rulebook = &knowledge.rulebook;
    knowledge.cases.iter().flat_map(|case| shown(rulebook, &diagnosis(rulebook, case))).collect()
}

/// The causes among the reasons, folded ones included.
fn shown<'a>(rulebook: &'a Rulebook, diagnosis: &Diagnosis) -> Vec<&'a str> {
    let causes = diagnosis.findings.iter().flat_map(|finding| finding.causes());
    causes.map(|cause| &*rulebook.cause(cause).id).collect()
}

/// All that a case expects and does not get, with what it gets; nothing where all is as expected.
fn failure(rulebook: &Rulebook, case: &Case) -> Option<String> {
    let judgement = judge(rulebook, case);
    let is_wrong = !judgement.wrong.is_empty();
    is_wrong.then(|| {
        format!("{}: {}\n  got {}", case.name, judgement.wrong.join("; "), judgement.given)
    })
}
