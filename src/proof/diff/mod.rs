//! The difference between two rulebooks: which borrowers would see something else.
//!
//! This module knows both rulebooks, their wording and the model of borrowers.
//! It must not judge which of the two is better.

mod comparator;
mod comparison;
mod difference;
mod difference_kind;
mod difference_kinds;
mod drawn;
mod effort;
mod everyone;
mod example;
mod inquiry;
mod ledger;
mod mapping;
mod report;
mod rule_change;
mod sentence;
mod sentence_readers;
mod sentence_visitor;
mod sentences;
mod tally;
mod traversal;

pub use difference::{BorrowerShare, Difference, Move, OtherCase, ReadSentence, Seen};
pub use difference_kind::DifferenceKind;
pub use effort::Effort;
pub use example::{Example, Sight};
pub use inquiry::Inquiry;
pub use rule_change::{Edit, RuleChange};
pub use sentence::Sentence;
pub use sentence_readers::{SentenceReaders, SymptomReaders};

use std::collections::BTreeMap;

use serde_json::Value;

use crate::engine::{CauseIx, Rulebook};

use super::{Model, ProofSubject, Watch};
use comparator::Comparator;
use ledger::ledger;
use rule_change::changes;
use sentences::lone_locales;
use tally::{Tally, Weights};

/// How many ways from one first reason to another are listed.
const MOST_MOVES: usize = 10;

/// Compares two rulebooks with their wording on OLD's day: what was changed, and which of the borrowers of OLD's own
/// model would see something else. `progress` hears how far it is.
///
/// # Examples
///
/// ```
/// use loan_checkup::engine::Date;
/// use loan_checkup::proof::ProofSubject;
/// use loan_checkup::proof::diff::{Edit, Effort, difference};
/// use loan_checkup::shipped;
///
/// let old = shipped::rulebook();
/// let mut new = old.clone();
/// new.settings.most_findings -= 1;
/// let day = Date::read("2026-11-21").expect("it is a day");
/// let [old, new] = [&old, &new].map(|rulebook| ProofSubject {
///     rulebook,
///     cases: &[],
///     readings: &[],
///     catalogues: &[],
///     day,
/// });
/// let found = difference(&old, &new, Effort::of_draws(5), &|_| ());
/// assert!(matches!(
///     &found.changes[0].edit,
///     Edit::Set { setting, .. } if setting == "showing.most-findings"
/// ));
/// ```
#[must_use]
pub fn difference(
    old: &ProofSubject,
    new: &ProofSubject,
    effort: Effort,
    progress: Watch,
) -> Difference {
    Inquiry::new(old, new, effort).finish_watched(progress).0
}

#[expect(clippy::cast_precision_loss, reason = "numbers of borrowers are small")]
fn number(count: u64) -> f64 {
    count as f64
}

/// Takes off what summing in binary leaves behind the twelfth place.
fn rounded(share: f64) -> f64 {
    (share * 1e12).round() / 1e12
}

/// How many of all the part is, over all symptoms and for each.
fn share(model: &Model, part: &Weights, all: &Weights) -> BorrowerShare {
    let rulebook = model.rulebook();
    let ratio = |part: f64, all: f64| if all > 0.0 { rounded(part / all) } else { 0.0 };
    let of = |symptom| {
        let id = rulebook.option(rulebook.symptom, symptom).id.clone();
        (id, Value::from(ratio(part.of(symptom), all.of(symptom))))
    };
    BorrowerShare {
        all: ratio(part.sum(), all.sum()),
        by_symptom: model.symptoms().map(of).collect(),
    }
}

fn all_changes(old: &ProofSubject, new: &ProofSubject) -> Vec<RuleChange> {
    let mut found = changes(&ledger(old.rulebook), &ledger(new.rulebook));
    found.extend(lone_locales(old, new).into_iter().map(|(id, is_old)| RuleChange {
        kind: "locale",
        id,
        edit: if is_old { Edit::Removed } else { Edit::Added },
    }));
    found
}

fn read_sentences(
    comparator: &Comparator,
    results: &Tally,
    interviews: &Tally,
) -> Vec<ReadSentence> {
    let share = |tally: &Tally, at: usize| {
        tally.read.get(&at).map_or(0.0, |weight| rounded(weight / tally.all.sum()))
    };
    let sentences = comparator.sentences.list().iter().enumerate();
    sentences
        .map(|(at, sentence)| ReadSentence {
            sentence: sentence.clone(),
            on_results: share(results, at),
            on_screens: share(interviews, at),
        })
        .collect()
}

fn moves(comparator: &Comparator, results: &Tally) -> Vec<Move> {
    let name = |rulebook: &Rulebook, cause: Option<CauseIx>| {
        cause.map(|cause| rulebook.cause(cause).id.clone())
    };
    let all = results.all.sum();
    let mut moves: Vec<Move> = results
        .moves
        .iter()
        .map(|((old, new), weight)| Move {
            old: name(comparator.mapping.before(), *old),
            new: name(comparator.mapping.after(), *new),
            share: rounded(weight / all),
        })
        .collect();
    moves.sort_by(|one, other| other.share.total_cmp(&one.share));
    moves.truncate(MOST_MOVES);
    moves
}

/// Who gave each answer that NEW does not know.
fn set_aside(results: &Tally) -> BTreeMap<String, f64> {
    let of = |(name, weight): (&String, &f64)| (name.clone(), rounded(weight / results.all.sum()));
    results.set_aside.iter().map(of).collect()
}

fn other_cases(comparator: &Comparator, old: &ProofSubject) -> Vec<OtherCase> {
    let other = |case: &crate::knowledge::Case| {
        let kinds = comparator.results(&case.answers, case.day).kinds;
        let kinds: Vec<DifferenceKind> = kinds.iter().collect();
        (!kinds.is_empty()).then(|| OtherCase { case: case.name.clone(), kinds })
    };
    old.cases.iter().filter_map(other).collect()
}
