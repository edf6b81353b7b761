use serde::Serialize;
use serde_json::{Map, Value};

use crate::engine::{Answers, Diagnosis, Rulebook};
use crate::proof::{Play, named_answers};

use super::comparator::{Comparator, InterviewPair, ResultPair};
use super::{DifferenceKind, Sentence};

/// A borrower who sees a difference of one kind.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Example {
    /// The answers by name, as `explain` reads them: for the result no more than show the difference, for the
    /// interview all that the borrower would say.
    pub answers: Map<String, Value>,
    /// Which of them NEW does not know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<String>,
    /// What the borrower sees under OLD.
    pub old: Sight,
    /// What the borrower sees under NEW.
    pub new: Sight,
    /// A sentence that says something else; none where the kind is about no sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentence: Option<Sentence>,
}

/// What one borrower sees, by ids.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum Sight {
    /// The result.
    Result {
        /// The outcome.
        outcome: &'static str,
        /// The reasons with their strength, as in `many-loans: strong`; a folded cause stands behind a plus sign.
        reasons: Vec<String>,
        /// The steps.
        plan: Vec<String>,
    },
    /// The interview.
    Interview {
        /// How many screens, the closing list included.
        screens: usize,
        /// The questions, in the rulebook's order.
        asked: Vec<String>,
        /// The first reason at the stop.
        first: Option<String>,
    },
}

/// The borrower as an example of the kind.
pub(super) fn example(comparator: &Comparator, kind: DifferenceKind, says: &Answers) -> Example {
    let (before, after) = (comparator.mapping.before(), comparator.mapping.after());
    let name = |answers: &Answers| named_answers(before, answers, comparator.day);
    if kind.is_of_the_interview() {
        let InterviewPair { old, new, read, .. } = comparator.interviews(says);
        return Example {
            answers: name(says),
            set_aside: comparator.mapping.answers(says).set_aside,
            old: of_interview(before, &old),
            new: of_interview(after, &new),
            sentence: if kind == DifferenceKind::AskedText {
                sentence(comparator, &read)
            } else {
                None
            },
        };
    }
    let says = fewest(comparator, kind, says);
    let ResultPair { old, new, mapped, read, .. } = comparator.results(&says, comparator.day);
    Example {
        answers: name(&says),
        set_aside: mapped.set_aside,
        old: of_result(before, &old),
        new: of_result(after, &new),
        sentence: if kind == DifferenceKind::Text { sentence(comparator, &read) } else { None },
    }
}

fn sentence(comparator: &Comparator, read: &[usize]) -> Option<Sentence> {
    read.first().map(|at| comparator.sentences.list()[*at].clone())
}

/// Takes out every answer without which the difference stays, and the first reasons of both with it.
fn fewest(comparator: &Comparator, kind: DifferenceKind, says: &Answers) -> Answers {
    let rulebook = comparator.mapping.before();
    let all = comparator.results(says, comparator.day);
    let mut fewest = says.clone();
    for at in rulebook.question_places().filter(|at| *at != rulebook.symptom) {
        let Some(answer) = fewest.get(at) else { continue };
        fewest.clear(at);
        let left = comparator.results(&fewest, comparator.day);
        let is_same = left.kinds.has(kind)
            && left.old.first() == all.old.first()
            && left.new.first() == all.new.first();
        if !is_same {
            fewest.set(at, answer);
        }
    }
    fewest
}

fn of_result(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Sight {
    let reasons = diagnosis.findings.iter().map(|finding| {
        let causes: Vec<&str> =
            finding.causes().map(|cause| rulebook.cause(cause).id.as_str()).collect();
        let tie = if finding.ties_with_previous { ", about as likely" } else { "" };
        format!("{}: {}{tie}", causes.join(" + "), finding.strength.id())
    });
    let steps = diagnosis.plan.iter().map(|step| rulebook.remedy(step.remedy).id.clone());
    Sight::Result {
        outcome: diagnosis.outcome.id(),
        reasons: reasons.collect(),
        plan: steps.collect(),
    }
}

fn of_interview(rulebook: &Rulebook, play: &Play) -> Sight {
    Sight::Interview {
        screens: play.screens,
        asked: play.asked.iter().map(|at| rulebook.question(at).id.clone()).collect(),
        first: play.stop.first().map(|cause| rulebook.cause(cause).id.clone()),
    }
}
