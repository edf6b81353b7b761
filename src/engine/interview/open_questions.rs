//! Which questions are still worth an answer.

use crate::engine::answers::{Answers, Facts};
use crate::engine::diagnosis::{Assessment, Diagnosis, Outcome};
use crate::engine::rules::{Cause, Effect, HardFact, QuestionIx, QuestionSet, Remedy, Rulebook};

/// The unanswered questions that could change something.
pub(super) fn open_questions(
    rulebook: &Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
) -> QuestionSet {
    let symptom = diagnosis.facts.symptom();
    let movable = match diagnosis.outcome {
        Outcome::StopScam => doubts(rulebook, &diagnosis.facts),
        Outcome::Findings | Outcome::NotEnoughKnown => deciding_steps(rulebook, diagnosis)
            .iter()
            .fold(movable(rulebook, diagnosis), QuestionSet::with),
    };
    movable
        .iter()
        .filter(|at| !answers.has(*at) && rulebook.question(*at).applies.has(symptom))
        .fold(QuestionSet::EMPTY, QuestionSet::with)
}

/// The questions that say most of the first reason and decide which of its steps can be taken, where the page's message
/// settles it: what the page says is not asked again, but what to do about it may hang on more.
pub(super) fn deciding_steps(rulebook: &Rulebook, diagnosis: &Diagnosis) -> QuestionSet {
    let first = diagnosis.first().map(|cause| (rulebook.cause(cause), diagnosis.assessment(cause)));
    let Some((cause, Assessment { cause: at, settled_by: Some(said), .. })) = first else {
        return QuestionSet::EMPTY;
    };
    if !rulebook.question(said.question).on_page {
        return QuestionSet::EMPTY;
    }
    let steps =
        rulebook.remedies.iter().filter(|step| step.fixes.iter().any(|fix| fix.cause == *at));
    let named = steps.flat_map(Remedy::conditions).map(|condition| condition.question);
    named
        .filter(|question| says_most(cause, *question) && has_own_screen(rulebook, *question))
        .fold(QuestionSet::EMPTY, QuestionSet::with)
}

/// Whether none of the cause's answers weighs more than one to this question.
fn says_most(cause: &Cause, question: QuestionIx) -> bool {
    let most = cause.evidence.iter().map(|row| row.weight).max();
    cause.evidence.iter().any(|row| row.question == question && Some(row.weight) == most)
}

/// Whether the question has a screen to itself.
fn has_own_screen(rulebook: &Rulebook, question: QuestionIx) -> bool {
    let screen = rulebook.screen_of(question).map(|screen| rulebook.screen(screen));
    screen.is_some_and(|screen| screen.questions().all(|other| other == question))
}

/// The questions that could take a warning back; none where something warns whatever is answered to them.
fn doubts(rulebook: &Rulebook, facts: &Facts) -> QuestionSet {
    let mut doubts = QuestionSet::EMPTY;
    for cause in rulebook.causes.iter().filter(|cause| cause.stops) {
        let warns = |fact: &&HardFact| fact.effect == Effect::Settles && facts.establish(fact);
        for fact in cause.hard_facts.iter().filter(warns) {
            if fact.unless.is_empty() {
                return QuestionSet::EMPTY;
            }
            doubts = fact.unless.iter().fold(doubts, |doubts, one| doubts.with(one.question));
        }
    }
    doubts
}

/// The questions that speak for or against a cause that is in question and not yet decided, and those in place.
fn movable(rulebook: &Rulebook, diagnosis: &Diagnosis) -> QuestionSet {
    let symptom = diagnosis.facts.symptom();
    let mut movable = QuestionSet::EMPTY;
    for assessment in &diagnosis.assessments {
        let is_decided = assessment.settled_by.is_some() || assessment.ruled_out_by.is_some();
        if assessment.prior.is_none() || is_decided {
            continue;
        }
        let cause = rulebook.cause(assessment.cause);
        for row in &cause.evidence {
            if rulebook.option(row.question, row.option).offered.has(symptom) {
                movable = movable.with(row.question);
            }
        }
        movable = cause.hard_facts.iter().fold(movable, |set, fact| set.with(fact.question));
    }
    let in_place = rulebook.screens.iter().filter(|screen| screen.place.is_some());
    in_place.flat_map(|screen| screen.questions()).fold(movable, QuestionSet::with)
}
