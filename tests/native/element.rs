//! What the custom element's types and tables say of the program; `tests/page/` holds the rest of them against the
//! scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use loan_checkup::engine::diagnose;
use loan_checkup::lab::sheet::SheetChoice;
use serde_json::Value;

use crate::folder;
use crate::lab_sheet::drawn;

type Names = BTreeSet<String>;

/// The screen of an element whose program cannot run: the element shows it by itself, and it is no kind of step.
const FAILURE: &str = "failure";

#[test]
fn the_parts_that_are_described_are_those_that_are_drawn() {
    let manifest = json("www/custom-elements.json");
    let parts = &manifest["modules"][0]["declarations"][0]["cssParts"];
    let parts = parts.as_array().expect("parts are a list").iter();
    let described: Names =
        parts.filter_map(|part| Some(part["name"].as_str()?.to_owned())).collect();
    assert_eq!(described, attributes("part"));
}

#[test]
fn the_ids_that_the_types_have_are_those_of_the_program() {
    let recorded = json("tests/native/said_ids.json");
    let recorded: BTreeMap<String, Names> =
        serde_json::from_value(recorded).expect("ids are lists by type");
    let knowledge = folder::knowledge();
    let (mut outcomes, mut strengths) = (Names::new(), Names::new());
    for case in &knowledge.cases {
        let diagnosis = diagnose(&knowledge.rulebook, &case.answers, case.day);
        outcomes.insert(diagnosis.outcome.id().to_owned());
        strengths.extend(diagnosis.findings.iter().map(|one| one.strength.id().to_owned()));
    }
    let mut kinds = attributes("data-screen");
    assert!(kinds.remove(FAILURE), "the sheet has every kind of screen");
    let ids = [("Outcome", outcomes), ("ScreenKind", kinds), ("Strength", strengths)];
    assert_eq!(recorded, ids.map(|(name, ids)| (name.to_owned(), ids)).into());
}

/// The words of an attribute on all kinds of screens as they are drawn.
fn attributes(name: &str) -> Names {
    let knowledge = folder::knowledge();
    let choice = SheetChoice::by_default(&knowledge);
    let opening = format!(" {name}=\"");
    let screens = drawn(&knowledge, &choice.catalogues, &choice.cases).into_iter();
    let values = screens.flat_map(|screen| {
        let values = screen.markup.split(&opening).skip(1).map(|rest| rest.split('"').next());
        values.flatten().map(str::to_owned).collect::<Vec<_>>()
    });
    values.flat_map(|value| value.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn json(path: &str) -> Value {
    let text = fs::read_to_string(folder::path(path)).expect("the file is there");
    serde_json::from_str(&text).expect("the file is JSON")
}
