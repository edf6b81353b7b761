use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::json::{VERSION, parse, pretty, read};
use super::setup_file::setup_from;
use super::{FileFault, Wrong};
use crate::knowledge::fingerprint;
use crate::lab::readers::{CANNOT_TELL, CaseQuestion, Setup, TestPlan};

/// What a test file calls itself.
const FORMAT: &str = "loan-checkup reader test";

/// A test, whose other fields are those of the setup: `S` is the setup, or what is read as one.
#[derive(Serialize, Deserialize)]
pub(super) struct PlanFile<S> {
    #[serde(flatten)]
    setup: S,
    format: String,
    version: u64,
    rulebook: RulebookName,
    wording: String,
    sheet: Vec<CaseQuestion>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RulebookName {
    version: String,
    hash: String,
}

/// A test as a file, with everything that another device needs but the rulebook and the shipped wording.
#[must_use]
pub fn write_plan(plan: &TestPlan) -> String {
    pretty(&plan_file(plan))
}

impl TestPlan {
    /// Tells this plan from every other one by the text of its file: 16 hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint(&write_plan(self))
    }
}

/// A test as it stands in a file.
pub(super) fn plan_file(plan: &TestPlan) -> PlanFile<&Setup> {
    let TestPlan { rulebook_version, rulebook_hash, .. } = plan;
    PlanFile {
        setup: &plan.setup,
        format: FORMAT.to_owned(),
        version: VERSION,
        rulebook: RulebookName { version: rulebook_version.clone(), hash: rulebook_hash.clone() },
        wording: plan.wording.clone(),
        sheet: plan.sheet.clone(),
    }
}

/// Reads a test file.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn read_plan(text: &str) -> Result<TestPlan, FileFault> {
    plan_from(parse(text)?)
}

/// Reads a test that stands in a file.
pub(super) fn plan_from(value: Value) -> Result<TestPlan, FileFault> {
    let file: PlanFile<Map<String, Value>> = read(value, FORMAT)?;
    let setup = setup_from(file.setup)?;
    setup.check().map_err(|fault| FileFault::new("", Wrong::Setup(fault)))?;
    check_sheet(&file.sheet, &setup)?;
    Ok(TestPlan {
        setup,
        rulebook_version: file.rulebook.version,
        rulebook_hash: file.rulebook.hash,
        wording: file.wording,
        sheet: file.sheet,
    })
}

fn check_sheet(sheet: &[CaseQuestion], setup: &Setup) -> Result<(), FileFault> {
    let mut last = None;
    for (at, asked) in sheet.iter().enumerate() {
        let within = |fault: FileFault| fault.within(&format!("sheet[{at}]"));
        check_asked(asked, setup).map_err(within)?;
        let place = Some((asked.case, asked.question));
        // In order, so that none stands here twice.
        if last >= place {
            let name = format!("{} {}", asked.case, asked.question);
            return Err(within(FileFault::new("", Wrong::Twice(name))));
        }
        last = place;
    }
    let asked: BTreeSet<usize> = sheet.iter().map(|asked| asked.case).collect();
    match setup.cases.iter().enumerate().find(|(at, _)| !asked.contains(at)) {
        Some((_, case)) => Err(FileFault::not_possible("sheet", &case.name)),
        None => Ok(()),
    }
}

fn check_asked(asked: &CaseQuestion, setup: &Setup) -> Result<(), FileFault> {
    let CaseQuestion { case, question, choices, right } = asked;
    let mut offered = BTreeSet::new();
    if let Some((at, id)) = choices.iter().enumerate().find(|(_, id)| !offered.insert(*id)) {
        return Err(FileFault::new(format!("choices[{at}]"), Wrong::Twice(id.clone())));
    }
    if choices.last().is_none_or(|last| last != CANNOT_TELL) {
        return Err(FileFault::not_possible("choices", choices.join(", ")));
    }
    if right == CANNOT_TELL || !offered.contains(right) {
        return Err(FileFault::not_possible("right", right));
    }
    if *case >= setup.cases.len() {
        return Err(FileFault::not_possible("case", case));
    }
    if *question >= setup.questions.len() {
        return Err(FileFault::not_possible("question", question));
    }
    Ok(())
}
