use crate::engine::{Answers, OptionIx};
use crate::proof::Model;

use super::comparator::Comparator;
use super::tally::Tally;

/// Into how many parts the drawn borrowers are split; the same on every machine, as are the sums then.
pub(super) const PARTS: usize = 16;

/// Counts one borrower who is put before both rulebooks.
pub(super) type BorrowerVisitor<'a> = fn(&Comparator<'a>, OptionIx, f64, &Answers, &mut Tally);

/// One part of the drawn borrowers, and how far their counting is.
#[derive(Clone)]
pub(super) struct Drawn {
    symptoms: Vec<OptionIx>,
    /// How many borrowers are drawn for each symptom.
    each: u64,
    /// The place of the symptom whose borrowers are being counted.
    symptom: usize,
    /// The number of the next of them; past `each` where there is none.
    number: u64,
    /// The number of the first of each symptom.
    first: u64,
    tally: Tally,
}

impl Drawn {
    /// Every part of so many borrowers for each symptom.
    pub(super) fn parts(model: &Model, each: u64) -> Vec<Self> {
        let symptoms: Vec<OptionIx> = model.symptoms().collect();
        let part = |first| Self {
            symptoms: symptoms.clone(),
            each,
            symptom: 0,
            number: first,
            first,
            tally: Tally::default(),
        };
        (0..).take(PARTS).map(part).collect()
    }

    /// Counts so many more borrowers at the most; says how many it were, which is fewer only at the end.
    pub(super) fn step<'a>(
        &mut self,
        comparator: &Comparator<'a>,
        model: &Model,
        visit: BorrowerVisitor<'a>,
        most: u64,
    ) -> u64 {
        let mut counted = 0;
        while counted < most {
            let Some(symptom) = self.symptoms.get(self.symptom).copied() else { break };
            if self.number >= self.each {
                (self.symptom, self.number) = (self.symptom + 1, self.first);
                continue;
            }
            let weight = model.symptom_share(symptom) / super::number(self.each);
            let says = model.borrower(symptom, self.number).says;
            visit(comparator, symptom, weight, &says, &mut self.tally);
            self.number += PARTS as u64;
            counted += 1;
        }
        counted
    }

    /// What was counted.
    pub(super) fn into_tally(self) -> Tally {
        self.tally
    }
}
