use crate::engine::answers::Facts;
use crate::engine::diagnosis::{Diagnosis, are_linked};
use crate::engine::rules::{CauseIx, OptionSet, QuestionIx, QuestionSet, Rulebook};

use super::bounds::Bounds;
use super::bounds::bounds;

/// What answers to several open questions together could do.
///
/// # Design
///
/// An exact search: a branch ends where [`Bounds`] rule its goal out, and a leaf, where every question
/// that matters is answered or left open, decides. Questions that touch none of the causes in play can only be clean
/// answers; how many of them are tried, not which.
pub(super) struct Search<'a> {
    rulebook: &'a Rulebook,
    facts: Facts,
    /// The open questions with the options that are left.
    open: Vec<(QuestionIx, OptionSet)>,
    /// Those among them that the search has not decided.
    free: QuestionSet,
}

/// What a search looks for.
#[derive(Clone, Copy)]
enum Goal {
    /// The cause is shown.
    Show(CauseIx),
    /// The cause is not shown.
    Hide(CauseIx),
    /// The first cause is shown and ranks above the second.
    Overtake(CauseIx, CauseIx),
}

impl<'a> Search<'a> {
    pub(super) fn new(
        rulebook: &'a Rulebook,
        diagnosis: &Diagnosis,
        open: Vec<(QuestionIx, OptionSet)>,
    ) -> Self {
        let free = open.iter().fold(QuestionSet::EMPTY, |free, (question, _)| free.with(*question));
        Self { rulebook, facts: diagnosis.facts.clone(), open, free }
    }

    /// Whether some answers make another cause, or none, the first reason.
    pub(super) fn another_first(&mut self, diagnosis: &Diagnosis) -> bool {
        let mut others =
            self.rulebook.cause_places().filter(|cause| Some(*cause) != diagnosis.first());
        match diagnosis.first() {
            None => others.any(|cause| self.can(Goal::Show(cause))),
            Some(first) => {
                self.can(Goal::Hide(first))
                    || others.any(|rival| self.can(Goal::Overtake(rival, first)))
            }
        }
    }

    /// Whether some answers change the list of reasons or their order.
    pub(super) fn another_list(&mut self, diagnosis: &Diagnosis) -> bool {
        let mut orders: Vec<Vec<CauseIx>> =
            diagnosis.findings.iter().map(|finding| finding.causes().collect()).collect();
        let shown = orders.concat();
        orders.push(diagnosis.findings.iter().map(|finding| finding.cause).collect());
        let mut goals: Vec<Goal> = shown.iter().map(|cause| Goal::Hide(*cause)).collect();
        // What is shown is ordered within each reason, and the reasons by their heads;
        // an order that changes does so between neighbours.
        for order in &orders {
            goals.extend(order.windows(2).map(|pair| Goal::Overtake(pair[1], pair[0])));
        }
        goals.into_iter().any(|goal| self.can(goal))
            || self
                .rulebook
                .cause_places()
                .any(|cause| !shown.contains(&cause) && self.can_join(diagnosis, cause))
    }

    /// Whether a cause that is not in the list could get into it.
    fn can_join(&mut self, diagnosis: &Diagnosis, cause: CauseIx) -> bool {
        let heads: Vec<CauseIx> = diagnosis.findings.iter().map(|finding| finding.cause).collect();
        let is_full = heads.len() >= usize::from(self.rulebook.settings.most_findings);
        let is_warning = heads.iter().any(|head| self.rulebook.cause(*head).stops);
        let is_folded = heads.iter().any(|head| are_linked(self.rulebook, *head, cause));
        if is_warning && !is_folded && !self.rulebook.cause(cause).stops {
            return false;
        }
        match heads.last() {
            Some(last) if is_full && !is_folded => self.can(Goal::Overtake(cause, *last)),
            _ => self.can(Goal::Show(cause)),
        }
    }

    fn can(&mut self, goal: Goal) -> bool {
        let matters = self.matters(goal);
        let open = self.open.iter().filter(|(question, _)| matters.has(*question));
        let open: Vec<(QuestionIx, Vec<OptionSet>)> = open
            .map(|(question, options)| (*question, self.answers(goal, *question, *options)))
            .collect();
        self.search(goal, &open)
    }

    fn search(&mut self, goal: Goal, open: &[(QuestionIx, Vec<OptionSet>)]) -> bool {
        if !self.may(goal, self.undecided_clean(goal, open)) {
            return false;
        }
        let Some(((question, answers), rest)) = open.split_first() else { return true };
        let known = self.facts.held(*question);
        self.free = self.free.without(*question);
        let found = answers.iter().any(|answer| {
            self.facts.hold(self.rulebook, *question, known.and(*answer));
            self.search(goal, rest)
        });
        self.facts.hold(self.rulebook, *question, known);
        self.free = self.free.with(*question);
        found
    }

    /// The questions that say something about the causes in play.
    fn matters(&self, goal: Goal) -> QuestionSet {
        let of = |cause: CauseIx| self.rulebook.cause(cause).questions();
        match goal {
            Goal::Show(cause) | Goal::Hide(cause) => of(cause),
            Goal::Overtake(rival, first) => of(rival).iter().fold(of(first), QuestionSet::with),
        }
    }

    /// The answers that can make a difference, leaving it open among them.
    fn answers(&self, goal: Goal, question: QuestionIx, options: OptionSet) -> Vec<OptionSet> {
        let says_something = |option| {
            let says = |cause: CauseIx| self.rulebook.cause(cause).hears(question, option);
            let is_clean = self.rulebook.option(question, option).is_clean;
            is_clean
                || match goal {
                    Goal::Show(cause) | Goal::Hide(cause) => says(cause),
                    Goal::Overtake(rival, first) => says(rival) || says(first),
                }
        };
        let options = options.iter().filter(|option| says_something(*option));
        let options = options.fold(OptionSet::EMPTY, OptionSet::with);
        let mut answers = self.rulebook.question(question).possible_answers(options);
        answers.push(OptionSet::EMPTY);
        answers
    }

    /// How many undecided questions could still be a clean answer for the rival (or the only cause) alone,
    /// and how many for every cause in play.
    fn undecided_clean(&self, goal: Goal, open: &[(QuestionIx, Vec<OptionSet>)]) -> (i32, i32) {
        let can_be_clean = |question: QuestionIx, options: OptionSet| {
            options.iter().any(|option| self.rulebook.option(question, option).is_clean)
        };
        let (mut alone, mut both) = (0, 0);
        for (question, options) in &self.open {
            let is_counted = self.facts.clean().has(*question);
            if is_counted || !self.free.has(*question) || !can_be_clean(*question, *options) {
                continue;
            }
            if open.iter().any(|(other, _)| other == question) {
                let (Goal::Show(cause) | Goal::Hide(cause) | Goal::Overtake(cause, _)) = goal;
                alone += i32::from(!self.rulebook.cause(cause).weighs(*question));
            } else {
                both += 1;
            }
        }
        (alone, both)
    }

    /// Whether the bounds leave the goal possible.
    fn may(&self, goal: Goal, (alone, both): (i32, i32)) -> bool {
        match goal {
            Goal::Show(cause) => self.bounds(cause).may_be_shown(self.rulebook, alone + both),
            Goal::Hide(cause) => self.bounds(cause).may_be_hidden(self.rulebook),
            Goal::Overtake(rival, first) => self.may_overtake(rival, first, alone, both),
        }
    }

    fn may_overtake(&self, rival: CauseIx, first: CauseIx, alone: i32, both: i32) -> bool {
        let standing = |cause: CauseIx| {
            let cause = self.rulebook.cause(cause);
            (cause.stops, !cause.is_always_last)
        };
        let (of_rival, of_first) = (self.bounds(rival), self.bounds(first));
        let key =
            (standing(rival), of_rival.most_tier).cmp(&(standing(first), of_first.least_tier));
        (0..=both).any(|clean| {
            of_rival.may_be_shown(self.rulebook, alone + clean)
                && match key {
                    core::cmp::Ordering::Less => false,
                    core::cmp::Ordering::Greater => true,
                    core::cmp::Ordering::Equal => {
                        let most = of_rival.most(self.rulebook, alone + clean);
                        let least = of_first.least(self.rulebook, clean);
                        most > least || (most == least && rival < first)
                    }
                }
        })
    }

    fn bounds(&self, cause: CauseIx) -> Bounds {
        bounds(self.rulebook, &self.facts, self.free, &self.open, cause)
    }
}
