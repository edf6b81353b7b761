use serde_json::{Value, json};

use crate::engine::{CauseIx, Decibans, Diagnosis, OptionIx, Rulebook, diagnose};
use crate::knowledge::Case;
use crate::proof::judgement::is_first_right;
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// One step, in tenths of a deciban.
const STEP: i32 = 5;

/// How many steps are tried either way: 15 decibans.
const STEPS: i32 = 30;

/// How many of the most delicate weights are listed.
const LISTED: usize = 10;

/// How far each weight and each prior may move, alone, before a worked case changes its first reason.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let anchors = anchors(subject);
    let mut bench = subject.rulebook.clone();
    let mut found: Vec<Tolerance> = Vec::new();
    let mut unused = 0;
    for number in numbers(subject.rulebook) {
        match tolerance(&mut bench, &anchors, number) {
            Some(tolerance) => found.push(tolerance),
            None => unused += 1,
        }
    }
    found.sort_by_key(|tolerance| tolerance.tenths);
    let delicate = |tolerance: &&Tolerance| tolerance.tenths < STEP;
    let quartile = |quarter: usize| {
        let at = (found.len().saturating_sub(1) * quarter + 2) / 4;
        found.get(at).map(|tolerance| in_decibans(tolerance.tenths))
    };
    let listed: Vec<Value> =
        found.iter().take(LISTED).map(|tolerance| row(subject, tolerance)).collect();
    Line {
        id: "tolerance-of-weights",
        claim: "no weight and no prior changes the first reason of a worked case by moving half a deciban",
        method: Method::Exact,
        verdict: if found.iter().any(|t| delicate(&t)) { Verdict::Fails } else { Verdict::Holds },
        figures: vec![
            ("weights and priors in worked cases".to_owned(), json!(found.len())),
            ("in no worked case".to_owned(), json!(unused)),
            ("least (dB)".to_owned(), json!(quartile(0))),
            ("lower quartile (dB)".to_owned(), json!(quartile(1))),
            ("median (dB)".to_owned(), json!(quartile(2))),
            ("upper quartile (dB)".to_owned(), json!(quartile(3))),
            ("below half a deciban".to_owned(), json!(found.iter().filter(delicate).count())),
            ("most delicate".to_owned(), Value::Array(listed)),
        ],
        examples: found.iter().filter(delicate).map(|t| example(subject, t)).collect(),
    }
}

/// A worked case whose first reason is expected and given, with its diagnosis.
type Anchor<'a> = (&'a Case, Diagnosis);

fn anchors<'a>(subject: &ProofSubject<'a>) -> Vec<Anchor<'a>> {
    let of = |case: &'a Case| (case, diagnose(subject.rulebook, &case.answers, case.day));
    let is_right = |(case, diagnosis): &Anchor| {
        is_first_right(subject.rulebook, case, diagnosis.first()) == Some(true)
    };
    subject.cases.iter().map(of).filter(is_right).collect()
}

/// A number of the rulebook that may move.
#[derive(Clone, Copy)]
enum Number {
    /// The prior of a cause under a symptom.
    Prior(CauseIx, OptionIx),
    /// The weight at a place among the evidence of a cause.
    Weight(CauseIx, usize),
}

fn numbers(rulebook: &Rulebook) -> Vec<Number> {
    let mut numbers = Vec::new();
    for cause in rulebook.cause_places() {
        let of = rulebook.cause(cause);
        let symptoms = OptionIx::all(of.priors.len());
        let in_question = symptoms.filter(|at| of.priors[at.at()].is_some());
        numbers.extend(in_question.map(|symptom| Number::Prior(cause, symptom)));
        numbers.extend((0..of.evidence.len()).map(|row| Number::Weight(cause, row)));
    }
    numbers
}

impl Number {
    fn of(self, rulebook: &mut Rulebook) -> Option<&mut Decibans> {
        match self {
            Self::Prior(cause, symptom) => {
                rulebook.causes[cause.at()].priors[symptom.at()].as_mut()
            }
            Self::Weight(cause, row) => Some(&mut rulebook.causes[cause.at()].evidence[row].weight),
        }
    }

    /// Whether it has a part in the diagnosis.
    fn counts(self, rulebook: &Rulebook, diagnosis: &Diagnosis) -> bool {
        match self {
            Self::Prior(_, symptom) => diagnosis.facts.symptom() == Some(symptom),
            Self::Weight(cause, row) => {
                let row = &rulebook.cause(cause).evidence[row];
                diagnosis.facts.held(row.question).has(row.option)
                    && row.holds_on(diagnosis.facts.day())
            }
        }
    }

    fn name(self, rulebook: &Rulebook) -> String {
        match self {
            Self::Prior(cause, symptom) => {
                let symptom = &rulebook.option(rulebook.symptom, symptom).id;
                format!("prior of `{}` under `{symptom}`", rulebook.cause(cause).id)
            }
            Self::Weight(cause, row) => {
                let row = &rulebook.cause(cause).evidence[row];
                let question = &rulebook.question(row.question).id;
                let option = &rulebook.option(row.question, row.option).id;
                format!("`{question}` = `{option}` for `{}`", rulebook.cause(cause).id)
            }
        }
    }
}

/// How far a number may move.
struct Tolerance<'a> {
    number: Number,
    /// The largest move that changes nothing, in tenths of a deciban.
    tenths: i32,
    /// The case that the next step changes, with that step and what becomes first.
    changes: Option<(&'a Case, i32, Option<CauseIx>)>,
}

/// Moves the number step by step, up and down; `None` where it has a part in no case.
fn tolerance<'a>(
    bench: &mut Rulebook,
    anchors: &[Anchor<'a>],
    number: Number,
) -> Option<Tolerance<'a>> {
    let anchors: Vec<&Anchor> =
        anchors.iter().filter(|(_, diagnosis)| number.counts(bench, diagnosis)).collect();
    let original = *number.of(bench)?;
    if anchors.is_empty() {
        return None;
    }
    let mut changes = None;
    'steps: for step in 1..=STEPS {
        for moved in [step * STEP, -step * STEP] {
            *number.of(bench)? = original + Decibans::from_tenths(moved);
            for (case, diagnosis) in &anchors {
                let first = diagnose(bench, &case.answers, case.day).first();
                if first != diagnosis.first() {
                    changes = Some((*case, moved, first));
                    break 'steps;
                }
            }
        }
    }
    *number.of(bench)? = original;
    let tenths = changes.map_or(STEPS * STEP, |(_, moved, _)| moved.abs() - STEP);
    Some(Tolerance { number, tenths, changes })
}

fn in_decibans(tenths: i32) -> String {
    Decibans::from_tenths(tenths).to_string()
}

fn row(subject: &ProofSubject, tolerance: &Tolerance) -> Value {
    let rulebook = subject.rulebook;
    let (case, moved, first) = match tolerance.changes {
        Some((case, moved, first)) => (Some(&*case.name), in_decibans(moved), first),
        None => (None, String::new(), None),
    };
    json!({
        "number": tolerance.number.name(rulebook),
        "may-move": in_decibans(tolerance.tenths),
        "changed-by": moved,
        "case": case,
        "then-first": first.map(|first| &*rulebook.cause(first).id),
    })
}

fn example(subject: &ProofSubject, tolerance: &Tolerance) -> Witness {
    let rulebook = subject.rulebook;
    let name = tolerance.number.name(rulebook);
    let Some((case, moved, first)) = tolerance.changes else {
        return Witness { shows: name, answers: serde_json::Map::new() };
    };
    let first = first.map_or("nothing", |first| &*rulebook.cause(first).id);
    Witness {
        shows: format!(
            "{name}, moved by {}, makes `{first}` first in case `{}`",
            in_decibans(moved),
            case.name
        ),
        answers: named_answers(rulebook, &case.answers, case.day),
    }
}
