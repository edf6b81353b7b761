use crate::engine::answers::Facts;
use crate::engine::diagnosis::{Diagnosis, opening_step};
use crate::engine::rules::{
    CauseIx, Condition, OptionSet, QuestionIx, Remedy, RemedyIx, Rulebook, Standing,
};

/// Whether some answers to the open questions change the first step while the first reason stays.
///
/// # Design
///
/// Exact: the first step follows from the first reason and the answers that its steps name, so every way to answer
/// those is tried, leaving it open included.
pub(super) fn another_first_step(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
    open: &[(QuestionIx, OptionSet)],
) -> bool {
    let first = diagnosis.first();
    let now = opening_step(rulebook, &diagnosis.facts, first);
    let named = named(rulebook, &in_play(rulebook, first), open);
    let mut facts = diagnosis.facts.clone();
    any_way(rulebook, &mut facts, &named, &|facts| opening_step(rulebook, facts, first) != now)
}

/// The steps of which one may come first, and all that must come before them.
fn in_play(rulebook: &Rulebook, first: Option<CauseIx>) -> Vec<RemedyIx> {
    let may_come_first = |at: &RemedyIx| {
        let remedy = rulebook.remedy(*at);
        let is_for = |cause| remedy.fixes.iter().any(|fix| fix.cause == cause);
        remedy.standing != Standing::None || first.map_or(remedy.is_general, is_for)
    };
    let mut steps: Vec<RemedyIx> = rulebook.remedy_places().filter(may_come_first).collect();
    let mut at = 0;
    while let Some(step) = steps.get(at) {
        let before = rulebook.remedy(*step).after.clone();
        steps.extend(
            before.into_iter().filter(|before| !steps.contains(before)).collect::<Vec<_>>(),
        );
        at += 1;
    }
    steps
}

/// The open questions that the conditions of these steps name, each with the ways to answer it that can matter.
fn named(
    rulebook: &Rulebook,
    steps: &[RemedyIx],
    open: &[(QuestionIx, OptionSet)],
) -> Vec<(QuestionIx, Vec<OptionSet>)> {
    let conditions: Vec<&Condition> =
        steps.iter().map(|at| rulebook.remedy(*at)).flat_map(Remedy::conditions).collect();
    let ways = |(question, left): &(QuestionIx, OptionSet)| {
        let about = conditions.iter().filter(|condition| condition.question == *question);
        let options = about.fold(OptionSet::EMPTY, |set, one| set.and(one.options));
        // An option that no step names is like leaving the question open.
        let options = options.minus(options.minus(*left));
        (*question, rulebook.question(*question).possible_answers(options))
    };
    open.iter().map(ways).filter(|(_, ways)| !ways.is_empty()).collect()
}

/// Whether it holds for some way to answer these questions or to leave them open.
fn any_way(
    rulebook: &Rulebook,
    facts: &mut Facts,
    questions: &[(QuestionIx, Vec<OptionSet>)],
    holds: &dyn Fn(&Facts) -> bool,
) -> bool {
    let Some(((question, ways), rest)) = questions.split_first() else { return holds(facts) };
    let known = facts.held(*question);
    let found = ways.iter().any(|way| {
        facts.hold(rulebook, *question, known.and(*way));
        any_way(rulebook, facts, rest, holds)
    });
    facts.hold(rulebook, *question, known);
    found || any_way(rulebook, facts, rest, holds)
}
