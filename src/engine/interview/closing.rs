use crate::engine::answers::Answers;
use crate::engine::diagnosis::{Diagnosis, first_reason};
use crate::engine::firmness::{Lookahead, open_questions};
use crate::engine::rules::{
    AnswerKind, Effect, HardFact, OptionIx, OptionSet, QuestionIx, Rulebook, Said,
};

use super::information_gain::InformationGain;

/// The facts whose single answer would still change the first reason; as many as the list has rows.
///
/// Those that would end in the warning stand in front, the others by how likely they are.
///
/// Left out is what stands on a screen with a fixed place (it was asked) and what the page says; of amounts the bands are rows.
pub(super) fn closing_list(
    rulebook: &Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
    gain: &InformationGain,
) -> Vec<Said> {
    let mut lookahead = Lookahead::new(rulebook, diagnosis);
    let mut facts: Vec<((bool, u64), Said)> = Vec::new();
    for (question, options) in open_questions(rulebook, answers, &diagnosis.facts) {
        if !answers.has(question) && can_be_a_row(rulebook, question) {
            for option in rows(rulebook, question, options, |option| {
                let after = lookahead.after(question, OptionSet::of(option));
                first_reason(rulebook, after.into_iter()) != diagnosis.first()
            }) {
                let rank =
                    (warns(rulebook, question, option), gain.chance(rulebook, question, option));
                facts.push((rank, Said { question, option }));
            }
        }
    }
    let most = usize::from(rulebook.settings.closing_rows);
    let mut list = Vec::new();
    while list.len() < most {
        let Some(best) = facts.iter().map(|(rank, _)| *rank).max() else { break };
        let at = facts.iter().position(|(rank, _)| *rank == best).unwrap_or(0);
        list.push(facts.remove(at).1);
    }
    list
}

/// Whether the answer settles a cause that ends the interview with the warning.
fn warns(rulebook: &Rulebook, question: QuestionIx, option: OptionIx) -> bool {
    let settles = |fact: &HardFact| {
        fact.effect == Effect::Settles && (fact.question, fact.option) == (question, option)
    };
    rulebook.causes.iter().any(|cause| cause.stops && cause.hard_facts.iter().any(settles))
}

fn can_be_a_row(rulebook: &Rulebook, at: QuestionIx) -> bool {
    let has_place =
        rulebook.screen_of(at).is_some_and(|screen| rulebook.screen(screen).place.is_some());
    !has_place && !rulebook.question(at).on_page
}

/// The options that change something. Of two that exclude each other one row is enough: the one that is not clean.
fn rows(
    rulebook: &Rulebook,
    question: QuestionIx,
    options: OptionSet,
    mut changes: impl FnMut(OptionIx) -> bool,
) -> Vec<OptionIx> {
    let mut rows: Vec<OptionIx> = options.iter().filter(|option| changes(*option)).collect();
    let is_pair = options.len() == 2 && matches!(rulebook.question(question).kind, AnswerKind::One);
    if is_pair && !rows.is_empty() {
        let is_clean = |option: &OptionIx| rulebook.option(question, *option).is_clean;
        let row = options.iter().find(|option| !is_clean(option)).or(options.first());
        rows = row.into_iter().collect();
    }
    rows
}
