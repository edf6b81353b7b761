/// How far something long is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked out.
    pub stage: &'static str,
    /// How much is done, in percent.
    pub percent: usize,
}

/// Hears how far something long is, from any thread.
pub type Watch<'a> = &'a (dyn Fn(Progress) + Sync);

impl Progress {
    pub(super) fn new(stage: &'static str, from: usize, done: usize) -> Self {
        Self { stage, percent: (from + done).min(100) }
    }
}
