use crate::engine::{CauseIx, Diagnosis, Finding};

use super::DifferenceKind;
use super::difference_kinds::DifferenceKinds;
use super::mapping::Mapping;

/// How the two results of one borrower differ, sentences left out.
pub(super) fn compare(mapping: &Mapping, old: &Diagnosis, new: &Diagnosis) -> DifferenceKinds {
    let first_step = |diagnosis: &Diagnosis| diagnosis.plan.first().map(|step| step.remedy);
    DifferenceKinds::default()
        .with_if(DifferenceKind::Outcome, old.outcome != new.outcome)
        .with_if(DifferenceKind::FirstReason, is_other_first(mapping, old.first(), new.first()))
        .with_if(DifferenceKind::Reasons, !are_same_reasons(mapping, old, new))
        .with_if(DifferenceKind::Strength, has_other_strength(mapping, old, new))
        .with_if(
            DifferenceKind::FirstStep,
            first_step(old).map(|at| mapping.remedy(at)) != first_step(new).map(Some),
        )
        .with_if(DifferenceKind::Plan, !is_same_plan(mapping, old, new))
}

/// Whether another cause stands first, or one where there was none.
pub(super) fn is_other_first(
    mapping: &Mapping,
    old: Option<CauseIx>,
    new: Option<CauseIx>,
) -> bool {
    old.map(|cause| mapping.cause(cause)) != new.map(Some)
}

/// Whether the same reasons stand in the same order, each with the same causes folded into it.
fn are_same_reasons(mapping: &Mapping, old: &Diagnosis, new: &Diagnosis) -> bool {
    let is_same = |one: &Finding, other: &Finding| {
        one.causes().map(|cause| mapping.cause(cause)).eq(other.causes().map(Some))
    };
    old.findings.len() == new.findings.len()
        && old.findings.iter().zip(&new.findings).all(|(one, other)| is_same(one, other))
}

fn has_other_strength(mapping: &Mapping, old: &Diagnosis, new: &Diagnosis) -> bool {
    old.findings.iter().any(|finding| {
        let there = new.findings.iter().find(|new| mapping.cause(finding.cause) == Some(new.cause));
        there.is_some_and(|there| {
            finding.strength != there.strength
                || finding.ties_with_previous != there.ties_with_previous
        })
    })
}

fn is_same_plan(mapping: &Mapping, old: &Diagnosis, new: &Diagnosis) -> bool {
    let steps = old.plan.iter().map(|step| mapping.remedy(step.remedy));
    steps.eq(new.plan.iter().map(|step| Some(step.remedy)))
}
