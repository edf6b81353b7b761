use crate::lab::readers::{Plan, Session, TestResults};

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
pub fn answers_csv(plan: &Plan, results: &TestResults) -> String {
    let mut text = String::from('\u{feff}');
    add_row(&mut text, &COLUMNS.map(str::to_owned));
    for session in results.sessions() {
        add_session(&mut text, plan, session, "1");
    }
    for session in results.set_aside() {
        add_session(&mut text, plan, session, "0");
    }
    text
}

fn add_session(text: &mut String, plan: &Plan, session: &Session, counts: &str) {
    let order = super::super::assignment(plan, session.reader).cases;
    for (asked, choice, milliseconds) in session.answers() {
        let asked = &plan.sheet[asked];
        let place = order.iter().position(|case| *case == asked.case).map_or(0, |place| place + 1);
        let is_right = if asked.right == choice { "1" } else { "0" };
        let cells = [
            session.reader.to_string(),
            session.reader.device().to_string(),
            plan.setup.versions[session.version].name.clone(),
            plan.setup.cases[asked.case].name.clone(),
            place.to_string(),
            (asked.question + 1).to_string(),
            plan.kind(asked).id().to_owned(),
            choice.to_owned(),
            asked.right.clone(),
            is_right.to_owned(),
            milliseconds.to_string(),
            counts.to_owned(),
        ];
        add_row(text, &cells);
    }
}

fn add_row(text: &mut String, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| written(cell)).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
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
