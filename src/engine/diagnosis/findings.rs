use core::cmp::Reverse;

use crate::engine::rules::{CauseIx, Decibans, QuestionIx, Rulebook};

use super::{Assessment, Finding, Strength};

/// The reasons to show, best first: what stops the interview, hard facts by rank, then support, then the rulebook's order.
/// Causes that set each other off are folded into one.
pub(in crate::engine) fn findings(rulebook: &Rulebook, assessments: &[Assessment]) -> Vec<Finding> {
    let mut shown: Vec<&Assessment> =
        assessments.iter().filter(|assessment| is_shown(rulebook, assessment)).collect();
    shown.sort_by_key(|assessment| Reverse(rank(rulebook, assessment)));
    let mut findings: Vec<Finding> = Vec::new();
    let mut previous = None;
    for assessment in shown {
        let head =
            findings.iter_mut().find(|head| are_linked(rulebook, head.cause, assessment.cause));
        match head {
            Some(head) => head.also.push(assessment.cause),
            None => {
                let rank = rank(rulebook, assessment);
                let mut finding = new_finding(rulebook, assessment);
                finding.ties_with_previous = previous == Some(rank);
                previous = Some(rank);
                findings.push(finding);
            }
        }
    }
    // A warning stands alone.
    let stops = |finding: &Finding| rulebook.cause(finding.cause).stops;
    if findings.iter().any(stops) {
        findings.retain(stops);
    }
    findings.truncate(usize::from(rulebook.settings.most_findings));
    findings
}

pub(super) fn is_shown(rulebook: &Rulebook, assessment: &Assessment) -> bool {
    if assessment.settled_by.is_some() {
        return true;
    }
    let cause = rulebook.cause(assessment.cause);
    assessment.prior.is_some()
        && assessment.ruled_out_by.is_none()
        && !cause.stops
        && assessment.speaks_for_itself(cause.shown_on)
        && assessment.support >= rulebook.settings.least_support(cause.shown_on)
}

/// Larger is better; equal ranks are about equally likely and keep the rulebook's order.
pub(super) type Rank = (bool, bool, u8, Decibans);

/// The rank of a cause that is shown.
pub(super) fn rank(rulebook: &Rulebook, assessment: &Assessment) -> Rank {
    let tier = assessment.settled_by.map_or(0, |said| tier(rulebook, said.question));
    let cause = rulebook.cause(assessment.cause);
    (cause.stops, !cause.is_always_last, tier, assessment.support)
}

/// What the page says outranks what was answered.
pub(in crate::engine) fn tier(rulebook: &Rulebook, question: QuestionIx) -> u8 {
    if rulebook.question(question).on_page { 2 } else { 1 }
}

/// The cause of the first finding, without working out the others.
pub(in crate::engine) fn first_reason(
    rulebook: &Rulebook,
    assessments: impl Iterator<Item = Assessment>,
) -> Option<CauseIx> {
    let mut best: Option<(Rank, CauseIx)> = None;
    for assessment in assessments.filter(|assessment| is_shown(rulebook, assessment)) {
        let rank = rank(rulebook, &assessment);
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, assessment.cause));
        }
    }
    best.map(|(_, cause)| cause)
}

pub(in crate::engine) fn are_linked(rulebook: &Rulebook, one: CauseIx, other: CauseIx) -> bool {
    rulebook.cause(one).may_trigger.contains(&other)
        || rulebook.cause(other).may_trigger.contains(&one)
}

fn new_finding(rulebook: &Rulebook, assessment: &Assessment) -> Finding {
    let strength = match assessment.settled_by {
        Some(_) => Strength::Settled,
        None => Strength::of(assessment.firm_support(), &rulebook.settings),
    };
    Finding { cause: assessment.cause, strength, also: Vec::new(), ties_with_previous: false }
}
