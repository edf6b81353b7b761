use std::rc::Rc;

use crate::lab::Edited;
use crate::lab::compare::{Changed, changed};
use crate::lab::page::same::Same;
use crate::widget::Kit;

use super::compared_version::ComparedVersion;

/// Two versions in one locale, and the texts in which they differ.
#[derive(Clone, PartialEq)]
pub(super) struct VersionPair {
    pub(super) old: Kit,
    pub(super) new: Kit,
    /// All their locales.
    pub(super) edited: [Same<Edited>; 2],
    pub(super) changed: Rc<Vec<Changed>>,
}

impl VersionPair {
    pub(super) fn new(old: &ComparedVersion, new: &ComparedVersion, locale: &str) -> Self {
        let edited = [old, new].map(|version| version.edited.clone());
        let [old, new] = edited.each_ref().map(|edited| edited.kit(locale));
        let changed = Rc::new(changed(&old.catalogue, &new.catalogue));
        Self { old, new, edited, changed }
    }
}
