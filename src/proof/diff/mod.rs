//! The difference between two rulebooks: which borrowers would see something else.
//!
//! This module knows both rulebooks, their wording and the model of borrowers.
//! It must not judge which of the two is better.

mod change;
mod comparison;
mod difference;
mod effort;
mod everyone;
mod example;
mod kind;
mod kinds;
mod ledger;
mod mapping;
mod reading;
mod report;
mod sentence;
mod sentences;
mod survey;
mod tally;

pub use change::{Change, Edit};
pub use difference::{Difference, Edition, Move, OtherCase, ReadSentence, Seen, Share};
pub use effort::Effort;
pub use example::{Example, Sight};
pub use kind::Kind;
pub use sentence::Sentence;

use serde_json::Value;

use crate::engine::{Answers, CauseIx, OptionIx, Rulebook};

use super::parallel::in_parallel;
use super::{Model, Subject};
use change::changes;
use everyone::Everyone;
use example::example;
use ledger::ledger;
use sentences::lone_locales;
use survey::Survey;
use tally::{Tally, Weights};

/// How many ways from one first reason to another are listed.
const MOST_MOVES: usize = 10;

/// Into how many parts the drawn borrowers are split; the same on every machine, as are the sums then.
const PARTS: usize = 16;

/// Counts one borrower of a survey.
type Count<'a> = fn(&Survey<'a>, OptionIx, f64, &Answers, &mut Tally);

/// Compares two rulebooks with their wording on OLD's day: what was changed, and which of the borrowers of OLD's own
/// model would see something else.
#[must_use]
pub fn difference(old: &Subject, new: &Subject, effort: Effort) -> Difference {
    let survey = Survey::new(old, new);
    let model = Model::new(old.rulebook, old.day);
    let (results, method, missed_below) =
        surveyed(&survey, &model, effort.most_enumerated, effort.borrowers, Survey::count_results);
    let most = effort.most_enumerated.min(effort.interviews);
    let (interviews, by, _) =
        surveyed(&survey, &model, most, effort.interviews, Survey::count_interviews);
    let kinds = Kind::ALL.map(|kind| {
        let tally = if kind.is_of_the_interview() { &interviews } else { &results };
        let one = tally.examples[kind.at()].as_ref();
        Seen {
            kind,
            share: share(&model, &tally.kinds[kind.at()], &tally.all),
            example: one.map(|(_, _, says)| example(&survey, kind, says)),
        }
    });
    let mut found = Difference {
        is_empty: true,
        old: edition(old.rulebook),
        new: edition(new.rulebook),
        as_of: old.day.to_string(),
        method,
        missed_below,
        interviews: by,
        changes: all_changes(old, new),
        sentences: read_sentences(&survey, &results, &interviews),
        any: share(&model, &results.any, &results.all),
        kinds: kinds.into(),
        moves: moves(&survey, &results),
        set_aside: results
            .set_aside
            .iter()
            .map(|(name, weight)| (name.clone(), rounded(weight / results.all.sum())))
            .collect(),
        cases: other_cases(&survey, old),
    };
    found.is_empty = found.changes.is_empty()
        && found.sentences.is_empty()
        && found.cases.is_empty()
        && found.kinds.iter().all(|seen| seen.example.is_none());
    found
}

/// Counts every borrower where there are few ways to answer, drawn ones otherwise; says which, and what is missed.
///
/// Of something that three in so many borrowers see, that many draws show at least one in 95 of 100 surveys.
fn surveyed<'a>(
    survey: &Survey<'a>,
    model: &Model,
    most_enumerated: u64,
    draws: u64,
    count: Count<'a>,
) -> (Tally, String, f64) {
    if let Some(everyone) = Everyone::new(model, &survey.mapping, most_enumerated) {
        let mut tally = Tally::default();
        everyone.for_each(&mut |symptom, weight, says| {
            count(survey, symptom, weight, says, &mut tally);
        });
        return (tally, format!("every borrower ({} complete answers)", everyone.count()), 0.0);
    }
    let symptoms = u64::try_from(model.symptoms().count()).unwrap_or(1).max(1);
    let each = draws.div_ceil(symptoms);
    let draw = |part: usize| {
        let mut tally = Tally::default();
        for symptom in model.symptoms() {
            let weight = model.symptom_share(symptom) / number(each);
            for at in (0..each).skip(part).step_by(PARTS) {
                count(survey, symptom, weight, &model.borrower(symptom, at).says, &mut tally);
            }
        }
        tally
    };
    let mut tally = Tally::default();
    for part in in_parallel(PARTS, 1, draw, &mut |_| ()) {
        tally.join(part);
    }
    let method =
        format!("{} borrowers drawn from OLD's model, {each} for each symptom", each * symptoms);
    (tally, method, 3.0 / number(each.max(3)))
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
fn share(model: &Model, part: &Weights, all: &Weights) -> Share {
    let rulebook = model.rulebook();
    let ratio = |part: f64, all: f64| if all > 0.0 { rounded(part / all) } else { 0.0 };
    let of = |symptom| {
        let id = rulebook.choice(rulebook.symptom, symptom).id.clone();
        (id, Value::from(ratio(part.of(symptom), all.of(symptom))))
    };
    Share { all: ratio(part.sum(), all.sum()), by_symptom: model.symptoms().map(of).collect() }
}

fn edition(rulebook: &Rulebook) -> Edition {
    Edition { version: rulebook.version.clone(), hash: rulebook.hash.clone() }
}

fn all_changes(old: &Subject, new: &Subject) -> Vec<Change> {
    let mut found = changes(&ledger(old.rulebook), &ledger(new.rulebook));
    found.extend(lone_locales(old, new).into_iter().map(|(id, is_old)| Change {
        kind: "locale",
        id,
        edit: if is_old { Edit::Removed } else { Edit::Added },
    }));
    found
}

fn read_sentences(survey: &Survey, results: &Tally, interviews: &Tally) -> Vec<ReadSentence> {
    let share = |tally: &Tally, at: usize| {
        tally.read.get(&at).map_or(0.0, |weight| rounded(weight / tally.all.sum()))
    };
    let sentences = survey.sentences.list().iter().enumerate();
    sentences
        .map(|(at, sentence)| ReadSentence {
            sentence: sentence.clone(),
            on_results: share(results, at),
            on_screens: share(interviews, at),
        })
        .collect()
}

fn moves(survey: &Survey, results: &Tally) -> Vec<Move> {
    let name = |rulebook: &Rulebook, cause: Option<CauseIx>| {
        cause.map(|cause| rulebook.cause(cause).id.clone())
    };
    let all = results.all.sum();
    let mut moves: Vec<Move> = results
        .moves
        .iter()
        .map(|((old, new), weight)| Move {
            old: name(survey.mapping.before(), *old),
            new: name(survey.mapping.after(), *new),
            share: rounded(weight / all),
        })
        .collect();
    moves.sort_by(|one, other| other.share.total_cmp(&one.share));
    moves.truncate(MOST_MOVES);
    moves
}

fn other_cases(survey: &Survey, old: &Subject) -> Vec<OtherCase> {
    let other = |case: &crate::knowledge::Case| {
        let kinds = survey.results(&case.answers, case.day).kinds;
        let kinds: Vec<Kind> = kinds.iter().collect();
        (!kinds.is_empty()).then(|| OtherCase { case: case.name.clone(), kinds })
    };
    old.cases.iter().filter_map(other).collect()
}
