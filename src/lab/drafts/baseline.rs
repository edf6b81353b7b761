use std::collections::BTreeMap;

use crate::copy_rules::FILE;
use crate::knowledge::{Folder, fingerprint};

use super::draft_subject::DraftSubject;
use super::edit_fault::EditFault;
use super::rules_file::waivers;
use super::wording_file::wording_texts;

/// What stands in the shipped folder: its sentences and waivers, which drafts are held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    values: BTreeMap<DraftSubject, String>,
    fingerprint: String,
}

impl Baseline {
    /// Reads the wording and the waivers of a folder.
    ///
    /// # Errors
    ///
    /// [`EditFault::Unreadable`] for a file of these that cannot be read.
    pub fn of(folder: &Folder) -> Result<Self, EditFault> {
        let mut values = BTreeMap::new();
        let mut all = String::new();
        for (path, locale, text) in folder.below("wording") {
            let texts = wording_texts(path, text)?;
            values.extend(
                texts.into_iter().map(|(key, text)| (DraftSubject::text(locale, &key), text)),
            );
            all.push_str(text);
        }
        if let Some(text) = folder.text(FILE) {
            values.extend(waivers(text)?);
            all.push_str(text);
        }
        Ok(Self { values, fingerprint: fingerprint(&all) })
    }

    /// The sentence, or the reason of the waiver; nothing where there is none.
    #[must_use]
    pub fn value(&self, subject: &DraftSubject) -> Option<&str> {
        self.values.get(subject).map(String::as_str)
    }

    /// All sentences and waivers.
    pub fn iter(&self) -> impl Iterator<Item = (&DraftSubject, &str)> {
        self.values.iter().map(|(subject, value)| (subject, value.as_str()))
    }

    /// Names this state of the wording and the rules about it; it guards against nothing.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}
