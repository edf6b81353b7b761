use crate::engine::answers::{Answers, Facts};
use crate::engine::rules::{CauseIx, Date, Rulebook};

use super::findings::findings;
use super::not_shown::not_shown;
use super::plan::plan;
use super::trace::trace;
use super::weigh::weigh;
use super::{Assessment, Finding, NotShown, Outcome, Step, Trace};

/// The result with its trace.
#[derive(Clone, Debug)]
pub struct Diagnosis {
    /// What the result is about.
    pub outcome: Outcome,
    /// The reasons, best first; at most four, none where too little is known.
    pub findings: Vec<Finding>,
    /// The steps in the order in which to take them.
    pub plan: Vec<Step>,
    /// Every other cause and why it is not shown, in the rulebook's order.
    pub not_shown: Vec<NotShown>,
    /// How every cause stands, in the rulebook's order.
    pub assessments: Vec<Assessment>,
    /// What the answers establish.
    pub facts: Facts,
}

impl Diagnosis {
    /// How the cause stands.
    #[must_use]
    pub fn assessment(&self, cause: CauseIx) -> &Assessment {
        &self.assessments[cause.at()]
    }

    /// Everything from which the support of the cause was summed; the rulebook must be the diagnosis's own.
    #[must_use]
    pub fn trace(&self, rulebook: &Rulebook, cause: CauseIx) -> Trace {
        trace(rulebook, &self.facts, cause)
    }

    /// The first reason.
    #[must_use]
    pub fn first(&self) -> Option<CauseIx> {
        self.findings.first().map(|finding| finding.cause)
    }
}

/// Weighs every cause, in the rulebook's order.
pub(in crate::engine) fn assess(rulebook: &Rulebook, facts: &Facts) -> Vec<Assessment> {
    rulebook.cause_places().map(|cause| weigh(rulebook, facts, cause)).collect()
}

/// Works out the reasons and the steps; cannot fail, and depends on nothing but its arguments.
///
/// # Examples
///
/// ```
/// use loan_checkup::engine::{Date, GivenAnswer, diagnose, read_answers};
/// use loan_checkup::shipped;
///
/// let rulebook = shipped::rulebook();
/// let said = [("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")];
/// let said = said.map(|(name, answer)| (name.to_owned(), GivenAnswer::One(answer.to_owned())));
/// let answers = read_answers(&rulebook, said).expect("the rulebook knows them");
/// let day = Date::read("2026-11-21").expect("it is a day");
/// let diagnosis = diagnose(&rulebook, &answers, day);
///
/// let first = diagnosis.first().expect("a reason is found");
/// assert_eq!(rulebook.cause(first).id, "receiving-card-unusable");
/// assert!(!diagnosis.plan.is_empty());
/// ```
#[must_use]
pub fn diagnose(rulebook: &Rulebook, answers: &Answers, day: Date) -> Diagnosis {
    let facts = Facts::new(rulebook, answers, day);
    let assessments = assess(rulebook, &facts);
    let findings = findings(rulebook, &assessments);
    let stops = |finding: &Finding| rulebook.cause(finding.cause).stops;
    let outcome = match () {
        () if findings.iter().any(stops) => Outcome::StopScam,
        () if findings.is_empty() => Outcome::NotEnoughKnown,
        () => Outcome::Findings,
    };
    let plan = plan(rulebook, &facts, &findings, outcome);
    let not_shown = not_shown(rulebook, &facts, &assessments, &findings);
    Diagnosis { outcome, findings, plan, not_shown, assessments, facts }
}
