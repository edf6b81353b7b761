use std::collections::BTreeMap;

use crate::copy_rules::FILE;
use crate::knowledge::Folder;

use super::draft_change::DraftChange;
use super::draft_subject::DraftSubject;
use super::edit_fault::EditFault;
use super::rules_file::with_waivers;
use super::wording_file::with_texts;

/// The folder with some changes in it; everything else stays byte for byte, and what a change says of the time before it
/// does not count.
///
/// # Errors
///
/// An [`EditFault`] for the first file that cannot be read, is not there, or cannot be edited so.
pub fn apply(folder: &Folder, changes: &[DraftChange]) -> Result<Folder, EditFault> {
    let mut texts: BTreeMap<&str, BTreeMap<&str, Option<&str>>> = BTreeMap::new();
    let mut waivers: BTreeMap<&DraftSubject, Option<&str>> = BTreeMap::new();
    for DraftChange { subject, to, .. } in changes {
        let to = to.as_deref();
        match subject {
            DraftSubject::Text { locale, key } => {
                texts.entry(locale).or_default().insert(key, to);
            }
            DraftSubject::Waiver { .. } => {
                waivers.insert(subject, to);
            }
        }
    }
    let mut edited = folder.clone();
    for (locale, wanted) in &texts {
        let path = format!("wording/{locale}.toml");
        let text = text(folder, &path)?;
        edited.set(&path, with_texts(&path, text, wanted)?);
    }
    if !waivers.is_empty() {
        edited.set(FILE, with_waivers(text(folder, FILE)?, &waivers)?);
    }
    Ok(edited)
}

fn text<'a>(folder: &'a Folder, path: &str) -> Result<&'a str, EditFault> {
    folder.text(path).ok_or_else(|| EditFault::NoFile { file: path.to_owned() })
}
