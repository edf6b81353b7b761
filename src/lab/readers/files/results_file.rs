use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json::{VERSION, parse, pretty, read};
use super::{FileFault, Wrong};
use crate::lab::readers::{Merged, ReaderCode, Session, Taken, TestPlan, TestResults};

/// What a results file calls itself.
const FORMAT: &str = "loan-checkup reader results";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultsFile {
    format: String,
    version: u64,
    test: TestName,
    sessions: Vec<SessionFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TestName {
    title: String,
    fingerprint: String,
}

/// A session as it stands in a file, with names in place of places in the plan.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionFile {
    reader: String,
    version: String,
    steps: Vec<TakenFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, untagged)]
enum TakenFile {
    Read { read: String, milliseconds: u32 },
    Answered { case: String, question: usize, choice: String, milliseconds: u32 },
}

/// All sessions of a plan as a file, for the device where they are put together.
#[must_use]
pub fn write_results(plan: &TestPlan, results: &TestResults) -> String {
    pretty(&results_file(plan, results))
}

/// All sessions of a plan as they stand in a file.
pub(super) fn results_file(plan: &TestPlan, results: &TestResults) -> ResultsFile {
    let all = results.sessions().chain(results.set_aside());
    ResultsFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        test: TestName { title: plan.setup.title.clone(), fingerprint: plan.fingerprint() },
        sessions: all.map(|session| session_file(plan, session)).collect(),
    }
}

/// A session as it stands in a file.
pub(super) fn session_file(plan: &TestPlan, session: &Session) -> SessionFile {
    let case = |at: usize| plan.setup.cases[at].name.clone();
    let step = |taken: &Taken| match taken {
        Taken::Read { case: at, milliseconds } => {
            TakenFile::Read { read: case(*at), milliseconds: *milliseconds }
        }
        Taken::Answered { asked, choice, milliseconds } => {
            let asked = &plan.sheet[*asked];
            TakenFile::Answered {
                case: case(asked.case),
                question: asked.question,
                choice: choice.clone(),
                milliseconds: *milliseconds,
            }
        }
    };
    SessionFile {
        reader: session.reader.to_string(),
        version: plan.setup.versions[session.version].name.clone(),
        steps: session.taken.iter().map(step).collect(),
    }
}

/// Reads a results file of this plan.
///
/// # Errors
///
/// The first thing that is wrong, with its place; among other things results of another test, and a session that a
/// reader of this test cannot have.
pub fn read_results(text: &str, plan: &TestPlan) -> Result<TestResults, FileFault> {
    results_from(parse(text)?, plan)
}

/// Reads results that stand in a file.
pub(super) fn results_from(value: Value, plan: &TestPlan) -> Result<TestResults, FileFault> {
    let file: ResultsFile = read(value, FORMAT)?;
    if file.test.fingerprint != plan.fingerprint() {
        return Err(FileFault::new("test.fingerprint", Wrong::OtherTest));
    }
    let mut results = TestResults::default();
    for (at, session) in file.sessions.into_iter().enumerate() {
        let session = session_from(session, plan);
        let session = session.map_err(|fault| fault.within(&format!("sessions[{at}]")))?;
        results.add(session, &mut Merged::default());
    }
    Ok(results)
}

/// Reads one session.
pub(super) fn session_from(file: SessionFile, plan: &TestPlan) -> Result<Session, FileFault> {
    let SessionFile { reader: code, version, steps } = file;
    let reader = ReaderCode::read(&code).ok_or_else(|| FileFault::not_possible("reader", &code))?;
    let mut session = Session::new(plan, reader);
    // The split is the plan's: another version under this code was not given out by this lab.
    if plan.setup.versions[session.version].name != version {
        return Err(FileFault::not_possible("version", version));
    }
    for (at, step) in steps.into_iter().enumerate() {
        let taken = taken(step, plan);
        session.taken.push(taken.map_err(|fault| fault.within(&format!("steps[{at}]")))?);
    }
    match session.first_wrong_step(plan) {
        Some(at) => Err(FileFault::not_possible(format!("steps[{at}]"), code)),
        None => Ok(session),
    }
}

fn taken(step: TakenFile, plan: &TestPlan) -> Result<Taken, FileFault> {
    let (TakenFile::Read { milliseconds, .. } | TakenFile::Answered { milliseconds, .. }) = step;
    if milliseconds > Taken::LONGEST {
        return Err(FileFault::not_possible("milliseconds", milliseconds));
    }
    let place = |field: &str, name: String| {
        let place = plan.setup.cases.iter().position(|case| case.name == name);
        place.ok_or_else(|| FileFault::not_possible(field, name))
    };
    match step {
        TakenFile::Read { read, .. } => {
            Ok(Taken::Read { case: place("read", read)?, milliseconds })
        }
        TakenFile::Answered { case, question, choice, .. } => {
            let case = place("case", case)?;
            let mut sheet = plan.sheet.iter();
            let asked = sheet.position(|asked| (asked.case, asked.question) == (case, question));
            let asked = asked.ok_or_else(|| FileFault::not_possible("question", question))?;
            Ok(Taken::Answered { asked, choice, milliseconds })
        }
    }
}
