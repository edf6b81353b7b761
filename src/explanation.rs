//! The diagnosis by name, as the command line prints it and JavaScript receives it; a contract.
//!
//! This module knows the diagnosis and the ids. It must not decide anything.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::engine::{
    Answers, CLOSING_LIST, Capped, Diagnosis, EvidenceRow, Finding, Interview, Next, NotShown,
    QuestionIx, Rulebook, Said, Step, Weighs, WhatIf, firmness, what_if,
};

/// A diagnosis by name.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Explanation<'a> {
    outcome: &'static str,
    findings: Vec<NamedFinding<'a>>,
    plan: Vec<NamedStep<'a>>,
    not_shown: Vec<NamedNotShown<'a>>,
    /// How firm the result is against the open questions.
    grade: &'static str,
    /// The open questions of which a single option would change the first reason.
    changes_first: Vec<&'a str>,
    /// Those of which a single option would change another reason.
    changes_rest: Vec<&'a str>,
    /// The smallest change that the borrower can bring about and that changes the first reason.
    what_if: Option<NamedWhatIf<'a>>,
    open_questions: Vec<&'a str>,
    /// For each open question the reasons that it tells apart, the likeliest first.
    tells_apart: BTreeMap<&'a str, Vec<&'a str>>,
    /// The screen that comes next; `closing-list` for the list below; none at the end of the asking.
    next_screen: Option<&'a str>,
    closing_list: Vec<NamedFact<'a>>,
    rulebook: RulebookVersion<'a>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedWhatIf<'a> {
    changes: Vec<NamedChange<'a>>,
    /// The first reason then; none where nothing would be shown any more.
    first: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedChange<'a> {
    question: &'a str,
    from: &'a str,
    to: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedFinding<'a> {
    cause: &'a str,
    strength: &'static str,
    support: String,
    /// `prior + evidence + capped = support`.
    prior: Option<String>,
    also: Vec<&'a str>,
    ties_with_previous: bool,
    settled_by: Option<NamedFact<'a>>,
    contradicted_by: Option<NamedFact<'a>>,
    evidence: Vec<NamedEvidence<'a>>,
    capped: Vec<NamedCap<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedFact<'a> {
    question: &'a str,
    answer: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedEvidence<'a> {
    question: &'a str,
    answer: &'a str,
    weight: String,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedCap<'a> {
    group: &'a str,
    weight: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedStep<'a> {
    remedy: &'a str,
    r#for: Vec<&'a str>,
    who: &'static str,
    minutes: u16,
    wait_days: u16,
    touches_credit: bool,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct NamedNotShown<'a> {
    cause: &'a str,
    support: String,
    reason: &'static str,
    ruled_out_by: Option<NamedFact<'a>>,
    /// The answers that speak against it.
    against: Vec<NamedEvidence<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RulebookVersion<'a> {
    version: &'a str,
    hash: &'a str,
}

/// Names everything in a diagnosis.
#[must_use]
pub fn explain<'a>(
    rulebook: &'a Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
) -> Explanation<'a> {
    let interview = Interview::new(rulebook, answers, diagnosis);
    let firmness = firmness(rulebook, answers, diagnosis);
    let open = interview.open_questions();
    let (next_screen, closing_list) = match interview.next() {
        Next::Ask(screen) => (Some(&*rulebook.screen(screen).id), Vec::new()),
        Next::Close(rows) => (Some(CLOSING_LIST), rows),
        Next::Finish => (None, Vec::new()),
    };
    let questions =
        |list: &[QuestionIx]| list.iter().map(|at| &*rulebook.question(*at).id).collect();
    Explanation {
        outcome: diagnosis.outcome.id(),
        findings: diagnosis
            .findings
            .iter()
            .map(|finding| named_finding(rulebook, diagnosis, finding))
            .collect(),
        plan: diagnosis.plan.iter().map(|step| named_step(rulebook, step)).collect(),
        not_shown: diagnosis
            .not_shown
            .iter()
            .map(|rest| named_not_shown(rulebook, diagnosis, rest))
            .collect(),
        grade: firmness.grade.id(),
        changes_first: questions(&firmness.changes_first),
        changes_rest: questions(&firmness.changes_rest),
        what_if: what_if(rulebook, diagnosis).map(|what_if| named_what_if(rulebook, &what_if)),
        open_questions: questions(&open),
        tells_apart: open
            .iter()
            .map(|at| {
                let causes = interview.tells_apart(*at).into_iter();
                let causes = causes.map(|cause| &*rulebook.cause(cause).id).collect();
                (&*rulebook.question(*at).id, causes)
            })
            .collect(),
        next_screen,
        closing_list: closing_list.into_iter().map(|said| named_fact(rulebook, said)).collect(),
        rulebook: RulebookVersion { version: &rulebook.version, hash: &rulebook.hash },
    }
}

fn named_what_if<'a>(rulebook: &'a Rulebook, what_if: &WhatIf) -> NamedWhatIf<'a> {
    let option = |question, option| &*rulebook.option(question, option).id;
    NamedWhatIf {
        changes: what_if
            .changes
            .iter()
            .map(|change| NamedChange {
                question: &rulebook.question(change.question).id,
                from: option(change.question, change.from),
                to: option(change.question, change.to),
            })
            .collect(),
        first: what_if.first.map(|cause| &*rulebook.cause(cause).id),
    }
}

fn named_not_shown<'a>(
    rulebook: &'a Rulebook,
    diagnosis: &Diagnosis,
    rest: &NotShown,
) -> NamedNotShown<'a> {
    let assessment = diagnosis.assessment(rest.cause);
    let trace = diagnosis.trace(rulebook, rest.cause);
    NamedNotShown {
        cause: &rulebook.cause(rest.cause).id,
        support: assessment.support.to_string(),
        reason: rest.why.id(),
        ruled_out_by: assessment.ruled_out_by.map(|said| named_fact(rulebook, said)),
        against: named_rows(rulebook, trace.against()),
    }
}

fn named_finding<'a>(
    rulebook: &'a Rulebook,
    diagnosis: &Diagnosis,
    finding: &Finding,
) -> NamedFinding<'a> {
    let assessment = diagnosis.assessment(finding.cause);
    let trace = diagnosis.trace(rulebook, finding.cause);
    let fact = |said: Said| named_fact(rulebook, said);
    NamedFinding {
        cause: &rulebook.cause(finding.cause).id,
        strength: finding.strength.id(),
        support: assessment.support.to_string(),
        prior: assessment.prior.map(|prior| prior.to_string()),
        also: finding.also.iter().map(|cause| &*rulebook.cause(*cause).id).collect(),
        ties_with_previous: finding.ties_with_previous,
        settled_by: assessment.settled_by.map(fact),
        contradicted_by: assessment.contradicted_by.map(fact),
        evidence: named_rows(rulebook, trace.rows.iter()),
        capped: trace
            .capped
            .iter()
            .map(|(what, weight)| NamedCap {
                group: match what {
                    Capped::Group(group) => &rulebook.groups[group.at()].id,
                    Capped::Clean => "clean",
                },
                weight: weight.to_string(),
            })
            .collect(),
    }
}

fn named_fact(rulebook: &Rulebook, said: Said) -> NamedFact<'_> {
    NamedFact {
        question: &rulebook.question(said.question).id,
        answer: &rulebook.option(said.question, said.option).id,
    }
}

fn named_rows<'a, 'b>(
    rulebook: &'a Rulebook,
    rows: impl Iterator<Item = &'b EvidenceRow>,
) -> Vec<NamedEvidence<'a>> {
    rows.map(|row| {
        let NamedFact { question, answer } = named_fact(rulebook, row.said());
        let kind = match row.weighs {
            Weighs::Own => "own",
            Weighs::General => "general",
            Weighs::Clean => "clean",
        };
        NamedEvidence { question, answer, weight: row.weight.to_string(), kind }
    })
    .collect()
}

fn named_step<'a>(rulebook: &'a Rulebook, step: &Step) -> NamedStep<'a> {
    let remedy = rulebook.remedy(step.remedy);
    NamedStep {
        remedy: &remedy.id,
        r#for: step.causes.iter().map(|cause| &*rulebook.cause(*cause).id).collect(),
        who: remedy.who.id(),
        minutes: remedy.minutes,
        wait_days: remedy.wait_days,
        touches_credit: remedy.touches_credit,
    }
}
