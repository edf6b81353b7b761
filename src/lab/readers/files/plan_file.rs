use serde_json::{Value, json};

use super::node::{Node, VERSION, parse};
use super::setup_file::{SETUP_FIELDS, not_possible, setup_from, setup_value};
use super::{Fault, Wrong};
use crate::lab::readers::{CANNOT_TELL, CaseQuestion, Plan, Setup};

/// What a test file calls itself.
const FORMAT: &str = "loan-checkup reader test";

/// The most choices of a question that are read.
const MOST_CHOICES: usize = 16;

/// A test as a file, with everything that another device needs but the rulebook and the shipped wording.
#[must_use]
pub fn write_plan(plan: &Plan) -> String {
    format!("{:#}\n", plan_value(plan))
}

pub(super) fn plan_value(plan: &Plan) -> Value {
    let asked = |asked: &CaseQuestion| {
        json!({
            "case": asked.case, "question": asked.question,
            "choices": asked.choices, "right": asked.right,
        })
    };
    let mut value = setup_value(&plan.setup);
    let own = json!({
        "format": FORMAT,
        "version": VERSION,
        "rulebook": { "version": plan.rulebook_version, "hash": plan.rulebook_hash },
        "wording": plan.wording,
        "sheet": plan.sheet.iter().map(asked).collect::<Vec<_>>(),
    });
    value.extend(own.as_object().cloned().unwrap_or_default());
    Value::Object(value)
}

/// Reads a test file.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn read_plan(text: &str) -> Result<Plan, Fault> {
    let value = parse(text)?;
    plan_from(&Node::root(&value))
}

/// Reads a test that stands in a file.
pub(super) fn plan_from(node: &Node) -> Result<Plan, Fault> {
    let fields = node.marked(
        FORMAT,
        &[&SETUP_FIELDS[..], &["format", "version", "rulebook", "wording", "sheet"]].concat(),
    )?;
    let setup = setup_from(&fields)?;
    setup.check().map_err(|fault| node.fault(Wrong::Setup(fault)))?;
    let rulebook = fields.get("rulebook")?.fields(&["version", "hash"])?;
    let line = |node: Node| node.text(Setup::LONGEST_LINE).map(str::to_owned);
    let plan = Plan {
        rulebook_version: line(rulebook.get("version")?)?,
        rulebook_hash: line(rulebook.get("hash")?)?,
        wording: line(fields.get("wording")?)?,
        sheet: sheet(&fields.get("sheet")?, &setup)?,
        setup,
    };
    let case_asks = |case: usize| plan.sheet.iter().any(|asked| asked.case == case);
    match (0..plan.setup.cases.len()).find(|case| !case_asks(*case)) {
        Some(case) => {
            let name = plan.setup.cases[case].name.clone();
            Err(fields.get("sheet")?.fault(Wrong::NotPossible(name)))
        }
        None => Ok(plan),
    }
}

fn sheet(node: &Node, setup: &Setup) -> Result<Vec<CaseQuestion>, Fault> {
    let nodes = node.list(Setup::MOST_CASES * Setup::MOST_QUESTIONS)?;
    let mut sheet: Vec<CaseQuestion> = Vec::new();
    for node in nodes {
        let asked = asked(&node, setup)?;
        let place = (asked.case, asked.question);
        // In order, so that none stands here twice.
        if sheet.last().is_some_and(|last| (last.case, last.question) >= place) {
            return Err(node.fault(Wrong::Twice(format!("{} {}", place.0, place.1))));
        }
        sheet.push(asked);
    }
    Ok(sheet)
}

fn asked(node: &Node, setup: &Setup) -> Result<CaseQuestion, Fault> {
    let fields = node.fields(&["case", "question", "choices", "right"])?;
    let mut choices: Vec<String> = Vec::new();
    for choice in fields.get("choices")?.list(MOST_CHOICES)? {
        let id = choice.text(Setup::LONGEST_LINE)?;
        if choices.iter().any(|known| known == id) {
            return Err(choice.fault(Wrong::Twice(id.to_owned())));
        }
        choices.push(id.to_owned());
    }
    if choices.last().is_none_or(|last| last != CANNOT_TELL) {
        return Err(fields.get("choices")?.fault(Wrong::NotPossible(choices.join(", "))));
    }
    let right = fields.get("right")?;
    let id = right.text(Setup::LONGEST_LINE)?;
    if id == CANNOT_TELL || !choices.iter().any(|choice| choice == id) {
        return Err(not_possible(&right, id));
    }
    Ok(CaseQuestion {
        case: fields.get("case")?.place_in(setup.cases.len())?,
        question: fields.get("question")?.place_in(setup.questions.len())?,
        choices,
        right: id.to_owned(),
    })
}
