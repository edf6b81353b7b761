// Shares of a model are counted here; nothing that is shown to borrowers is decided by them.
#![allow(clippy::float_arithmetic)]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::engine::{Answers, CauseIx, OptionIx};
use crate::lab::{Stop, tour};
use crate::proof::{Model, witness};
use crate::widget::{Kit, ScreenKind};

/// How many screens are looked at when the most different ones are chosen; the most frequent ones.
const MOST_CANDIDATES: usize = 400;

/// A screen that some borrower sees; borrowers with the same texts on it share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Met {
    /// The kind of screen.
    pub kind: ScreenKind,
    /// Its place, as [`Stop::number`] says it.
    pub number: usize,
    /// How many of all borrowers see it, of one; 0 for those who are no part of the model.
    pub share: f64,
    /// The answers of the first one.
    pub says: Answers,
    /// Which screen of that borrower's it is, from 0.
    pub at: usize,
    /// The places of its texts in [`Appearances::keys`], rising.
    texts: Vec<u16>,
}

/// Where one text appears.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Appearance {
    /// Who reads it on a result or a warning, of one.
    pub on_results: f64,
    /// Who reads it on a screen before or on the list of answers, of one.
    pub on_screens: f64,
    /// How many different screens have it.
    pub screens: usize,
}

/// Where every text appears, by the rulebook's own model of borrowers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Appearances {
    keys: Vec<String>,
    places: HashMap<String, u16>,
    found: Vec<Appearance>,
    met: Vec<Met>,
}

impl Appearances {
    /// Where a text appears; nowhere for a key that was not met.
    #[must_use]
    pub fn of(&self, key: &str) -> Appearance {
        self.places.get(key).map(|at| self.found[usize::from(*at)]).unwrap_or_default()
    }

    /// Every screen of the rulebook that has a text, the most seen first: the most frequent form of it, and how many of
    /// all borrowers see it in any form, of one.
    #[must_use]
    pub fn screens_with(&self, key: &str) -> Vec<(&Met, f64)> {
        let Some(place) = self.places.get(key) else { return Vec::new() };
        let mut screens: BTreeMap<(ScreenKind, usize), (&Met, f64)> = BTreeMap::new();
        for met in self.met.iter().filter(|met| met.texts.binary_search(place).is_ok()) {
            let of_screen = screens.entry((met.kind, met.number)).or_insert((met, 0.0));
            of_screen.1 += met.share;
            if met.share > of_screen.0.share {
                of_screen.0 = met;
            }
        }
        let mut screens: Vec<(&Met, f64)> = screens.into_values().collect();
        screens.sort_by(|one, other| other.1.total_cmp(&one.1));
        screens
    }

    /// The screens that have a text, each as different from those before it as can be: the first is the most frequent
    /// one, every other one shares the fewest texts with the nearest of those before.
    #[must_use]
    pub fn most_different(&self, key: &str, most: usize) -> Vec<&Met> {
        let Some(place) = self.places.get(key) else { return Vec::new() };
        let mut left: Vec<&Met> =
            self.met.iter().filter(|met| met.texts.binary_search(place).is_ok()).collect();
        left.sort_by(|one, other| other.share.total_cmp(&one.share));
        left.truncate(MOST_CANDIDATES.max(most));
        let mut chosen: Vec<&Met> = Vec::new();
        let mut nearest = vec![f64::INFINITY; left.len()];
        while chosen.len() < most && !left.is_empty() {
            // Of equal ones the first, which is the more frequent.
            let at = (0..left.len())
                .rev()
                .max_by(|one, other| nearest[*one].total_cmp(&nearest[*other]));
            let Some(at) = at else { break };
            let next = left.remove(at);
            nearest.remove(at);
            for (met, nearest) in left.iter().zip(&mut nearest) {
                *nearest = nearest.min(distance(&next.texts, &met.texts));
            }
            chosen.push(next);
        }
        chosen
    }
}

/// How much of what stands on either stands on one only, of one.
fn distance(one: &[u16], other: &[u16]) -> f64 {
    let both = one.iter().filter(|at| other.binary_search(at).is_ok()).count();
    let either = one.len() + other.len() - both;
    1.0 - number(both) / number(either.max(1))
}

#[expect(clippy::cast_precision_loss, reason = "counts are small")]
fn number(count: usize) -> f64 {
    count as f64
}

/// Looks where every text appears, a borrower at a time.
pub struct AppearanceCount {
    kit: Kit,
    draws: u64,
    symptoms: Vec<OptionIx>,
    rare: Vec<(CauseIx, OptionIx)>,
    next: usize,
    same: HashMap<(ScreenKind, Vec<u16>), usize>,
    made: Appearances,
}

impl AppearanceCount {
    /// So many borrowers of the model for each symptom, then one for each reason that can be shown under a symptom.
    #[must_use]
    pub fn new(kit: Kit, draws: u64) -> Self {
        let symptoms: Vec<OptionIx> = Model::new(&kit.rulebook, kit.day).symptoms().collect();
        let rulebook = &kit.rulebook;
        let in_question = |cause: CauseIx, symptom: OptionIx| {
            rulebook.cause(cause).prior(Some(symptom)).is_some().then_some((cause, symptom))
        };
        let rare = rulebook.cause_places().flat_map(|cause| {
            symptoms.iter().filter_map(move |symptom| in_question(cause, *symptom))
        });
        let rare = rare.collect();
        let (same, made) = (HashMap::new(), Appearances::default());
        Self { kit, draws, symptoms, rare, next: 0, same, made }
    }

    /// How many borrowers there are to look at.
    #[must_use]
    pub fn total(&self) -> usize {
        self.drawn() + self.rare.len()
    }

    /// Looks at one borrower; says how many are done.
    pub fn step(&mut self) -> usize {
        let (at, drawn) = (self.next, self.drawn());
        if at < drawn {
            let model = Model::new(&self.kit.rulebook, self.kit.day);
            let symptom = self.symptoms[at % self.symptoms.len()];
            let borrower = model.borrower(symptom, (at / self.symptoms.len()) as u64);
            let share = model.symptom_share(symptom) / number(drawn / self.symptoms.len());
            self.look_at(&borrower.says, share);
        } else if let Some((cause, symptom)) = self.rare.get(at - drawn)
            && let Some(says) = witness(&self.kit.rulebook, self.kit.day, *cause, *symptom)
        {
            self.look_at(&says, 0.0);
        }
        self.next = (at + 1).min(self.total());
        self.next
    }

    /// What was found.
    #[must_use]
    pub fn finish(self) -> Appearances {
        self.made
    }

    fn drawn(&self) -> usize {
        usize::try_from(self.draws).unwrap_or(0) * self.symptoms.len()
    }

    fn look_at(&mut self, says: &Answers, share: f64) {
        let mut read = [BTreeSet::new(), BTreeSet::new()];
        let stops = tour(&self.kit, says);
        for (at, stop) in stops.iter().enumerate() {
            let texts = self.texts_on(stop);
            let is_end = stop.kind().is_end();
            read[usize::from(is_end)].extend(texts.iter().copied());
            self.note(stop, at, texts, says, share);
        }
        let [before, end] = read;
        for text in before {
            self.made.found[usize::from(text)].on_screens += share;
        }
        for text in end {
            self.made.found[usize::from(text)].on_results += share;
        }
    }

    fn texts_on(&mut self, stop: &Stop) -> Vec<u16> {
        let mut texts: Vec<u16> =
            stop.keys(&self.kit).into_iter().map(|key| self.place_of(key)).collect();
        texts.sort_unstable();
        texts
    }

    fn place_of(&mut self, key: String) -> u16 {
        let made = &mut self.made;
        if let Some(place) = made.places.get(&key) {
            return *place;
        }
        let place = u16::try_from(made.keys.len()).expect("a catalogue has fewer than 65536 texts");
        made.keys.push(key.clone());
        made.found.push(Appearance::default());
        made.places.insert(key, place);
        place
    }

    fn note(&mut self, stop: &Stop, at: usize, texts: Vec<u16>, says: &Answers, share: f64) {
        let made = &mut self.made;
        match self.same.get(&(stop.kind(), texts.clone())) {
            Some(known) => made.met[*known].share += share,
            None => {
                for text in &texts {
                    made.found[usize::from(*text)].screens += 1;
                }
                self.same.insert((stop.kind(), texts.clone()), made.met.len());
                let (kind, number, says) = (stop.kind(), stop.number(), says.clone());
                made.met.push(Met { kind, number, share, says, at, texts });
            }
        }
    }
}
