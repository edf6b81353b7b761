use crate::engine::rules::CauseIx;

use super::Strength;

/// A reason that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The cause.
    pub cause: CauseIx,
    /// How much speaks for it.
    pub strength: Strength,
    /// Causes folded into this reason because one sets off the other; best first, may be empty.
    pub also: Vec<CauseIx>,
    /// Whether it is about as likely as the finding before it.
    pub ties_with_previous: bool,
}

impl Finding {
    /// The cause and those folded into it.
    pub fn causes(&self) -> impl Iterator<Item = CauseIx> {
        core::iter::once(self.cause).chain(self.also.iter().copied())
    }
}
