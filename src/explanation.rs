//! The diagnosis by name, as the command line prints it and JavaScript receives it; a contract.
//!
//! This module knows the diagnosis and the ids. It must not decide anything.

use serde::Serialize;

use crate::engine::{
    Answers, Assessment, Capped, CauseIx, Diagnosis, Finding, Interview, Next, NotShown, Rulebook,
    Said, Step, Weighs,
};

/// A diagnosis by name.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Explanation<'a> {
    outcome: &'static str,
    findings: Vec<NamedFinding<'a>>,
    plan: Vec<NamedStep<'a>>,
    not_shown: Vec<NamedNotShown<'a>>,
    open_questions: Vec<&'a str>,
    next_screen: Option<&'a str>,
    rulebook: Version<'a>,
    /// How firm the result is; not worked out yet, so never claimed.
    grade: Option<&'static str>,
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
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Version<'a> {
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
    let id = |cause: CauseIx| &*rulebook.cause(cause).id;
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
            .map(|NotShown { cause, why }| NamedNotShown {
                cause: id(*cause),
                support: diagnosis.assessment(*cause).support.to_string(),
                reason: why.id(),
            })
            .collect(),
        open_questions: interview
            .open_questions()
            .into_iter()
            .map(|question| &*rulebook.question(question).id)
            .collect(),
        next_screen: match interview.next() {
            Next::Ask(screen) => Some(&rulebook.screen(screen).id),
            Next::Finish => None,
        },
        rulebook: Version { version: &rulebook.version, hash: &rulebook.hash },
        grade: None,
    }
}

fn named_finding<'a>(
    rulebook: &'a Rulebook,
    diagnosis: &Diagnosis,
    finding: &Finding,
) -> NamedFinding<'a> {
    let assessment = diagnosis.assessment(finding.cause);
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
        evidence: named_evidence(rulebook, assessment),
        capped: assessment
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
        answer: &rulebook.choice(said.question, said.option).id,
    }
}

fn named_evidence<'a>(rulebook: &'a Rulebook, assessment: &Assessment) -> Vec<NamedEvidence<'a>> {
    assessment
        .rows
        .iter()
        .map(|row| {
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
