use core::iter::once;

use crate::lab::readers::{Session, TestPlan, TestResults, assignment};

/// The columns, one row an answer.
const COLUMNS: [&str; 12] = [
    "reader",
    "device",
    "version",
    "case",
    "case-place",
    "question",
    "kind",
    "choice",
    "right-choice",
    "is-right",
    "milliseconds",
    "counts",
];

/// All answers as CSV (RFC 4180, with a byte order mark so that spreadsheets read Chinese), one row an answer.
///
/// Columns: the reader's code, the device, the version's name, the case's name and its place for this reader from 1,
/// the question's number from 1 and kind, what was chosen and what was right by id, 1 or 0 for right, milliseconds,
/// and 1, or 0 for a session that was set aside.
#[must_use]
pub fn answers_csv(plan: &TestPlan, results: &TestResults) -> String {
    let counted = results.sessions().map(|session| (session, "1"));
    let all = counted.chain(results.set_aside().iter().map(|session| (session, "0")));
    let rows = all.flat_map(|(session, counts)| rows(plan, session, counts));
    let rows = once(COLUMNS.map(str::to_owned)).chain(rows);
    let lines = rows.map(|cells| cells.each_ref().map(|cell| written(cell)).join(",") + "\r\n");
    once("\u{feff}".to_owned()).chain(lines).collect()
}

fn rows(plan: &TestPlan, session: &Session, counts: &str) -> impl Iterator<Item = [String; 12]> {
    let order = assignment(plan, session.reader).cases;
    session.answers().map(move |(asked, choice, milliseconds)| {
        let asked = &plan.sheet[asked];
        let place = order.iter().position(|case| *case == asked.case).map_or(0, |place| place + 1);
        [
            session.reader.to_string(),
            session.reader.device().to_string(),
            plan.setup.versions[session.version].name.clone(),
            plan.setup.cases[asked.case].name.clone(),
            place.to_string(),
            (asked.question + 1).to_string(),
            plan.kind(asked).id().to_owned(),
            choice.to_owned(),
            asked.right.clone(),
            u8::from(asked.right == choice).to_string(),
            milliseconds.to_string(),
            counts.to_owned(),
        ]
    })
}

/// A cell: an apostrophe in front of what a spreadsheet would take for a formula, quotes where they are needed.
fn written(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let cell = if is_formula { ["'", cell].concat() } else { cell.to_owned() };
    if cell.contains([',', '"', '\r', '\n']) {
        return ["\"", &cell.replace('"', "\"\""), "\""].concat();
    }
    cell
}
