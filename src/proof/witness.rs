use core::cmp::Reverse;
use core::ops::ControlFlow;

use crate::engine::{
    Answers, CauseIx, Date, Decibans, Diagnosis, OptionIx, OptionSet, QuestionIx, Rulebook,
    diagnose,
};

use super::answer_space::{AnswerSpace, answer, lone, put};

/// How many borrowers are kept for each cause, symptom and kind.
const KEPT: usize = 6;

/// How many times a search betters its borrower.
const MOST_CHANGES: usize = 25;

/// How well one borrower stands for a cause; larger is better.
type Merit = (bool, u8, Decibans, Reverse<usize>);

/// Borrowers who show a cause under a symptom, found by trying every answer that the cause hears.
pub(super) struct Witnesses {
    /// Borrowers who say as little as is enough.
    brief: Vec<Answers>,
    /// Borrowers who say nothing else; the best first.
    pub(super) bare: Vec<Answers>,
    /// Borrowers for whom everything else is clean; the best first.
    pub(super) clean: Vec<Answers>,
    /// The borrower for whom most speaks for the cause, whether it is shown or not.
    pub(super) best: Answers,
    /// Whether every possibility was tried.
    is_exact: bool,
}

impl Witnesses {
    /// Looks for them.
    ///
    /// A clean answer to another question moves the support one way only: none and all of them cover what lies between.
    pub(super) fn of(rulebook: &Rulebook, day: Date, cause: CauseIx, symptom: OptionIx) -> Self {
        let alone = lone(rulebook, cause);
        let heard = AnswerSpace::by(rulebook, cause, symptom);
        let (mut best, mut brief) = (Best::default(), Best::default());
        let [bare, clean] = [heard.bare(), heard.clean(cause)].map(|base| {
            let mut kept = Best::default();
            let _ = heard.each(&base, &mut |answers| {
                let standing = standing(&alone, answers, day);
                best.offer(standing, answers, 1);
                if standing.0 {
                    kept.offer(standing, answers, KEPT);
                    brief.offer((Reverse(answers.len()), standing), answers, KEPT);
                }
                ControlFlow::Continue(())
            });
            kept.answers()
        });
        Self {
            brief: brief.answers(),
            bare,
            clean,
            best: best.answers().into_iter().next().unwrap_or_default(),
            is_exact: heard.is_exact(),
        }
    }

    /// Whether it is proved that nobody with the symptom is shown the cause.
    pub(super) fn proves_hidden(&self) -> bool {
        self.is_exact && self.bare.is_empty() && self.clean.is_empty()
    }

    /// All of them, the borrowers with few answers first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Answers> {
        self.brief.iter().chain(&self.bare).chain(&self.clean)
    }

    /// A borrower whose result has the cause, folded into another reason or not.
    pub(super) fn shown(&self, rulebook: &Rulebook, day: Date, cause: CauseIx) -> Option<Answers> {
        let is_shown =
            |answers: &&Answers| place(&diagnose(rulebook, answers, day), cause).0 < BEHIND;
        self.all().find(is_shown).cloned().or_else(|| self.first(rulebook, day, cause))
    }

    /// A borrower whose first reason is the cause.
    pub(super) fn first(&self, rulebook: &Rulebook, day: Date, cause: CauseIx) -> Option<Answers> {
        let is_first = |answers: &Answers| diagnose(rulebook, answers, day).first() == Some(cause);
        let found = self.all().find(|answers| is_first(answers)).cloned();
        found.or_else(|| {
            let mut climbed = self.all().map(|answers| climb(rulebook, day, cause, answers));
            climbed.find(is_first)
        })
    }
}

/// Looks for a borrower whose first reason is the cause among all who say what the cause hears,
/// with clean answers to none, one and more of the other questions.
pub(super) fn first_among_all(
    rulebook: &Rulebook,
    day: Date,
    cause: CauseIx,
    symptom: OptionIx,
) -> Option<Answers> {
    let alone = lone(rulebook, cause);
    let heard = AnswerSpace::by(rulebook, cause, symptom);
    let mut found = None;
    for base in heard.clean_by_degrees(cause) {
        let _ = heard.each(&base, &mut |answers| {
            if standing(&alone, answers, day).0
                && diagnose(rulebook, answers, day).first() == Some(cause)
            {
                found = Some(answers.clone());
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        if found.is_some() {
            break;
        }
    }
    found
}

/// The best of many, best first.
struct Best<S>(Vec<(S, Answers)>);

impl<S> Default for Best<S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<S: Ord> Best<S> {
    fn offer(&mut self, standing: S, answers: &Answers, most: usize) {
        let at = self.0.partition_point(|(other, _)| *other >= standing);
        if at < most {
            self.0.insert(at, (standing, answers.clone()));
            self.0.truncate(most);
        }
    }

    fn answers(self) -> Vec<Answers> {
        self.0.into_iter().map(|(_, answers)| answers).collect()
    }
}

fn standing(alone: &Rulebook, answers: &Answers, day: Date) -> Merit {
    let diagnosis = diagnose(alone, answers, day);
    let assessment = &diagnosis.assessments[0];
    let tier = assessment
        .settled_by
        .map_or(0, |said| if alone.question(said.question).on_page { 2 } else { 1 });
    let is_shown = !diagnosis.findings.is_empty();
    (is_shown, tier, assessment.support, Reverse(answers.len()))
}

/// The place of a cause that is behind those shown, and of one that is not shown at all.
const BEHIND: usize = 100;

/// Where the cause stands in the result and how far behind the first reason; smaller is better.
fn place(diagnosis: &Diagnosis, cause: CauseIx) -> (usize, Decibans) {
    let support = |cause: CauseIx| diagnosis.assessment(cause).support;
    let behind = diagnosis.first().map_or(Decibans::ZERO, |first| support(first) - support(cause));
    let at = diagnosis.findings.iter().position(|finding| finding.causes().any(|c| c == cause));
    let place = match at {
        Some(at) if diagnosis.findings[at].cause == cause => 2 * at,
        Some(at) => 2 * at + 1,
        None => BEHIND,
    };
    (place, behind)
}

/// Betters the borrower, one answer after the other to questions that the cause does not hear, until the cause is first.
fn climb(rulebook: &Rulebook, day: Date, cause: CauseIx, answers: &Answers) -> Answers {
    let own = rulebook.cause(cause).questions();
    let mut answers = answers.clone();
    for _ in 0..MOST_CHANGES {
        let diagnosis = diagnose(rulebook, &answers, day);
        let now = place(&diagnosis, cause);
        let Some(first) = diagnosis.first().filter(|first| *first != cause) else { break };
        let symptom = diagnosis.facts.symptom();
        let mut best = (now, answers.clone());
        let of_first = rulebook.cause(first).questions().minus(own);
        for question in of_first.iter().filter(|at| *at != rulebook.symptom) {
            for option in choices(rulebook, question, symptom) {
                let mut tried = answers.clone();
                let option = option.map(|option| answer(rulebook, question, OptionSet::of(option)));
                put(&mut tried, question, option);
                let then = place(&diagnose(rulebook, &tried, day), cause);
                if then < best.0 {
                    best = (then, tried);
                }
            }
        }
        if best.0 >= now {
            break;
        }
        answers = best.1;
    }
    answers
}

/// The options of a question, and leaving it open.
fn choices(
    rulebook: &Rulebook,
    question: QuestionIx,
    symptom: Option<OptionIx>,
) -> Vec<Option<OptionIx>> {
    let of = rulebook.question(question);
    let options = of.offered(symptom).iter().map(Some);
    let applies = of.applies.has(symptom);
    core::iter::once(None).chain(options.filter(|_| applies)).collect()
}
