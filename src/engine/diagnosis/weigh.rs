use crate::engine::answers::Facts;
use crate::engine::rules::{
    Cause, CauseIx, Decibans, Effect, GroupIx, HardFact, QuestionSet, Rulebook, Said, ShownOn,
};

use super::{Assessment, Capped, EvidenceRow, Weighs};

/// One contribution to the support of a cause.
pub(super) enum Contribution {
    /// An answer that weighs.
    Row(EvidenceRow),
    /// What a cap took away or gave back.
    Capped(Capped, Decibans),
}

/// Weighs one cause.
pub(in crate::engine) fn weigh(rulebook: &Rulebook, facts: &Facts, at: CauseIx) -> Assessment {
    weigh_and_tell(rulebook, facts, at, None)
}

/// Whom the weighing visits with each contribution; nobody where only the sum is wanted.
type Visitor<'a> = Option<&'a mut dyn FnMut(Contribution)>;

/// Weighs one cause and reports every contribution of which its support is the sum.
pub(super) fn weigh_and_tell(
    rulebook: &Rulebook,
    facts: &Facts,
    at: CauseIx,
    mut visitor: Visitor,
) -> Assessment {
    let cause = rulebook.cause(at);
    let mut assessment = Assessment::unweighed(at, cause.prior(facts.symptom()));
    let touched = add_evidence(rulebook, facts, cause, &mut assessment, &mut visitor);
    let clean = facts.clean().minus(touched);
    assessment.set_clean_answers(clean.len(), rulebook);
    tell_clean(rulebook, facts, &assessment, clean, &mut visitor);
    decide_hard_facts(rulebook, facts, cause, &mut assessment);
    assessment
}

fn tell_clean(
    rulebook: &Rulebook,
    facts: &Facts,
    assessment: &Assessment,
    clean: QuestionSet,
    visitor: &mut Visitor,
) {
    if visitor.is_none() {
        return;
    }
    let (weight, _) = clean_weight(rulebook, rulebook.cause(assessment.cause).shown_on);
    for question in clean.iter() {
        if let Some(option) = facts.clean_option(rulebook, question) {
            let row = EvidenceRow { question, option, weight, weighs: Weighs::Clean };
            tell(visitor, Contribution::Row(row));
        }
    }
    tell_cap(Capped::Clean, assessment.clean_bonus - weight.times(clean.len()), visitor);
}

fn tell(visitor: &mut Visitor, contribution: Contribution) {
    if let Some(visitor) = visitor {
        visitor(contribution);
    }
}

/// Weight and cap of the clean answers for a cause of that kind.
pub(in crate::engine) fn clean_weight(
    rulebook: &Rulebook,
    shown_on: ShownOn,
) -> (Decibans, Decibans) {
    let settings = &rulebook.settings;
    match shown_on {
        ShownOn::OwnAnswer => (settings.clean_weight, settings.clean_cap),
        ShownOn::CleanAnswers => (settings.outside_weight, settings.outside_cap),
    }
}

/// Adds the answers with a weight, group by group; returns the questions that touch the cause.
fn add_evidence(
    rulebook: &Rulebook,
    facts: &Facts,
    cause: &Cause,
    assessment: &mut Assessment,
    visitor: &mut Visitor,
) -> QuestionSet {
    let mut touched = QuestionSet::EMPTY;
    let mut group = None;
    let mut sum = Decibans::ZERO;
    for evidence in &cause.evidence {
        let question = evidence.question;
        if !touched.has(question) {
            touched = touched.with(question);
            let of_question = rulebook.question(question).group;
            if of_question != group || group.is_none() {
                assessment.support += capped(rulebook, group, sum, visitor);
                (group, sum) = (of_question, Decibans::ZERO);
            }
        }
        if facts.held(question).has(evidence.option) && evidence.holds_on(facts.day()) {
            sum += evidence.weight;
            assessment.count(evidence);
            let weighs = if evidence.is_general { Weighs::General } else { Weighs::Own };
            let (option, weight) = (evidence.option, evidence.weight);
            tell(visitor, Contribution::Row(EvidenceRow { question, option, weight, weighs }));
        }
    }
    assessment.support += capped(rulebook, group, sum, visitor);
    touched
}

/// The sum of a group held by its cap; a question outside any group has none.
fn capped(
    rulebook: &Rulebook,
    group: Option<GroupIx>,
    sum: Decibans,
    visitor: &mut Visitor,
) -> Decibans {
    let Some(group) = group else { return sum };
    let held = sum.clamp_to(rulebook.groups[group.at()].cap);
    tell_cap(Capped::Group(group), held - sum, visitor);
    held
}

fn tell_cap(what: Capped, difference: Decibans, visitor: &mut Visitor) {
    if difference != Decibans::ZERO {
        tell(visitor, Contribution::Capped(what, difference));
    }
}

/// Finds what settles the cause or rules it out; what the page says outranks what was answered.
fn decide_hard_facts(
    rulebook: &Rulebook,
    facts: &Facts,
    cause: &Cause,
    assessment: &mut Assessment,
) {
    if cause.hard_facts.is_empty() {
        return;
    }
    let is_in_question = assessment.prior.is_some();
    let strongest = |effect| strongest(rulebook, facts, cause, is_in_question, effect);
    let (settles, rules_out) = (strongest(Effect::Settles), strongest(Effect::RulesOut));
    let is_on_page = |said: Said| rulebook.question(said.question).on_page;
    match (settles, rules_out) {
        (Some(said), Some(denied)) if is_on_page(denied) && !is_on_page(said) => {
            assessment.ruled_out_by = rules_out;
            assessment.contradicted_by = settles;
        }
        (Some(_), _) => {
            assessment.settled_by = settles;
            assessment.contradicted_by =
                rules_out.or_else(|| strongest_objection(rulebook, facts, cause));
        }
        (None, _) => assessment.ruled_out_by = rules_out,
    }
}

/// The answer of the highest rank that has the effect on the cause.
fn strongest(
    rulebook: &Rulebook,
    facts: &Facts,
    cause: &Cause,
    is_in_question: bool,
    effect: Effect,
) -> Option<Said> {
    let mut found = None;
    for fact in &cause.hard_facts {
        let counts = can_decide(rulebook, cause, is_in_question, fact);
        if fact.effect == effect && counts && facts.establish(fact) {
            if rulebook.question(fact.question).on_page {
                return Some(fact.said());
            }
            found = found.or(Some(fact.said()));
        }
    }
    found
}

/// Out of question, a cause is decided only by what the page says, or if it stops the interview.
pub(in crate::engine) fn can_decide(
    rulebook: &Rulebook,
    cause: &Cause,
    is_in_question: bool,
    fact: &HardFact,
) -> bool {
    is_in_question || cause.stops || rulebook.question(fact.question).on_page
}

/// The first answer at or below the rulebook's bound of contradiction.
fn strongest_objection(rulebook: &Rulebook, facts: &Facts, cause: &Cause) -> Option<Said> {
    cause
        .evidence
        .iter()
        .filter(|evidence| evidence.weight <= rulebook.settings.contradiction)
        .find(|evidence| {
            facts.held(evidence.question).has(evidence.option) && evidence.holds_on(facts.day())
        })
        .map(|evidence| Said { question: evidence.question, option: evidence.option })
}
