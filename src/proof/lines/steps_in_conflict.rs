use serde_json::json;

use crate::engine::{Diagnosis, Outcome, RemedyIx, Risk, Rulebook, Standing, Step, diagnose};
use crate::proof::survey::{borrowers, survey};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// How many examples of a kind are kept.
const MOST_EXAMPLES: usize = 2;

/// The kinds of conflict, as the figures name them.
const KINDS: [&str; 6] = [
    "two steps that exclude each other",
    "beside a warning a step that serves no warning",
    "a risk or a trace on the credit file before a step without",
    "a step before what must come first",
    "a step that serves no reason",
    "a step that does not fit the answers",
];

/// No step of a plan conflicts with another or with a warning.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let circles = circles(rulebook);
    // Where steps wait for each other there is no order to try.
    let borrowers = match circles.is_empty() {
        true => borrowers(subject, &survey(subject)),
        false => Vec::new(),
    };
    let mut counts = [0usize; KINDS.len()];
    let mut examples = Vec::new();
    for answers in &borrowers {
        let diagnosis = diagnose(rulebook, answers, subject.day);
        let found = conflicts(rulebook, &diagnosis);
        for ((count, found), kind) in counts.iter_mut().zip(&found).zip(KINDS) {
            if let Some(step) = found {
                *count += 1;
                if *count <= MOST_EXAMPLES {
                    examples.push(Witness {
                        shows: format!("{kind}: `{}`", rulebook.remedy(*step).id),
                        answers: named_answers(rulebook, answers, subject.day),
                    });
                }
            }
        }
    }
    let gaps = gaps(rulebook);
    let is_good = circles.is_empty() && counts.iter().all(|count| *count == 0);
    let nobody = |id: &String| Witness {
        shows: format!("`{id}` must come before itself"),
        answers: serde_json::Map::new(),
    };
    examples.extend(circles.iter().map(nobody));
    let mut figures = vec![
        ("must come before themselves".to_owned(), json!(circles)),
        ("gaps in the proof".to_owned(), json!(gaps)),
        ("results seen".to_owned(), json!(borrowers.len())),
    ];
    figures
        .extend(KINDS.iter().zip(counts).map(|(kind, count)| ((*kind).to_owned(), json!(count))));
    Line {
        id: "steps-in-conflict",
        claim: "no step conflicts with another step or with a warning",
        method: match gaps.is_empty() {
            true => Method::Exact,
            false => Method::Bounded(format!("{} borrowers of every kind", borrowers.len())),
        },
        verdict: if is_good { Verdict::Holds } else { Verdict::Fails },
        figures,
        examples,
    }
}

/// For each kind a step that is in conflict.
fn conflicts(rulebook: &Rulebook, diagnosis: &Diagnosis) -> [Option<RemedyIx>; KINDS.len()] {
    let plan = &diagnosis.plan;
    let is_warning = diagnosis.outcome == Outcome::StopScam;
    let warns = |step: &Step| step.causes.iter().any(|cause| rulebook.cause(*cause).stops);
    let stands = |at: RemedyIx| rulebook.remedy(at).standing != Standing::None;
    let is_before = |test: &dyn Fn(RemedyIx, RemedyIx) -> bool| {
        let found = plan
            .iter()
            .enumerate()
            .find(|(at, step)| plan[at + 1..].iter().any(|later| test(step.remedy, later.remedy)));
        found.map(|(_, step)| step.remedy)
    };
    let serves = |step: &Step| !step.causes.is_empty();
    let find = |test: &dyn Fn(&&Step) -> bool| plan.iter().find(test).map(|step| step.remedy);
    [
        is_before(&|one, other| exclude(rulebook, one, other)),
        find(&|step| is_warning && !warns(step)),
        is_before(&|one, other| {
            is_late(rulebook, one) && !is_late(rulebook, other) && !stands(other)
        }),
        is_before(&|one, other| rulebook.remedy(one).after.contains(&other)),
        find(&|step| {
            diagnosis.outcome == Outcome::Findings && !serves(step) && !stands(step.remedy)
        }),
        find(&|step| !diagnosis.facts.allow(rulebook.remedy(step.remedy))),
    ]
}

fn exclude(rulebook: &Rulebook, one: RemedyIx, other: RemedyIx) -> bool {
    rulebook.remedy(one).conflicts.contains(&other)
        || rulebook.remedy(other).conflicts.contains(&one)
}

/// Whether the step stands behind all that have no risk and leave no trace.
fn is_late(rulebook: &Rulebook, remedy: RemedyIx) -> bool {
    let remedy = rulebook.remedy(remedy);
    remedy.touches_credit || remedy.risk == Risk::High
}

/// What keeps the proof from being complete.
///
/// Without a gap it is: a plan takes no step that excludes one it has, and none that does not fit the answers; a warning
/// has only steps for what is folded into it; late steps sort last, and nothing pulls one of them forward; nothing must
/// come before itself; and what stands in every plan excludes nothing, waits for nothing and is not late.
fn gaps(rulebook: &Rulebook) -> Vec<String> {
    let mut gaps = Vec::new();
    for one in rulebook.remedy_places() {
        let of = rulebook.remedy(one);
        for first in of.after.iter().copied() {
            if is_late(rulebook, first) && !is_late(rulebook, one) {
                let first = &rulebook.remedy(first).id;
                gaps.push(format!("`{}` comes after `{first}`, which is a late step", of.id));
            }
            if exclude(rulebook, one, first) {
                let first = &rulebook.remedy(first).id;
                gaps.push(format!("`{}` comes after `{first}`, which excludes it", of.id));
            }
        }
    }
    for at in rulebook.remedy_places() {
        let remedy = rulebook.remedy(at);
        let is_bound = !remedy.after.is_empty()
            || rulebook.remedy_places().any(|other| {
                rulebook.remedy(other).after.contains(&at) || exclude(rulebook, at, other)
            });
        if remedy.standing != Standing::None && (is_bound || is_late(rulebook, at)) {
            gaps.push(format!("`{}` stands in every plan and is bound to other steps", remedy.id));
        }
    }
    for (at, cause) in rulebook.cause_places().zip(&rulebook.causes) {
        for other in
            rulebook.cause_places().filter(|other| rulebook.cause(*other).stops != cause.stops)
        {
            if cause.may_trigger.contains(&other) {
                let (one, other) = (&rulebook.cause(at).id, &rulebook.cause(other).id);
                gaps.push(format!("`{one}` and `{other}` fold, and one of them is a warning"));
            }
        }
    }
    gaps
}

/// The steps that must come before themselves.
fn circles(rulebook: &Rulebook) -> Vec<String> {
    let places = rulebook.remedy_places().filter(|at| rulebook.comes_before_itself(*at));
    places.map(|at| rulebook.remedy(at).id.clone()).collect()
}
