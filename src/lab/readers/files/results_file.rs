use serde_json::{Value, json};

use super::node::{Fields, Node, VERSION, parse};
use super::{Fault, Wrong};
use crate::lab::readers::{Merged, Plan, ReaderCode, Session, Setup, Taken, TestResults};

/// What a results file calls itself.
const FORMAT: &str = "loan-checkup reader results";

/// The most sessions and steps of one that are read.
const MOST_SESSIONS: usize = 100_000;
const MOST_STEPS: usize = Setup::MOST_CASES * (Setup::MOST_QUESTIONS + 1);

/// All sessions of a plan as a file, for the device where they are put together.
#[must_use]
pub fn write_results(plan: &Plan, results: &TestResults) -> String {
    format!("{:#}\n", results_value(plan, results))
}

pub(super) fn results_value(plan: &Plan, results: &TestResults) -> Value {
    let all = results.sessions().chain(results.set_aside());
    json!({
        "format": FORMAT,
        "version": VERSION,
        "test": { "title": plan.setup.title, "fingerprint": plan.fingerprint() },
        "sessions": all.map(|session| session_value(plan, session)).collect::<Vec<_>>(),
    })
}

pub(super) fn session_value(plan: &Plan, session: &Session) -> Value {
    let steps = session.taken.iter().map(|taken| match taken {
        Taken::Read { case, milliseconds } => {
            json!({ "read": plan.setup.cases[*case].name, "milliseconds": milliseconds })
        }
        Taken::Answered { asked, choice, milliseconds } => {
            let asked = &plan.sheet[*asked];
            json!({
                "case": plan.setup.cases[asked.case].name, "question": asked.question,
                "choice": choice, "milliseconds": milliseconds,
            })
        }
    });
    json!({
        "reader": session.reader.to_string(),
        "version": plan.setup.versions[session.version].name,
        "steps": steps.collect::<Vec<_>>(),
    })
}

/// Reads a results file of this plan.
///
/// # Errors
///
/// The first thing that is wrong, with its place; among other things results of another test, and a session that a
/// reader of this test cannot have.
pub fn read_results(text: &str, plan: &Plan) -> Result<TestResults, Fault> {
    let value = parse(text)?;
    results_from(&Node::root(&value), plan)
}

/// Reads results that stand in a file.
pub(super) fn results_from(node: &Node, plan: &Plan) -> Result<TestResults, Fault> {
    let fields = node.marked(FORMAT, &["format", "version", "test", "sessions"])?;
    let test = fields.get("test")?.fields(&["title", "fingerprint"])?;
    test.get("title")?.text(Setup::LONGEST_LINE)?;
    let fingerprint = test.get("fingerprint")?;
    if fingerprint.text(Setup::LONGEST_LINE)? != plan.fingerprint() {
        return Err(fingerprint.fault(Wrong::OtherTest));
    }
    let mut results = TestResults::default();
    for session in fields.get("sessions")?.list(MOST_SESSIONS)? {
        results.add(session_from(&session, plan)?, &mut Merged::default());
    }
    Ok(results)
}

/// Reads one session.
pub(super) fn session_from(node: &Node, plan: &Plan) -> Result<Session, Fault> {
    let fields = node.fields(&["reader", "version", "steps"])?;
    let code = fields.get("reader")?;
    let written = code.text(Setup::LONGEST_LINE)?;
    let reader = ReaderCode::read(written);
    let reader = reader.ok_or_else(|| code.fault(Wrong::NotPossible(written.to_owned())))?;
    let mut session = Session::new(plan, reader);
    let version = fields.get("version")?;
    let name = version.text(Setup::LONGEST_LINE)?;
    // The split is the plan's: another version under this code was not given out by this lab.
    if plan.setup.versions[session.version].name != name {
        return Err(version.fault(Wrong::NotPossible(name.to_owned())));
    }
    let steps = fields.get("steps")?.list(MOST_STEPS)?;
    session.taken = steps.iter().map(|step| taken(step, plan)).collect::<Result<_, _>>()?;
    match session.first_wrong_step(plan) {
        Some(at) => Err(steps[at].fault(Wrong::NotPossible(written.to_owned()))),
        None => Ok(session),
    }
}

fn taken(node: &Node, plan: &Plan) -> Result<Taken, Fault> {
    let fields = node.fields(&["read", "case", "question", "choice", "milliseconds"])?;
    let milliseconds = fields.get("milliseconds")?.number(Taken::LONGEST)?;
    if let Some(read) = fields.find("read") {
        let extra =
            ["case", "question", "choice"].into_iter().find(|name| fields.find(name).is_some());
        return match extra {
            Some(extra) => Err(node.fault(Wrong::Unknown(extra.to_owned()))),
            None => Ok(Taken::Read { case: case(&read, plan)?, milliseconds }),
        };
    }
    let asked = asked(node, &fields, plan)?;
    let choice = fields.get("choice")?.text(Setup::LONGEST_LINE)?.to_owned();
    Ok(Taken::Answered { asked, choice, milliseconds })
}

fn case(node: &Node, plan: &Plan) -> Result<usize, Fault> {
    let name = node.text(Setup::LONGEST_LINE)?;
    let place = plan.setup.cases.iter().position(|case| case.name == name);
    place.ok_or_else(|| node.fault(Wrong::NotPossible(name.to_owned())))
}

/// The place in the sheet of what the step answers.
fn asked(node: &Node, fields: &Fields, plan: &Plan) -> Result<usize, Fault> {
    let case = case(&fields.get("case")?, plan)?;
    let question = fields.get("question")?.place_in(plan.setup.questions.len())?;
    let is_it = |asked: &crate::lab::readers::CaseQuestion| {
        (asked.case, asked.question) == (case, question)
    };
    let place = plan.sheet.iter().position(is_it);
    place.ok_or_else(|| node.fault(Wrong::NotPossible(question.to_string())))
}
