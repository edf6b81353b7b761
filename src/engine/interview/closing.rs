use crate::engine::answers::Answers;
use crate::engine::diagnosis::{Assessment, Diagnosis, Finding, findings};
use crate::engine::firmness::{Lookahead, open_questions};
use crate::engine::rules::{
    AnswerKind, CauseSet, Form, OptionIx, OptionSet, QuestionIx, Row, Rulebook, Said,
};

use super::information_gain::InformationGain;

/// The facts that are worth a last look, as many as the list has rows; none where no single one would change what is
/// shown.
///
/// Those that would end in the warning stand in front, then those that would change the first reason or take another one
/// back, then those that would only add a reason; within each by how likely they are.
///
/// Left out is what stands on a screen with a fixed place (it was asked) and what the page says; of amounts the bands are rows.
pub(super) fn closing_list(
    rulebook: &Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
    gain: &InformationGain,
) -> Vec<Said> {
    let mut lookahead = Lookahead::new(rulebook, diagnosis);
    let mut facts: Vec<((Stake, u64), Said)> = Vec::new();
    for (question, options) in unanswered(rulebook, answers, diagnosis) {
        let stakes = options.iter().filter_map(|option| {
            let after = lookahead.after(question, OptionSet::of(option));
            Some((option, stake(rulebook, diagnosis, &after)?))
        });
        for (option, stake) in rows(rulebook, question, options, stakes.collect()) {
            let rank = (stake, gain.chance(rulebook, question, option));
            facts.push((rank, Said { question, option }));
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

/// What else could be said: every fact that says that something is there and has no place on the list, in the rulebook's
/// order; for who looks for what nobody asked.
pub(super) fn further_rows(
    rulebook: &Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
    listed: &[Said],
) -> Vec<Said> {
    unanswered(rulebook, answers, diagnosis)
        .flat_map(|(question, options)| options.iter().map(move |option| Said { question, option }))
        .filter(|said| is_trouble(rulebook, said.question, said.option) && !listed.contains(said))
        .collect()
}

/// The questions without an answer that can be rows, with the options that could still come to hold.
fn unanswered(
    rulebook: &Rulebook,
    answers: &Answers,
    diagnosis: &Diagnosis,
) -> impl Iterator<Item = (QuestionIx, OptionSet)> {
    let open = open_questions(rulebook, answers, &diagnosis.facts).into_iter();
    open.filter(|(at, _)| !answers.has(*at) && can_be_a_row(rulebook, *at))
}

/// The rows of a question: the options that say that something is there and on which something hangs. A row that says
/// that all is well would be denied by leaving it empty.
///
/// Of two options that exclude each other the empty row says the other one, so that it counts for both. What could take
/// a warning back stands beside what warns.
fn rows(
    rulebook: &Rulebook,
    question: QuestionIx,
    options: OptionSet,
    stakes: Vec<(OptionIx, Stake)>,
) -> Vec<(OptionIx, Stake)> {
    let Some(most) = stakes.iter().map(|(_, stake)| *stake).max() else { return stakes };
    let is_pair = options.len() == 2 && matches!(rulebook.question(question).kind, AnswerKind::One);
    let troubles = options.iter().filter(|option| is_trouble(rulebook, question, *option));
    match most {
        Stake::Warning => troubles.map(|option| (option, most)).collect(),
        _ if is_pair => troubles.take(1).map(|option| (option, most)).collect(),
        _ => stakes.into_iter().filter(|(at, _)| is_trouble(rulebook, question, *at)).collect(),
    }
}

/// Whether the option says that something is there.
fn is_trouble(rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> bool {
    let question = rulebook.question(at);
    let form = rulebook.screen_of(at).map(|screen| &rulebook.screen(screen).form);
    let is_otherwise = |row: &Row| (row.question, row.otherwise) == (at, option);
    let is_denial = matches!(form, Some(Form::List(rows)) if rows.iter().any(is_otherwise));
    !question.options[option.at()].is_clean && question.alone() != Some(option) && !is_denial
}

/// What hangs on a fact, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stake {
    /// Another reason comes.
    AnotherReason,
    /// The first reason changes, or what is shown is not true.
    ShownReason,
    /// Everything else stops.
    Warning,
}

/// What changes when the causes stand like this; nothing where the same reasons stay with the same first one.
fn stake(rulebook: &Rulebook, diagnosis: &Diagnosis, after: &[Assessment]) -> Option<Stake> {
    let after = findings(rulebook, after);
    let first = after.first().map(|finding| finding.cause);
    let (shown, left) = (named(&diagnosis.findings), named(&after));
    match first {
        _ if first == diagnosis.first() => match () {
            () if left == shown => None,
            // With a new one as many others may fall off the end of the list.
            () if !left.minus(shown).is_empty() => Some(Stake::AnotherReason),
            () => Some(Stake::ShownReason),
        },
        Some(cause) if rulebook.cause(cause).stops => Some(Stake::Warning),
        _ => Some(Stake::ShownReason),
    }
}

/// Every cause that is named.
fn named(findings: &[Finding]) -> CauseSet {
    findings.iter().flat_map(Finding::causes).fold(CauseSet::EMPTY, CauseSet::with)
}

fn can_be_a_row(rulebook: &Rulebook, at: QuestionIx) -> bool {
    let has_place =
        rulebook.screen_of(at).is_some_and(|screen| rulebook.screen(screen).place.is_some());
    !has_place && !rulebook.question(at).on_page
}
