use crate::engine::{
    Answer, Answers, Date, Diagnosis, Firmness, Grade, OptionIx, QuestionIx, Rulebook, diagnose,
};
use crate::proof::{Borrower, Model, Play, ProofSubject};

use super::DifferenceKind;
use super::comparison::{compare, is_other_first};
use super::difference_kinds::DifferenceKinds;
use super::mapping::{Mapped, Mapping};
use super::sentence_visitor::SentenceVisitor;
use super::sentences::Sentences;
use super::tally::Tally;

/// Puts borrowers before both rulebooks.
pub(super) struct Comparator<'a> {
    pub(super) mapping: Mapping<'a>,
    pub(super) sentences: Sentences,
    pub(super) day: Date,
}

/// One borrower's results under both.
pub(super) struct ResultPair {
    pub(super) old: Diagnosis,
    pub(super) new: Diagnosis,
    /// The answers as NEW reads them.
    pub(super) mapped: Mapped,
    /// How they differ.
    pub(super) kinds: DifferenceKinds,
    /// The sentences that differ and that are read in both.
    pub(super) read: Vec<usize>,
}

/// One borrower's interviews under both.
pub(super) struct InterviewPair {
    pub(super) old: Play,
    pub(super) new: Play,
    /// How they differ.
    pub(super) kinds: DifferenceKinds,
    /// The sentences that differ and that are read in both.
    pub(super) read: Vec<usize>,
}

impl<'a> Comparator<'a> {
    pub(super) fn new(old: &ProofSubject<'a>, new: &ProofSubject<'a>) -> Self {
        Self {
            mapping: Mapping::new(old.rulebook, new.rulebook),
            sentences: Sentences::new(old, new),
            day: old.day,
        }
    }

    /// The results of answers to OLD.
    pub(super) fn results(&self, says: &Answers, day: Date) -> ResultPair {
        let mapped = self.mapping.answers(says);
        let old = diagnose(self.mapping.before(), says, day);
        let new = match self.mapping.is_nothing_else(says, &mapped) {
            true => old.clone(),
            false => diagnose(self.mapping.after(), &mapped.answers, day),
        };
        let read = shared(
            &SentenceVisitor::of_result(&self.sentences, self.mapping.before(), &old),
            &SentenceVisitor::of_result(&self.sentences, self.mapping.after(), &new),
        );
        let kinds =
            compare(&self.mapping, &old, &new).with_if(DifferenceKind::Text, !read.is_empty());
        ResultPair { old, new, mapped, kinds, read }
    }

    /// The interviews of a borrower with these complete answers to OLD; what NEW asks besides is not known.
    pub(super) fn interviews(&self, says: &Answers) -> InterviewPair {
        let (before, after) = (self.mapping.before(), self.mapping.after());
        let old = play(before, says, self.day);
        let mapped = self.mapping.answers(says);
        let new = match self.mapping.is_nothing_else(says, &mapped) {
            true => old.clone(),
            false => play(after, &mapped.answers, self.day),
        };
        let read = shared(
            &SentenceVisitor::of_screens(&self.sentences, before, old.asked),
            &SentenceVisitor::of_screens(&self.sentences, after, new.asked),
        );
        let is_asked =
            |at: QuestionIx| self.mapping.question(at).is_some_and(|there| new.asked.has(there));
        let are_same = old.asked.len() == new.asked.len() && old.asked.iter().all(is_asked);
        let (first, there) = (old.stop.first(), new.stop.first());
        let kinds = DifferenceKinds::default()
            .with_if(DifferenceKind::Asked, !are_same || old.screens != new.screens)
            .with_if(DifferenceKind::AskedText, !read.is_empty())
            .with_if(DifferenceKind::FirstAtStop, is_other_first(&self.mapping, first, there));
        InterviewPair { old, new, kinds, read }
    }

    /// Counts the results of one borrower.
    pub(super) fn count_results(
        &self,
        symptom: OptionIx,
        weight: f64,
        says: &Answers,
        tally: &mut Tally,
    ) {
        let results = self.results(says, self.day);
        tally.add(symptom, weight, results.kinds, says);
        if results.kinds.has(DifferenceKind::FirstReason) {
            let there = results.new.first();
            *tally.moves.entry((results.old.first(), there)).or_default() += weight;
        }
        tally.add_read(&results.read, symptom, weight, says);
        for name in results.mapped.set_aside {
            *tally.set_aside.entry(name).or_default() += weight;
        }
    }

    /// Counts the interviews of one borrower.
    pub(super) fn count_interviews(
        &self,
        symptom: OptionIx,
        weight: f64,
        says: &Answers,
        tally: &mut Tally,
    ) {
        let interviews = self.interviews(says);
        tally.add(symptom, weight, interviews.kinds, says);
        tally.add_read(&interviews.read, symptom, weight, says);
    }
}

/// The interview of somebody who would say this; how firm its result is does not matter here.
fn play(rulebook: &Rulebook, says: &Answers, day: Date) -> Play {
    let symptom = match says.get(rulebook.symptom) {
        Some(Answer::Options(chosen)) => chosen.first(),
        _ => None,
    };
    let borrower = Borrower {
        symptom: symptom.unwrap_or(OptionIx(0)),
        number: 0,
        causes: Vec::new(),
        says: says.clone(),
    };
    Play::new(&Model::new(rulebook, day), &borrower, &|_, _, _| Firmness {
        grade: Grade::Open,
        changes_first: Vec::new(),
        changes_rest: Vec::new(),
    })
}

/// What stands in both of two rising lists.
fn shared(one: &[usize], other: &[usize]) -> Vec<usize> {
    one.iter().copied().filter(|at| other.binary_search(at).is_ok()).collect()
}
