use core::cmp::Reverse;

use super::{Assessment, CauseIx, Decibans, Finding, Rulebook, Strength};

/// The reasons to show, best first: what stops the interview, hard facts by rank, then support, then the rulebook's order.
/// Causes that set each other off are folded into one.
pub(super) fn findings(rulebook: &Rulebook, assessments: &[Assessment]) -> Vec<Finding> {
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
    findings.truncate(usize::from(rulebook.settings.most_findings));
    findings
}

fn is_shown(rulebook: &Rulebook, assessment: &Assessment) -> bool {
    if assessment.settled_by.is_some() {
        return true;
    }
    let cause = rulebook.cause(assessment.cause);
    assessment.prior.is_some()
        && assessment.ruled_out_by.is_none()
        && !cause.stops
        && assessment.speaks_for_itself(cause.shown_on)
        && assessment.support >= rulebook.settings.threshold
}

/// Larger is better; equal ranks are about equally likely and keep the rulebook's order.
fn rank(rulebook: &Rulebook, assessment: &Assessment) -> (bool, bool, u8, Decibans) {
    let tier = match assessment.settled_by {
        Some(fact) if rulebook.question(fact.question).on_page => 2,
        Some(_) => 1,
        None => 0,
    };
    let cause = rulebook.cause(assessment.cause);
    (cause.stops, !cause.is_always_last, tier, assessment.support)
}

fn are_linked(rulebook: &Rulebook, one: CauseIx, other: CauseIx) -> bool {
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
