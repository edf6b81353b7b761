use std::collections::BTreeMap;

use toml::Spanned;

use crate::knowledge::problems::Problems;
use crate::knowledge::{Folder, Place};

use super::parse;

/// A file of `wording/`.
#[derive(Clone, Debug)]
pub(in crate::knowledge) struct RawWording {
    pub(in crate::knowledge) locale: String,
    pub(in crate::knowledge) place: Place,
    /// By key, `<kind>.<id>.<slot>`.
    pub(in crate::knowledge) texts: BTreeMap<String, RawText>,
}

/// A text with its place.
#[derive(Clone, Debug)]
pub(in crate::knowledge) struct RawText {
    pub(in crate::knowledge) place: Place,
    pub(in crate::knowledge) text: String,
}

type TextsBySlot = BTreeMap<String, Spanned<String>>;
type TextsByKind = BTreeMap<String, BTreeMap<String, TextsBySlot>>;

/// Reads every file of `wording/`.
pub(in crate::knowledge) fn read(folder: &Folder, problems: &mut Problems) -> Vec<RawWording> {
    let mut wordings = Vec::new();
    for (path, locale, text) in folder.below("wording") {
        let Some(kinds) = parse::<TextsByKind>(text, path, problems) else { continue };
        let mut texts = BTreeMap::new();
        for (kind, ids) in kinds {
            for (id, slots) in ids {
                for (slot, spanned) in slots {
                    let place = Place::in_text(path, text, spanned.span().start);
                    let key = [kind.as_str(), id.as_str(), slot.as_str()].join(".");
                    texts.insert(key, RawText { place, text: spanned.into_inner() });
                }
            }
        }
        wordings.push(RawWording { locale: locale.to_owned(), place: Place::file(path), texts });
    }
    wordings
}
