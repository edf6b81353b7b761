use std::rc::Rc;

/// How far a count is.
#[derive(Clone, PartialEq)]
pub(in crate::lab::page) enum CountState<T> {
    /// Nobody has asked for it.
    None,
    /// So much is done of so much.
    Running(usize, usize),
    Done(Rc<T>),
}

impl<T> CountState<T> {
    /// A count that has just been asked for.
    pub(super) const BEGUN: Self = Self::Running(0, 1);

    pub(super) fn is_running(&self) -> bool {
        matches!(self, Self::Running(..))
    }

    /// Goes on; one that nobody wants any more does not.
    pub(super) fn go_on(&mut self, next: Self) {
        if self.is_running() {
            *self = next;
        }
    }
}
