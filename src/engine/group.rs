use serde::{Deserialize, Serialize};

use super::Decibans;

/// Questions whose answers are correlated; for each cause their sum is capped either way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Id, stable for ever.
    pub id: Box<str>,
    /// The cap, positive.
    pub cap: Decibans,
}
