use std::collections::BTreeSet;
use std::rc::Rc;

use crate::knowledge::{Case, Knowledge};
use crate::lab::tour;
use crate::widget::{Kit, ScreenKind};

/// A kind of screen, and whether it has no number: a result without a reason is a kind of its own.
type ShownKind = (ScreenKind, bool);

/// The search for a few worked cases that together show every kind of screen that any of them shows, a case at a time.
pub struct Covering<'a> {
    cases: &'a [Case],
    kit: Option<Kit>,
    /// What each case shows, of those that were looked at.
    shown: Vec<BTreeSet<ShownKind>>,
}

impl<'a> Covering<'a> {
    /// Nothing has been looked at yet.
    #[must_use]
    pub fn new(knowledge: &'a Knowledge) -> Self {
        let kit = knowledge.catalogues.first().map(|catalogue| Kit {
            rulebook: Rc::new(knowledge.rulebook.clone()),
            catalogue: Rc::new(catalogue.clone()),
            day: crate::engine::Date::FIRST,
        });
        Self { cases: &knowledge.cases, kit, shown: Vec::new() }
    }

    /// Looks at one more case; says how many are done, and of how many.
    pub fn step(&mut self) -> (usize, usize) {
        if let (Some(kit), Some(case)) = (&self.kit, self.cases.get(self.shown.len())) {
            let kit = Kit { day: case.day, ..kit.clone() };
            let stops = tour(&kit, &case.answers);
            self.shown.push(stops.iter().map(|stop| (stop.kind(), stop.number() == 0)).collect());
        }
        let all = if self.kit.is_some() { self.cases.len() } else { 0 };
        (self.shown.len(), all)
    }

    /// The cases: each time the first of those that add most.
    #[must_use]
    pub fn finish(self) -> Vec<&'a Case> {
        let mut left: Vec<(&Case, BTreeSet<ShownKind>)> =
            self.cases.iter().zip(self.shown).collect();
        let (mut chosen, mut seen) = (Vec::new(), BTreeSet::new());
        loop {
            left.iter_mut().for_each(|(_, kinds)| kinds.retain(|kind| !seen.contains(kind)));
            // Of equal ones `max_by_key` takes the last.
            match left.iter().rev().max_by_key(|(_, kinds)| kinds.len()) {
                Some((case, kinds)) if !kinds.is_empty() => {
                    chosen.push(*case);
                    seen.extend(kinds.iter().copied());
                }
                _ => return chosen,
            }
        }
    }
}

/// A few worked cases that together show every kind of screen that any of them shows.
#[must_use]
pub fn covering(knowledge: &Knowledge) -> Vec<&Case> {
    let mut covering = Covering::new(knowledge);
    loop {
        let (done, all) = covering.step();
        if done == all {
            return covering.finish();
        }
    }
}
