use super::assess::assess;
use super::findings::findings;
use super::not_shown::not_shown;
use super::plan::{general_plan, plan};
use super::{
    Answers, Assessment, CauseIx, Date, Facts, Finding, NotShown, Outcome, Rulebook, Step,
};

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

    /// The first reason.
    #[must_use]
    pub fn first(&self) -> Option<CauseIx> {
        self.findings.first().map(|finding| finding.cause)
    }
}

/// Works out the reasons and the steps; cannot fail, and depends on nothing but its arguments.
#[must_use]
pub fn diagnose(rulebook: &Rulebook, answers: &Answers, day: Date) -> Diagnosis {
    let facts = Facts::new(rulebook, answers);
    let assessments = assess(rulebook, &facts, day);
    let mut findings = findings(rulebook, &assessments);
    let stops = |finding: &Finding| rulebook.cause(finding.cause).stops;
    let outcome = match () {
        () if findings.iter().any(stops) => Outcome::StopScam,
        () if findings.is_empty() => Outcome::NotEnoughKnown,
        () => Outcome::Findings,
    };
    if outcome == Outcome::StopScam {
        findings.retain(stops);
    }
    let plan = match outcome {
        Outcome::NotEnoughKnown => general_plan(rulebook),
        Outcome::StopScam | Outcome::Findings => plan(rulebook, &findings),
    };
    let not_shown = not_shown(rulebook, &assessments, &findings);
    Diagnosis { outcome, findings, plan, not_shown, assessments, facts }
}
