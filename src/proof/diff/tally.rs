use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::engine::{Answers, CauseIx, OptionIx};

use super::DifferenceKind;
use super::difference_kinds::DifferenceKinds;

/// What was counted over borrowers, by weight.
#[derive(Clone, Default)]
pub(super) struct Tally {
    /// All borrowers, by symptom.
    pub(super) all: Weights,
    /// Those who see any difference, by symptom.
    pub(super) any: Weights,
    /// Those of each kind, by symptom.
    pub(super) kinds: [Weights; DifferenceKind::ALL.len()],
    /// From which first reason to which.
    pub(super) moves: BTreeMap<(Option<CauseIx>, Option<CauseIx>), f64>,
    /// Those who read each sentence that differs.
    pub(super) read: BTreeMap<usize, f64>,
    /// Those who read each sentence that differs, by symptom, with the heaviest of them, of equal ones the first.
    pub(super) readers: BTreeMap<usize, Reached>,
    /// Those who gave each answer that NEW does not know.
    pub(super) set_aside: BTreeMap<String, f64>,
    /// For each kind the heaviest borrower, of equal ones the first.
    pub(super) examples: [Option<(f64, OptionIx, Answers)>; DifferenceKind::ALL.len()],
}

/// Those whom a sentence reaches.
#[derive(Clone)]
pub(super) struct Reached {
    /// By symptom.
    pub(super) weights: Weights,
    /// One of them.
    pub(super) example: (f64, Answers),
}

/// Weights by symptom.
#[derive(Clone, Default)]
pub(super) struct Weights(BTreeMap<OptionIx, f64>);

impl Weights {
    pub(super) fn add(&mut self, symptom: OptionIx, weight: f64) {
        *self.0.entry(symptom).or_default() += weight;
    }

    /// The weight under one symptom.
    pub(super) fn of(&self, symptom: OptionIx) -> f64 {
        self.0.get(&symptom).copied().unwrap_or_default()
    }

    /// The weight under all symptoms together.
    pub(super) fn sum(&self) -> f64 {
        // Not `sum`, which makes a negative zero of nothing.
        self.0.values().fold(0.0, |sum, weight| sum + weight)
    }
}

impl Tally {
    /// Counts one borrower.
    pub(super) fn add(
        &mut self,
        symptom: OptionIx,
        weight: f64,
        kinds: DifferenceKinds,
        says: &Answers,
    ) {
        self.all.add(symptom, weight);
        if !kinds.is_empty() {
            self.any.add(symptom, weight);
        }
        for kind in kinds.iter() {
            self.kinds[kind.at()].add(symptom, weight);
            let example = &mut self.examples[kind.at()];
            if example.as_ref().is_none_or(|(best, ..)| weight > *best) {
                *example = Some((weight, symptom, says.clone()));
            }
        }
    }

    /// Counts one borrower as a reader of these sentences.
    pub(super) fn add_read(
        &mut self,
        read: &[usize],
        symptom: OptionIx,
        weight: f64,
        says: &Answers,
    ) {
        for at in read {
            *self.read.entry(*at).or_default() += weight;
            let reached = self.readers.entry(*at).or_insert_with(|| Reached {
                weights: Weights::default(),
                example: (weight, says.clone()),
            });
            reached.weights.add(symptom, weight);
            if weight > reached.example.0 {
                reached.example = (weight, says.clone());
            }
        }
    }

    /// Puts what was counted elsewhere behind this.
    pub(super) fn join(&mut self, other: Self) {
        self.all.join(other.all);
        self.any.join(other.any);
        for (mine, theirs) in self.kinds.iter_mut().zip(other.kinds) {
            mine.join(theirs);
        }
        join(&mut self.moves, other.moves);
        join(&mut self.read, other.read);
        for (at, theirs) in other.readers {
            match self.readers.entry(at) {
                Entry::Vacant(place) => drop(place.insert(theirs)),
                Entry::Occupied(place) => place.into_mut().join(theirs),
            }
        }
        join(&mut self.set_aside, other.set_aside);
        for (mine, theirs) in self.examples.iter_mut().zip(other.examples) {
            let weight =
                |one: &Option<(f64, OptionIx, Answers)>| one.as_ref().map(|(weight, ..)| *weight);
            if weight(&theirs) > weight(mine) {
                *mine = theirs;
            }
        }
    }
}

impl Reached {
    fn join(&mut self, other: Self) {
        self.weights.join(other.weights);
        if other.example.0 > self.example.0 {
            self.example = other.example;
        }
    }
}

impl Weights {
    fn join(&mut self, other: Self) {
        join(&mut self.0, other.0);
    }
}

fn join<K: Ord>(mine: &mut BTreeMap<K, f64>, theirs: BTreeMap<K, f64>) {
    for (key, weight) in theirs {
        *mine.entry(key).or_default() += weight;
    }
}
