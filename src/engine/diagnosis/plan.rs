use core::cmp::Ordering;

use crate::engine::answers::Facts;
use crate::engine::rules::{CauseIx, Remedy, RemedyIx, Risk, Rulebook, Standing};

use super::{Finding, Outcome, Strength};

/// A step of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub remedy: RemedyIx,
    /// The shown causes that it is for, in the order of the findings; empty for general steps and those in every plan.
    pub causes: Vec<CauseIx>,
}

/// A remedy with what decides its place.
struct Candidate {
    step: Step,
    serves_first: bool,
    benefit: u64,
    cost: u64,
}

/// What to do: after a fraud stop the steps against it alone, otherwise the steps for the findings, or the safe general
/// ones where there are none, framed by those that stand in every plan. Every step fits the answers.
pub(super) fn plan(
    rulebook: &Rulebook,
    facts: &Facts,
    findings: &[Finding],
    outcome: Outcome,
) -> Vec<Step> {
    let most = usize::from(rulebook.settings.most_steps);
    if outcome == Outcome::StopScam {
        return steps_for(rulebook, facts, findings, most);
    }
    let standing = |standing| steps_of(rulebook, facts, &|remedy| remedy.standing == standing);
    let (mut steps, last) = (standing(Standing::First), standing(Standing::Last));
    let most = most.saturating_sub(steps.len() + last.len());
    let own = match outcome {
        Outcome::NotEnoughKnown => steps_of(rulebook, facts, &|remedy| {
            remedy.is_general && remedy.standing == Standing::None
        }),
        Outcome::Findings | Outcome::StopScam => steps_for(rulebook, facts, findings, most),
    };
    steps.extend(own);
    steps.extend(last);
    steps
}

/// The steps of a kind that fit the answers, for no cause in particular, in the rulebook's order.
fn steps_of(rulebook: &Rulebook, facts: &Facts, is_wanted: &dyn Fn(&Remedy) -> bool) -> Vec<Step> {
    let wanted = |at: &RemedyIx| {
        let remedy = rulebook.remedy(*at);
        is_wanted(remedy) && facts.allow(remedy)
    };
    let step = |remedy| Step { remedy, causes: Vec::new() };
    rulebook.remedy_places().filter(wanted).map(step).collect()
}

/// The steps for the findings, so many at the most: each remedy once, the first step of the first reason in front, then
/// those for the first reason before the others, by likely benefit for the effort; what touches credit last, what must
/// come first before what needs it, conflicts left out. Where there are too many, those that take up an answer stay.
fn steps_for(rulebook: &Rulebook, facts: &Facts, findings: &[Finding], most: usize) -> Vec<Step> {
    let mut candidates = candidates(rulebook, facts, findings);
    candidates.sort_by(|one, other| order(rulebook, one, other));
    let first = findings.first().and_then(|finding| first_step(rulebook, facts, finding.cause));
    if let Some(at) = candidates.iter().position(|candidate| Some(candidate.step.remedy) == first) {
        candidates[..=at].rotate_right(1);
    }
    let mut chosen: Vec<Step> = Vec::new();
    // The first step of each finding, so that no reason is left without one that it can begin with.
    for finding in findings {
        let first = first_step(rulebook, facts, finding.cause);
        let own = |is_first: bool| {
            candidates.iter().filter(move |candidate| {
                let Step { remedy, causes } = &candidate.step;
                causes.contains(&finding.cause) && (Some(*remedy) == first) == is_first
            })
        };
        let mut own = own(true).chain(own(false));
        let best = own.find(|c| fits(rulebook, &chosen, c)).map(|c| &c.step);
        let is_new = |best: &&Step| !chosen.contains(best) && chosen.len() < most;
        chosen.extend(best.filter(is_new).cloned());
    }
    // What takes up something that the borrower said is not cut off by what everybody is told.
    let (taken_up, general): (Vec<&Candidate>, Vec<&Candidate>) =
        candidates.iter().partition(|candidate| takes_up(rulebook, candidate));
    for candidate in taken_up.into_iter().chain(general) {
        let is_new = !chosen.contains(&candidate.step) && fits(rulebook, &chosen, candidate);
        if is_new && chosen.len() < most {
            chosen.push(candidate.step.clone());
        }
    }
    let mut steps: Vec<Step> = candidates
        .into_iter()
        .map(|candidate| candidate.step)
        .filter(|step| chosen.contains(step))
        .collect();
    put_prerequisites_first(rulebook, first, &mut steps);
    steps
}

/// What to do first where the cause is the first reason, whatever else is shown: of the steps that fit the answers the
/// one with the best benefit for the effort or what must come before it; none where every step needs one that is not
/// for the cause.
///
/// # Design
///
/// It follows from the cause and the answers that its steps name, so that it can be told exactly what could still
/// change it.
#[must_use]
pub fn first_step(rulebook: &Rulebook, facts: &Facts, cause: CauseIx) -> Option<RemedyIx> {
    let fits = |at: &RemedyIx| facts.allow(rulebook.remedy(*at));
    let own = |at: &RemedyIx| likelihood(rulebook, rulebook.remedy(*at), cause) > 0 && fits(at);
    let needs_only_own = |at: &RemedyIx| needs_only(rulebook, *at, &fits, &own);
    let best = |steps: &mut dyn Iterator<Item = RemedyIx>| {
        steps.min_by(|one, other| order_alone(rulebook, cause, *one, *other))
    };
    let mut first = best(&mut rulebook.remedy_places().filter(own).filter(needs_only_own))?;
    while let Some(before) = best(&mut rulebook.remedy(first).after.iter().copied().filter(fits)) {
        first = before;
    }
    Some(first)
}

/// Whether the cause has a step that can come first whatever was answered and whatever else is shown: one without
/// conditions, before which only steps for the same cause must come.
#[must_use]
pub fn always_has_first_step(rulebook: &Rulebook, cause: CauseIx) -> bool {
    let own = |at: &RemedyIx| likelihood(rulebook, rulebook.remedy(*at), cause) > 0;
    rulebook.remedy_places().filter(own).any(|at| {
        let remedy = rulebook.remedy(at);
        let is_free = remedy.conditions().next().is_none();
        is_free && needs_only(rulebook, at, &|_| true, &own)
    })
}

/// What comes first in the plan where the cause is the first reason, or where there is none.
#[must_use]
pub(in crate::engine) fn opening_step(
    rulebook: &Rulebook,
    facts: &Facts,
    first: Option<CauseIx>,
) -> Option<RemedyIx> {
    let of = |is_wanted: &dyn Fn(&Remedy) -> bool| {
        steps_of(rulebook, facts, is_wanted).first().map(|step| step.remedy)
    };
    let standing = |standing| of(&|remedy| remedy.standing == standing);
    let own = || match first {
        Some(cause) => first_step(rulebook, facts, cause),
        None => of(&|remedy| remedy.is_general && remedy.standing == Standing::None),
    };
    match first {
        Some(cause) if rulebook.cause(cause).stops => own(),
        _ => standing(Standing::First).or_else(own).or_else(|| standing(Standing::Last)),
    }
}

/// Whether everything that must come before the step, as far as it fits the answers, is among these.
fn needs_only(
    rulebook: &Rulebook,
    at: RemedyIx,
    fits: &dyn Fn(&RemedyIx) -> bool,
    these: &dyn Fn(&RemedyIx) -> bool,
) -> bool {
    let mut after = rulebook.remedy(at).after.iter().filter(|before| fits(before));
    after.all(|before| these(before) && needs_only(rulebook, *before, fits, these))
}

/// The order of the steps for one cause alone.
fn order_alone(rulebook: &Rulebook, cause: CauseIx, one: RemedyIx, other: RemedyIx) -> Ordering {
    let [of_one, of_other] = [one, other].map(|at| rulebook.remedy(at));
    let worth = |remedy: &Remedy, cost: &Remedy| {
        likelihood(rulebook, remedy, cause) * self::cost(rulebook, cost)
    };
    is_late(of_one)
        .cmp(&is_late(of_other))
        .then_with(|| worth(of_other, of_one).cmp(&worth(of_one, of_other)))
        .then(one.cmp(&other))
}

/// How likely the step helps with the cause, in hundredths; what stands in every plan is a step only for causes that
/// stop the interview.
fn likelihood(rulebook: &Rulebook, remedy: &Remedy, cause: CauseIx) -> u64 {
    let is_step = remedy.standing == Standing::None || rulebook.cause(cause).stops;
    let fix = remedy.fixes.iter().find(|fix| fix.cause == cause && is_step);
    fix.map_or(0, |fix| u64::from(fix.likelihood))
}

/// Whether it touches credit or is risky.
fn is_late(remedy: &Remedy) -> bool {
    remedy.touches_credit || remedy.risk == Risk::High
}

fn candidates(rulebook: &Rulebook, facts: &Facts, findings: &[Finding]) -> Vec<Candidate> {
    rulebook
        .remedy_places()
        .filter(|at| facts.allow(rulebook.remedy(*at)))
        .filter_map(|at| {
            let remedy = rulebook.remedy(at);
            let mut causes = Vec::new();
            let mut benefit = 0;
            for finding in findings {
                for cause in finding.causes() {
                    let likelihood = likelihood(rulebook, remedy, cause);
                    if likelihood > 0 {
                        causes.push(cause);
                        benefit += likelihood * share(finding, cause);
                    }
                }
            }
            let cost = cost(rulebook, remedy);
            let serves_first = findings.first().is_some_and(|first| causes.contains(&first.cause));
            let step = Step { remedy: at, causes };
            (benefit > 0).then_some(Candidate { step, serves_first, benefit, cost })
        })
        .collect()
}

/// How much a cause counts in the benefit of a step: by the strength of its finding, less if it is folded into it.
fn share(finding: &Finding, cause: CauseIx) -> u64 {
    let whole = match finding.strength {
        Strength::Weak => 4,
        Strength::Moderate => 8,
        Strength::Strong => 16,
        Strength::Settled => 32,
    };
    if cause == finding.cause { whole } else { whole / 4 }
}

/// Effort in tenths of a point, at least one point.
fn cost(rulebook: &Rulebook, remedy: &Remedy) -> u64 {
    let costs = &rulebook.settings.cost;
    let risk = match remedy.risk {
        Risk::None => 0,
        Risk::Low => costs.risk_low,
        Risk::High => costs.risk_high,
    };
    let priced = |count: u16, cost: u16| u64::from(count) * u64::from(cost);
    let cost = priced(remedy.minutes, costs.minute)
        + priced(remedy.yuan, costs.yuan)
        + priced(remedy.wait_days, costs.wait_day)
        + priced(u16::from(remedy.annoyance), costs.annoyance)
        + u64::from(risk);
    cost.max(10)
}

/// Nothing that touches credit or is risky before anything that does not; what serves the first reason before
/// what serves only the others; then benefit for the cost.
fn order(rulebook: &Rulebook, one: &Candidate, other: &Candidate) -> Ordering {
    let is_late = |candidate: &Candidate| is_late(rulebook.remedy(candidate.step.remedy));
    is_late(one)
        .cmp(&is_late(other))
        .then(other.serves_first.cmp(&one.serves_first))
        .then_with(|| (other.benefit * one.cost).cmp(&(one.benefit * other.cost)))
        .then_with(|| one.step.remedy.cmp(&other.step.remedy))
}

/// Whether the step is only for who gave certain answers, the symptom aside.
fn takes_up(rulebook: &Rulebook, candidate: &Candidate) -> bool {
    let when = &rulebook.remedy(candidate.step.remedy).when;
    when.iter().any(|condition| condition.question != rulebook.symptom)
}

/// Whether the step conflicts with none of those chosen.
fn fits(rulebook: &Rulebook, chosen: &[Step], candidate: &Candidate) -> bool {
    let new = candidate.step.remedy;
    !chosen.iter().any(|step| {
        rulebook.remedy(step.remedy).conflicts.contains(&new)
            || rulebook.remedy(new).conflicts.contains(&step.remedy)
    })
}

/// Moves every step behind the ones that must come before it; the order is otherwise kept, the first step in front.
/// What touches credit or is risky comes before what is not only where that needs it.
fn put_prerequisites_first(rulebook: &Rulebook, first: Option<RemedyIx>, steps: &mut [Step]) {
    let mut waiting: Vec<RemedyIx> = steps.iter().map(|step| step.remedy).collect();
    let mut order = Vec::new();
    while !waiting.is_empty() {
        let next = next_step(rulebook, first, &waiting);
        order.push(waiting.remove(next));
    }
    steps.sort_by_key(|step| order.iter().position(|at| *at == step.remedy));
}

/// The place of the step to take next.
fn next_step(rulebook: &Rulebook, first: Option<RemedyIx>, waiting: &[RemedyIx]) -> usize {
    let is_early = |at: &RemedyIx| Some(*at) == first || !is_late(rulebook.remedy(*at));
    let is_free =
        |at: &RemedyIx| !waiting.iter().any(|other| rulebook.remedy(*at).after.contains(other));
    let is_needed = |at: &RemedyIx| {
        waiting.iter().any(|other| is_early(other) && needs(rulebook, waiting, *other, *at))
    };
    let place = |wanted: &dyn Fn(&RemedyIx) -> bool| {
        waiting.iter().position(|at| is_free(at) && wanted(at))
    };
    // A circle cannot occur in a checked rulebook; the first step is the way out all the same.
    place(&is_early).or_else(|| place(&is_needed)).or_else(|| place(&|_| true)).unwrap_or(0)
}

/// Whether one of the steps must wait for the other.
fn needs(rulebook: &Rulebook, steps: &[RemedyIx], at: RemedyIx, before: RemedyIx) -> bool {
    let mut after = rulebook.remedy(at).after.iter().filter(|at| steps.contains(at));
    after.any(|at| *at == before || needs(rulebook, steps, *at, before))
}
