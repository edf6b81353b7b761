use super::{Proportion, VersionReport};
use crate::lab::readers::stats::{Needed, fisher_two_sided, holm, readers_needed};

/// The comparison of two versions by the readers who understood.
#[derive(Clone, Debug, PartialEq)]
pub struct PairReport {
    /// The places of the two versions in the plan.
    pub versions: (usize, usize),
    /// The readers who understood, in each.
    pub understood: (Proportion, Proportion),
    /// Fisher's exact test, two-sided: the chance of a difference as unlikely as this if there is none.
    pub chance: f64,
    /// The same after Holm's correction for all pairs; equal to `chance` where there is one pair.
    pub corrected: f64,
    /// How many readers each version needs to tell a difference like the one that was seen.
    pub needed: Needed,
}

impl PairReport {
    /// The chance below which a difference counts as told.
    pub const LEVEL: f64 = 0.05;

    /// Whether the difference is told, all pairs taken together.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.corrected < Self::LEVEL
    }

    /// How many more readers the two versions need, each; `None` where no number can be given.
    #[must_use]
    pub fn more(&self) -> Option<(u32, u32)> {
        let Needed::Readers(needed) = self.needed else { return None };
        let (one, other) = self.understood;
        Some((needed.saturating_sub(one.of), needed.saturating_sub(other.of)))
    }
}

/// Every two versions, in the plan's order.
pub(super) fn pairs(versions: &[VersionReport]) -> Vec<PairReport> {
    let mut pairs = Vec::new();
    for (place, one) in versions.iter().enumerate() {
        for (other_place, other) in versions.iter().enumerate().skip(place + 1) {
            pairs.push(pair((place, other_place), (one.understood, other.understood)));
        }
    }
    let chances: Vec<f64> = pairs.iter().map(|pair| pair.chance).collect();
    for (pair, corrected) in pairs.iter_mut().zip(holm(&chances)) {
        pair.corrected = corrected;
    }
    pairs
}

fn pair(versions: (usize, usize), understood: (Proportion, Proportion)) -> PairReport {
    let (one, other) = understood;
    let row = |share: Proportion| (share.right, share.of - share.right);
    let chance = fisher_two_sided(row(one), row(other));
    let needed = readers_needed((one.right, one.of), (other.right, other.of));
    PairReport { versions, understood, chance, corrected: chance, needed }
}
