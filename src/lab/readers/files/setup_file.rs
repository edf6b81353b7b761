use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::node::{Fields, Node, VERSION, parse};
use super::{Fault, Wrong};
use crate::engine::Date;
use crate::lab::readers::{
    OwnQuestion, PlanCase, Setup, TestQuestion, TestQuestionKind, TestVersion,
};

/// What a kept form calls itself.
const FORMAT: &str = "loan-checkup reader form";

/// The fields of what the team chose.
pub(super) const SETUP_FIELDS: [&str; 7] =
    ["title", "locale", "seed", "cannot-tell", "versions", "cases", "questions"];

/// The most sentences of a version and answers of a case that are read.
const MOST_TEXTS: usize = 5_000;
const MOST_ANSWERS: usize = 500;

/// A form that is being filled in, as one text for a device's storage; `rulebook` is the hash of the rulebook.
#[must_use]
pub fn write_setup(setup: &Setup, rulebook: &str) -> String {
    let mut value = setup_value(setup);
    for (name, own) in
        [("format", json!(FORMAT)), ("version", json!(VERSION)), ("rulebook", json!(rulebook))]
    {
        value.insert(name.to_owned(), own);
    }
    Value::Object(value).to_string()
}

/// Reads a form that was being filled in; what is still missing in it is no fault.
///
/// # Errors
///
/// The first thing that is wrong, with its place: another rulebook as well, in which its cases may not exist.
pub fn read_setup(text: &str, rulebook: &str) -> Result<Setup, Fault> {
    let value = parse(text)?;
    let known = [&SETUP_FIELDS[..], &["format", "version", "rulebook"]].concat();
    let fields = Node::root(&value).marked(FORMAT, &known)?;
    let of = fields.get("rulebook")?;
    match of.text(Setup::LONGEST_LINE)? {
        same if same == rulebook => setup_from(&fields),
        other => Err(not_possible(&of, other)),
    }
}

/// What the team chose, as fields of a table.
pub(super) fn setup_value(setup: &Setup) -> Map<String, Value> {
    let version = |version: &TestVersion| json!({ "name": version.name, "texts": version.texts });
    let case = |case: &PlanCase| {
        json!({
            "name": case.name, "title": case.title, "story": case.story,
            "day": case.day.to_string(), "answers": case.answers,
        })
    };
    let fields = json!({
        "title": setup.title,
        "locale": setup.locale,
        "seed": setup.seed,
        "cannot-tell": setup.cannot_tell,
        "versions": setup.versions.iter().map(version).collect::<Vec<_>>(),
        "cases": setup.cases.iter().map(case).collect::<Vec<_>>(),
        "questions": setup.questions.iter().map(question_value).collect::<Vec<_>>(),
    });
    fields.as_object().cloned().unwrap_or_default()
}

fn question_value(question: &TestQuestion) -> Value {
    match question {
        TestQuestion::Reckoned { kind, ask } => json!({ "kind": kind.id(), "ask": ask }),
        TestQuestion::Own(own) => json!({
            "kind": TestQuestionKind::Own.id(), "ask": own.ask, "case": own.case,
            "choices": own.choices, "right": own.right,
        }),
    }
}

/// Reads what the team chose from a table with other fields besides.
pub(super) fn setup_from(fields: &Fields) -> Result<Setup, Fault> {
    let line = |name| Ok(fields.get(name)?.text(Setup::LONGEST_LINE)?.to_owned());
    let list = |name, most| fields.get(name).and_then(|node: Node| node.list(most));
    Ok(Setup {
        title: line("title")?,
        locale: line("locale")?,
        versions: read_all(list("versions", Setup::VERSIONS.1)?, version)?,
        cases: read_all(list("cases", Setup::MOST_CASES)?, case)?,
        questions: read_all(list("questions", Setup::MOST_QUESTIONS)?, question)?,
        cannot_tell: line("cannot-tell")?,
        seed: fields.get("seed")?.number(u32::MAX)?,
    })
}

fn read_all<T>(
    nodes: Vec<Node>,
    read: impl Fn(&Node) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    nodes.iter().map(read).collect()
}

fn version(node: &Node) -> Result<TestVersion, Fault> {
    let fields = node.fields(&["name", "texts"])?;
    let mut texts = BTreeMap::new();
    for (key, text) in fields.get("texts")?.entries(MOST_TEXTS)? {
        texts.insert(key.to_owned(), text.text(Setup::LONGEST_TEXT)?.to_owned());
    }
    Ok(TestVersion { name: fields.get("name")?.text(Setup::LONGEST_LINE)?.to_owned(), texts })
}

fn case(node: &Node) -> Result<PlanCase, Fault> {
    let fields = node.fields(&["name", "title", "story", "day", "answers"])?;
    let day = fields.get("day")?;
    let written = day.text(Setup::LONGEST_LINE)?;
    let mut answers = BTreeMap::new();
    for (name, texts) in fields.get("answers")?.entries(MOST_ANSWERS)? {
        let texts = texts.list(MOST_ANSWERS)?;
        let texts = read_all(texts, |text| Ok(text.text(Setup::LONGEST_LINE)?.to_owned()))?;
        answers.insert(name.to_owned(), texts);
    }
    Ok(PlanCase {
        name: fields.get("name")?.text(Setup::LONGEST_LINE)?.to_owned(),
        title: fields.get("title")?.text(Setup::LONGEST_LINE)?.to_owned(),
        story: fields.get("story")?.text(Setup::LONGEST_TEXT)?.to_owned(),
        day: Date::read(written).ok_or_else(|| not_possible(&day, written))?,
        answers,
    })
}

fn question(node: &Node) -> Result<TestQuestion, Fault> {
    let fields = node.fields(&["kind", "ask", "case", "choices", "right"])?;
    let kind = fields.get("kind")?;
    let id = kind.text(Setup::LONGEST_LINE)?;
    let ask = fields.get("ask")?.text(Setup::LONGEST_LINE)?.to_owned();
    let found = TestQuestionKind::ALL.into_iter().find(|kind| kind.id() == id);
    match found.ok_or_else(|| not_possible(&kind, id))? {
        TestQuestionKind::Own => own_question(&fields, ask),
        kind => match ["case", "choices", "right"].into_iter().find_map(|name| fields.find(name)) {
            Some(extra) => Err(extra.fault(Wrong::Unknown(id.to_owned()))),
            None => Ok(TestQuestion::Reckoned { kind, ask }),
        },
    }
}

fn own_question(fields: &Fields, ask: String) -> Result<TestQuestion, Fault> {
    let case = fields.get("case")?;
    let case = if case.is_null() { None } else { Some(case.text(Setup::LONGEST_LINE)?.to_owned()) };
    // Too many or too long ones may stand in a form; in a test they are a fault of the setup.
    let choices = fields.get("choices")?.list(MOST_ANSWERS)?;
    let choices = read_all(choices, |text| Ok(text.text(Setup::LONGEST_TEXT)?.to_owned()))?;
    let right = fields.get("right")?.place_in(choices.len())?;
    Ok(TestQuestion::Own(OwnQuestion { ask, case, choices, right }))
}

pub(super) fn not_possible(node: &Node, given: &str) -> Fault {
    node.fault(Wrong::NotPossible(given.to_owned()))
}
