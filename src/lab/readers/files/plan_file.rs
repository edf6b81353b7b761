use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::node::{Fields, Node, VERSION, parse};
use super::{Fault, Wrong};
use crate::engine::Date;
use crate::lab::readers::{
    Asked, CANNOT_TELL, Kind, OwnQuestion, Plan, PlanCase, Question, Setup, Version,
};

/// What a test file calls itself.
const FORMAT: &str = "loan-checkup reader test";

/// The most sentences of a version, answers of a case, and choices of a question that are read.
const MOST_TEXTS: usize = 5_000;
const MOST_ANSWERS: usize = 500;
const MOST_CHOICES: usize = 16;

/// A test as a file, with everything that another device needs but the rulebook and the shipped wording.
#[must_use]
pub fn write_plan(plan: &Plan) -> String {
    format!("{:#}\n", plan_value(plan))
}

pub(super) fn plan_value(plan: &Plan) -> Value {
    let setup = &plan.setup;
    let version = |version: &Version| json!({ "name": version.name, "texts": version.texts });
    let case = |case: &PlanCase| {
        json!({
            "name": case.name, "title": case.title, "story": case.story,
            "day": case.day.to_string(), "answers": case.answers,
        })
    };
    let asked = |asked: &Asked| {
        json!({
            "case": asked.case, "question": asked.question,
            "choices": asked.choices, "right": asked.right,
        })
    };
    json!({
        "format": FORMAT,
        "version": VERSION,
        "title": setup.title,
        "locale": setup.locale,
        "rulebook": { "version": plan.rulebook_version, "hash": plan.rulebook_hash },
        "wording": plan.wording,
        "seed": setup.seed,
        "cannot-tell": setup.cannot_tell,
        "versions": setup.versions.iter().map(version).collect::<Vec<_>>(),
        "cases": setup.cases.iter().map(case).collect::<Vec<_>>(),
        "questions": setup.questions.iter().map(question_value).collect::<Vec<_>>(),
        "sheet": plan.sheet.iter().map(asked).collect::<Vec<_>>(),
    })
}

fn question_value(question: &Question) -> Value {
    match question {
        Question::Reckoned { kind, ask } => json!({ "kind": kind.id(), "ask": ask }),
        Question::Own(own) => json!({
            "kind": Kind::Own.id(), "ask": own.ask, "case": own.case,
            "choices": own.choices, "right": own.right,
        }),
    }
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
        &[
            "format",
            "version",
            "title",
            "locale",
            "rulebook",
            "wording",
            "seed",
            "cannot-tell",
            "versions",
            "cases",
            "questions",
            "sheet",
        ],
    )?;
    let setup = setup(&fields)?;
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

fn setup(fields: &Fields) -> Result<Setup, Fault> {
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

fn version(node: &Node) -> Result<Version, Fault> {
    let fields = node.fields(&["name", "texts"])?;
    let mut texts = BTreeMap::new();
    for (key, text) in fields.get("texts")?.entries(MOST_TEXTS)? {
        texts.insert(key.to_owned(), text.text(Setup::LONGEST_TEXT)?.to_owned());
    }
    Ok(Version { name: fields.get("name")?.text(Setup::LONGEST_LINE)?.to_owned(), texts })
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

fn question(node: &Node) -> Result<Question, Fault> {
    let fields = node.fields(&["kind", "ask", "case", "choices", "right"])?;
    let kind = fields.get("kind")?;
    let id = kind.text(Setup::LONGEST_LINE)?;
    let ask = fields.get("ask")?.text(Setup::LONGEST_LINE)?.to_owned();
    let found = Kind::ALL.into_iter().find(|kind| kind.id() == id);
    match found.ok_or_else(|| not_possible(&kind, id))? {
        Kind::Own => own_question(&fields, ask),
        kind => match ["case", "choices", "right"].into_iter().find_map(|name| fields.find(name)) {
            Some(extra) => Err(extra.fault(Wrong::Unknown(id.to_owned()))),
            None => Ok(Question::Reckoned { kind, ask }),
        },
    }
}

fn own_question(fields: &Fields, ask: String) -> Result<Question, Fault> {
    let case = fields.get("case")?;
    let case = if case.is_null() { None } else { Some(case.text(Setup::LONGEST_LINE)?.to_owned()) };
    let choices = fields.get("choices")?.list(Setup::OWN_CHOICES.1)?;
    let choices = read_all(choices, |text| Ok(text.text(Setup::LONGEST_LINE)?.to_owned()))?;
    let right = fields.get("right")?.place_in(choices.len())?;
    Ok(Question::Own(OwnQuestion { ask, case, choices, right }))
}

fn sheet(node: &Node, setup: &Setup) -> Result<Vec<Asked>, Fault> {
    let nodes = node.list(Setup::MOST_CASES * Setup::MOST_QUESTIONS)?;
    let mut sheet: Vec<Asked> = Vec::new();
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

fn asked(node: &Node, setup: &Setup) -> Result<Asked, Fault> {
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
    Ok(Asked {
        case: fields.get("case")?.place_in(setup.cases.len())?,
        question: fields.get("question")?.place_in(setup.questions.len())?,
        choices,
        right: id.to_owned(),
    })
}

fn not_possible(node: &Node, given: &str) -> Fault {
    node.fault(Wrong::NotPossible(given.to_owned()))
}
