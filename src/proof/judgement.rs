use crate::engine::{CauseIx, Diagnosis, Rulebook, diagnose};
use crate::knowledge::Case;

/// How a rulebook does on one worked case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The first reason that is given.
    pub first: Option<CauseIx>,
    /// All that the case expects and does not get, a sentence each; none where all is as expected.
    pub wrong: Vec<String>,
    /// What is given instead, in one line.
    pub given: String,
}

/// Holds the diagnosis of a worked case against what the case expects.
///
/// A case that is marked as open expects no first reason.
#[must_use]
pub fn judge(rulebook: &Rulebook, case: &Case) -> Judgement {
    let diagnosis = diagnose(rulebook, &case.answers, case.day);
    let wrong = wrong(rulebook, case, &diagnosis);
    Judgement { first: diagnosis.first(), wrong, given: given(rulebook, &diagnosis) }
}

/// Whether the first reason is the expected one; none where the case expects none or is marked as open.
#[must_use]
pub fn is_first_right(rulebook: &Rulebook, case: &Case, first: Option<CauseIx>) -> Option<bool> {
    let expected = case.expect.first.as_deref().filter(|_| !case.expect.open)?;
    Some(first.is_some_and(|first| rulebook.cause(first).id == expected))
}

fn wrong(rulebook: &Rulebook, case: &Case, diagnosis: &Diagnosis) -> Vec<String> {
    let expect = &case.expect;
    let id = |cause: CauseIx| &*rulebook.cause(cause).id;
    let shown: Vec<&str> =
        diagnosis.findings.iter().flat_map(|finding| finding.causes()).map(id).collect();
    let ruled_out: Vec<&str> = diagnosis
        .assessments
        .iter()
        .filter(|assessment| assessment.ruled_out_by.is_some())
        .map(|assessment| id(assessment.cause))
        .collect();
    let advised: Vec<&str> =
        diagnosis.plan.iter().map(|step| &*rulebook.remedy(step.remedy).id).collect();
    let mut wrong = Vec::new();
    if expect.outcome != diagnosis.outcome.id() {
        wrong.push(format!("outcome {} instead of {}", diagnosis.outcome.id(), expect.outcome));
    }
    if is_first_right(rulebook, case, diagnosis.first()) == Some(false) {
        wrong.push(format!("first is not {}", expect.first.as_deref().unwrap_or_default()));
    }
    let mut list = |what: &str, ids: &[String], is_wrong: &dyn Fn(&&str) -> bool| {
        let found = ids.iter().map(String::as_str).filter(|id| is_wrong(id));
        wrong.extend(found.map(|id| format!("{what} {id}")));
    };
    list("not shown:", &expect.shown, &|id| !shown.contains(id));
    list("shown:", &expect.hidden, &|id| shown.contains(id));
    list("not ruled out:", &expect.ruled_out, &|id| !ruled_out.contains(id));
    list("advised:", &expect.not_advised, &|id| advised.contains(id));
    wrong
}

fn given(rulebook: &Rulebook, diagnosis: &Diagnosis) -> String {
    let id = |cause: CauseIx| &*rulebook.cause(cause).id;
    let found = diagnosis.findings.iter().map(|finding| {
        let also: Vec<&str> = finding.also.iter().map(|cause| id(*cause)).collect();
        let support = diagnosis.assessment(finding.cause).support;
        format!("{} {support} {also:?}", id(finding.cause))
    });
    found.collect::<Vec<_>>().join(", ")
}
