// Shares of a model are summed here; nothing that is shown to borrowers is decided by them.
#![allow(clippy::float_arithmetic)]

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::OptionIx;
use crate::lab::{Stop, tour};
use crate::proof::{Borrower, Model};
use crate::widget::Kit;

use super::{Audience, Changed, Readership, Sighting};

/// Counts who would read something else, a borrower at a time, on the very screens that the widget draws.
pub struct AudienceCount {
    old: Kit,
    /// The second version, where it has a text that the first one lacks.
    new: Option<Kit>,
    keys: BTreeSet<String>,
    symptoms: Vec<OptionIx>,
    draws: usize,
    next: usize,
    found: Audience,
}

/// On which of a borrower's screens a text stands.
#[derive(Clone, Copy, Default)]
struct Places {
    /// The first of them; results go before others, because they matter most.
    at: usize,
    is_on_result: bool,
    is_on_screen: bool,
}

impl AudienceCount {
    /// So many borrowers for each symptom; both versions have the same rules.
    #[must_use]
    pub fn new(old: Kit, new: Kit, changed: &[Changed], draws: usize) -> Self {
        let symptoms = Model::new(&old.rulebook, old.day).symptoms().collect();
        let new = changed.iter().any(|changed| changed.old.is_none()).then_some(new);
        let keys = changed.iter().map(|changed| changed.key.clone()).collect();
        Self { old, new, keys, symptoms, draws, next: 0, found: Audience::default() }
    }

    /// How many borrowers there are to look at.
    #[must_use]
    pub fn total(&self) -> usize {
        if self.keys.is_empty() { 0 } else { self.symptoms.len() * self.draws }
    }

    /// Looks at one borrower; says how many are done.
    pub fn step(&mut self) -> usize {
        if self.next < self.total() {
            let model = Model::new(&self.old.rulebook, self.old.day);
            let symptom = self.symptoms[self.next % self.symptoms.len()];
            let number = (self.next / self.symptoms.len()) as u64;
            let weight = model.symptom_share(symptom) / float(self.draws);
            let borrower = model.borrower(symptom, number);
            self.look_at(&borrower, weight);
            self.found.borrowers += 1;
            self.next += 1;
        }
        self.next
    }

    /// What was found.
    #[must_use]
    pub fn finish(self) -> Audience {
        self.found
    }

    fn look_at(&mut self, borrower: &Borrower, weight: f64) {
        let mut read: BTreeMap<String, Places> = BTreeMap::new();
        for (at, stop) in tour(&self.old, &borrower.says).iter().enumerate() {
            let is_end = stop.kind().is_end();
            for key in self.changed_on(stop) {
                let places = read.entry(key).or_insert(Places { at, ..Places::default() });
                if is_end && !places.is_on_result {
                    places.at = at;
                }
                places.is_on_result |= is_end;
                places.is_on_screen |= !is_end;
            }
        }
        let any = read.values().copied().reduce(|one, other| Places {
            at: if one.is_on_result { one.at } else { other.at },
            is_on_result: one.is_on_result || other.is_on_result,
            is_on_screen: one.is_on_screen || other.is_on_screen,
        });
        let part = 1.0 / float(self.draws);
        if let Some(any) = any {
            self.found.any.add(borrower, any, weight, part);
        }
        for (key, places) in read {
            self.found.by_key.entry(key).or_default().add(borrower, places, weight, part);
        }
    }

    /// The changed texts on a screen.
    fn changed_on(&self, stop: &Stop) -> BTreeSet<String> {
        let kits = core::iter::once(&self.old).chain(&self.new);
        let keys = kits.flat_map(|kit| stop.keys(kit));
        keys.filter(|key| self.keys.contains(key)).collect()
    }
}

impl Readership {
    fn add(&mut self, borrower: &Borrower, places: Places, weight: f64, part: f64) {
        self.all += weight;
        self.on_results += if places.is_on_result { weight } else { 0.0 };
        self.on_screens += if places.is_on_screen { weight } else { 0.0 };
        *self.by_symptom.entry(borrower.symptom).or_default() += part;
        if self.example.as_ref().is_none_or(|best| weight > best.weight) {
            self.example = Some(Sighting { says: borrower.says.clone(), at: places.at, weight });
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of borrowers are small")]
fn float(count: usize) -> f64 {
    count as f64
}
