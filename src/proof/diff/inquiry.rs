use crate::proof::{Edition, Model, Progress, ProofSubject, Watch};

use super::comparator::Comparator;
use super::drawn::PARTS;
use super::example::example;
use super::sentence_readers::{SentenceReaders, SymptomReaders};
use super::tally::Tally;
use super::traversal::Traversal;
use super::{Difference, DifferenceKind, Effort, Seen};

/// How many results take the time of one interview, about.
const INTERVIEW: u64 = 12;

/// The comparison of two rulebooks or of two wordings of one, worked out in steps, so that a page can show how far it is.
///
/// What it finds does not depend on how it is cut into steps, nor on the number of cores.
pub struct Inquiry<'a> {
    old: ProofSubject<'a>,
    new: ProofSubject<'a>,
    comparator: Comparator<'a>,
    model: Model<'a>,
    results: Traversal<'a>,
    interviews: Traversal<'a>,
}

impl<'a> Inquiry<'a> {
    /// A comparison on OLD's day that has looked at nobody yet.
    #[must_use]
    pub fn new(old: &ProofSubject<'a>, new: &ProofSubject<'a>, effort: Effort) -> Self {
        let comparator = Comparator::new(old, new);
        let model = Model::new(old.rulebook, old.day);
        let Effort { most_enumerated, borrowers, interviews } = effort;
        let results = Traversal::new(
            &comparator,
            &model,
            most_enumerated,
            borrowers,
            Comparator::count_results,
        );
        let most = most_enumerated.min(interviews);
        let interviews =
            Traversal::new(&comparator, &model, most, interviews, Comparator::count_interviews);
        Self { old: *old, new: *new, comparator, model, results, interviews }
    }

    /// Looks at so many more results at the most, or at so many interviews as take that time; at one at the least.
    pub fn step(&mut self, results: u64) {
        let (traversal, most) = match self.results.is_finished() {
            false => (&mut self.results, results),
            true => (&mut self.interviews, results / INTERVIEW),
        };
        traversal.step(&self.comparator, &self.model, most.max(1));
    }

    /// How much is done, in percent of the time that it takes.
    #[must_use]
    pub fn percent(&self) -> u64 {
        let done = self.results.done + self.interviews.done * INTERVIEW;
        (done * 100).checked_div(self.work()).unwrap_or(100).min(100)
    }

    /// How many results all of it takes the time of.
    fn work(&self) -> u64 {
        self.results.all + self.interviews.all * INTERVIEW
    }

    /// Whether everybody has been looked at.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.results.is_finished() && self.interviews.is_finished()
    }

    /// Looks at everybody who is left, on all cores, and says what was found: the difference, and who reads each
    /// sentence that differs, in the order of the difference's sentences.
    #[must_use]
    pub fn finish(self) -> (Difference, Vec<SentenceReaders>) {
        self.finish_watched(&|_| ())
    }

    /// The same; `progress` hears how far it is.
    pub(super) fn finish_watched(mut self, progress: Watch) -> (Difference, Vec<SentenceReaders>) {
        let share = self.results.all * 100 / self.work().max(1);
        let share = usize::try_from(share).unwrap_or_default();
        self.results.finish(&self.comparator, &self.model, &|done| {
            progress(Progress::new("results", 0, done * share / PARTS));
        });
        self.interviews.finish(&self.comparator, &self.model, &|done| {
            progress(Progress::new("interviews", share, done * (100 - share) / PARTS));
        });
        let Self { old, new, comparator, model, results, interviews } = self;
        let (method, missed_below) = (results.method.clone(), results.missed_below);
        let by = interviews.method.clone();
        let (results, interviews) = (results.into_tally(), interviews.into_tally());
        let readers = readers(&comparator, &model, &results, &interviews);
        let mut found = Difference {
            is_empty: true,
            old: Edition::of(old.rulebook),
            new: Edition::of(new.rulebook),
            as_of: old.day.to_string(),
            method,
            missed_below,
            interviews: by,
            changes: super::all_changes(&old, &new),
            sentences: super::read_sentences(&comparator, &results, &interviews),
            any: super::share(&model, &results.any, &results.all),
            kinds: kinds(&comparator, &model, &results, &interviews),
            moves: super::moves(&comparator, &results),
            set_aside: super::set_aside(&results),
            cases: super::other_cases(&comparator, &old),
        };
        found.is_empty = found.changes.is_empty()
            && found.sentences.is_empty()
            && found.cases.is_empty()
            && found.kinds.iter().all(|seen| seen.example.is_none());
        (found, readers)
    }
}

fn kinds(comparator: &Comparator, model: &Model, results: &Tally, interviews: &Tally) -> Vec<Seen> {
    let seen = |kind: DifferenceKind| {
        let tally = if kind.is_of_the_interview() { interviews } else { results };
        let one = tally.examples[kind.at()].as_ref();
        Seen {
            kind,
            share: super::share(model, &tally.kinds[kind.at()], &tally.all),
            example: one.map(|(_, _, says)| example(comparator, kind, says)),
        }
    };
    DifferenceKind::ALL.map(seen).into()
}

fn readers(
    comparator: &Comparator,
    model: &Model,
    results: &Tally,
    interviews: &Tally,
) -> Vec<SentenceReaders> {
    let sentences = comparator.sentences.list().iter().enumerate();
    sentences
        .map(|(at, sentence)| SentenceReaders {
            sentence: sentence.clone(),
            on_results: SymptomReaders::of(model, results, at),
            on_screens: SymptomReaders::of(model, interviews, at),
        })
        .collect()
}
