use crate::proof::Model;
use crate::proof::parallel::{Done, in_parallel};

use super::comparator::Comparator;
use super::drawn::{BorrowerVisitor, Drawn, PARTS};
use super::everyone::Everyone;
use super::tally::Tally;

/// The counting of borrowers, every one where there are few ways to answer, drawn ones otherwise.
pub(super) struct Traversal<'a> {
    visit: BorrowerVisitor<'a>,
    whom: Whom,
    /// How many are counted of how many.
    pub(super) done: u64,
    pub(super) all: u64,
    /// Whose results or interviews are counted, for people.
    pub(super) method: String,
    /// What fewer of those with a symptom would notice may be missed.
    ///
    /// Of something that three in so many borrowers see, that many draws show at least one in 95 of 100 surveys.
    pub(super) missed_below: f64,
}

enum Whom {
    Everyone(Everyone),
    Drawn { parts: Vec<Drawn>, counted: Vec<Drawn> },
    Finished(Box<Tally>),
}

impl<'a> Traversal<'a> {
    /// Nobody is counted yet.
    pub(super) fn new(
        comparator: &Comparator<'a>,
        model: &Model,
        most_enumerated: u64,
        draws: u64,
        visit: BorrowerVisitor<'a>,
    ) -> Self {
        if let Some(everyone) = Everyone::new(model, &comparator.mapping, most_enumerated) {
            let all = everyone.count();
            let method = format!("every borrower ({all} complete answers)");
            return Self {
                visit,
                whom: Whom::Everyone(everyone),
                done: 0,
                all,
                method,
                missed_below: 0.0,
            };
        }
        let symptoms = u64::try_from(model.symptoms().count()).unwrap_or(1).max(1);
        let each = draws.div_ceil(symptoms);
        let all = each * symptoms;
        let method = format!("{all} borrowers drawn from OLD's model, {each} for each symptom");
        let missed_below = 3.0 / super::number(each.max(3));
        let mut parts = Drawn::parts(model, each);
        parts.reverse();
        let whom = Whom::Drawn { parts, counted: Vec::new() };
        Self { visit, whom, done: 0, all, method, missed_below }
    }

    /// Counts about so many more borrowers; all of them where every one is counted.
    pub(super) fn step(&mut self, comparator: &Comparator<'a>, model: &Model, most: u64) {
        match &mut self.whom {
            Whom::Everyone(_) => self.finish(comparator, model, &|_| ()),
            Whom::Drawn { parts, counted } => match parts.last_mut() {
                Some(part) => {
                    let count = part.step(comparator, model, self.visit, most);
                    self.done += count;
                    if count < most {
                        counted.extend(parts.pop());
                    }
                }
                None => self.finish(comparator, model, &|_| ()),
            },
            Whom::Finished(_) => {}
        }
    }

    /// Whether everybody is counted and summed up.
    pub(super) fn is_finished(&self) -> bool {
        matches!(self.whom, Whom::Finished(_))
    }

    /// Counts everybody who is left, on all cores; `done` hears how many of [`PARTS`] are counted.
    pub(super) fn finish(&mut self, comparator: &Comparator<'a>, model: &Model, done: Done) {
        let mut tally = Tally::default();
        match &mut self.whom {
            Whom::Everyone(everyone) => everyone.for_each(&mut |symptom, weight, says| {
                (self.visit)(comparator, symptom, weight, says, &mut tally);
            }),
            Whom::Drawn { parts, counted } => {
                counted.extend(parts.drain(..).rev());
                let (begun, visit) = (&*counted, self.visit);
                let rest = |part: usize| {
                    let mut part = begun[part].clone();
                    part.step(comparator, model, visit, u64::MAX);
                    part.into_tally()
                };
                for part in in_parallel(PARTS, rest, done) {
                    tally.join(part);
                }
            }
            Whom::Finished(_) => return,
        }
        self.done = self.all;
        self.whom = Whom::Finished(Box::new(tally));
    }

    /// What was counted.
    pub(super) fn into_tally(self) -> Tally {
        match self.whom {
            Whom::Finished(tally) => *tally,
            Whom::Everyone(_) | Whom::Drawn { .. } => Tally::default(),
        }
    }
}
