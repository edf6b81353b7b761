use crate::lab::sheet::Scheme;

use super::width::Width;

/// How screens are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looks {
    pub(super) locale: String,
    pub(super) width: Width,
    pub(super) scheme: Scheme,
}

impl Looks {
    /// On a phone, in light colours.
    pub(super) fn new(locale: &str) -> Self {
        Self { locale: locale.to_owned(), width: Width::default(), scheme: Scheme::Light }
    }
}
