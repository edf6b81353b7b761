/// How much is tried where two rulebooks are compared.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Up to so many complete answers all of them are looked at, each with its exact weight.
    pub most_enumerated: u64,
    /// How many borrowers are drawn where there are more.
    pub borrowers: u64,
    /// How many interviews are gone through.
    pub interviews: u64,
}

impl Effort {
    /// So many borrowers are drawn; an interview takes the time of some dozen results, so there are fewer of them.
    #[must_use]
    pub fn of_draws(borrowers: u64) -> Self {
        Self { most_enumerated: 200_000, borrowers, interviews: borrowers.div_ceil(7) }
    }
}

impl Default for Effort {
    fn default() -> Self {
        Self::of_draws(20_000)
    }
}
