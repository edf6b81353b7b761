//! What a borrower has set on the phone and pages are told of.

/// What a system asks of pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct System {
    /// It prefers dark colours.
    pub(crate) is_dark: bool,
    /// It wants less motion.
    pub(crate) is_still: bool,
    /// It runs no scripts of pages.
    pub(crate) is_without_script: bool,
}
