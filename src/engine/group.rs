use nanoserde::{DeBin, SerBin};

use super::Decibans;

/// Questions whose answers are correlated; for each cause their sum is capped either way.
#[derive(Clone, Debug, SerBin, DeBin)]
pub struct Group {
    /// Id, stable for ever.
    pub id: String,
    /// The cap, positive.
    pub cap: Decibans,
}
