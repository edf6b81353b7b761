use super::Decibans;
use super::packed::packed;

/// Questions whose answers are correlated; for each cause their sum is capped either way.
#[derive(Clone, Debug)]
pub struct Group {
    /// Id, stable for ever.
    pub id: String,
    /// The cap, positive.
    pub cap: Decibans,
}

packed!(struct Group { id, cap });
