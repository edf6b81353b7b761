use std::collections::{BTreeMap, BTreeSet};

use crate::copy_rules::FILE;
use crate::engine::Rulebook;
use crate::knowledge::Folder;
use crate::wording::required_keys;

use super::apply::apply;
use super::baseline::Baseline;
use super::draft_change::DraftChange;
use super::draft_file::{DraftFault, read_draft};
use super::draft_subject::DraftSubject;
use super::edit_fault::EditFault;
use super::import_fault::{ImportFault, ImportFaultKind};
use super::imported::Imported;
use super::rules_file::{check_rules, has_same_rules, waivers};
use super::wording_file::wording_texts;

/// The largest file that is looked at, in bytes: ten times the wording of a locale and more.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;

/// A file that somebody gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenFile {
    /// Its name, with or without a path.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Takes in drafts, files of the wording and the waivers of `copy-rules.toml`, held against the shipped folder.
///
/// # Errors
///
/// Every fault of every file; nothing is taken in half. A folder that cannot be read itself is a fault of its file.
pub fn import(
    folder: &Folder,
    rulebook: &Rulebook,
    given: &[GivenFile],
) -> Result<Imported, Vec<ImportFault>> {
    let baseline = Baseline::of(folder).map_err(|fault| {
        let file = String::new();
        vec![ImportFault { file, kind: ImportFaultKind::Unreadable(fault) }]
    })?;
    let intake = Intake { folder, rulebook, baseline };
    let mut imported = Imported::default();
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for file in given {
        let result = match intake.path(&file.name) {
            Some(path) if !seen.insert(path.clone()) => Err(ImportFaultKind::Twice),
            path => intake.take(path.as_deref(), file, &mut imported),
        };
        faults.extend(result.err().map(|kind| ImportFault { file: file.name.clone(), kind }));
    }
    if faults.is_empty() { Ok(imported) } else { Err(faults) }
}

struct Intake<'a> {
    folder: &'a Folder,
    rulebook: &'a Rulebook,
    baseline: Baseline,
}

impl Intake<'_> {
    /// Which file of the folder a given file stands for, by its name without the path and without the number that a
    /// browser adds to a second download; nothing for any other.
    fn path(&self, name: &str) -> Option<String> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).strip_suffix(".toml")?;
        let stem = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
        let numbered = stem.filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()));
        let stem = numbered.map_or(name, |(stem, _)| stem.trim_end());
        let paths = [format!("{stem}.toml"), format!("wording/{stem}.toml")];
        let is_taken = |path: &String| path == FILE || path.starts_with("wording/");
        paths.into_iter().find(|path| is_taken(path) && self.folder.text(path).is_some())
    }

    fn take(
        &self,
        path: Option<&str>,
        file: &GivenFile,
        imported: &mut Imported,
    ) -> Result<(), ImportFaultKind> {
        if file.bytes.len() > MOST_BYTES {
            return Err(ImportFaultKind::TooLarge);
        }
        let text = core::str::from_utf8(&file.bytes).map_err(|_| ImportFaultKind::NoText)?;
        let Some(path) = path else {
            let draft =
                read_draft(text.trim_start_matches('\u{feff}')).map_err(|fault| match fault {
                    DraftFault::NotADraft => ImportFaultKind::Unknown,
                    DraftFault::OtherVersion(version) => ImportFaultKind::OtherVersion(version),
                    fault => ImportFaultKind::Draft(fault),
                })?;
            imported.drafts.push(draft);
            return Ok(());
        };
        let changes = if path == FILE { self.waivers(text) } else { self.texts(path, text) }?;
        if !self.is_made_by(&changes, path, text).map_err(ImportFaultKind::Unreadable)? {
            imported.more_than_texts.push(file.name.clone());
        }
        imported.wording_files += 1;
        imported.changes.extend(changes);
        Ok(())
    }

    fn texts(&self, path: &str, text: &str) -> Result<Vec<DraftChange>, ImportFaultKind> {
        let locale = path.trim_start_matches("wording/").trim_end_matches(".toml");
        let given = wording_texts(path, text).map_err(ImportFaultKind::Unreadable)?;
        let needs: BTreeMap<String, bool> = required_keys(self.rulebook)
            .into_iter()
            .map(|need| (need.key, need.is_optional))
            .collect();
        let other: Vec<String> =
            given.keys().filter(|key| !needs.contains_key(*key)).cloned().collect();
        if !other.is_empty() {
            return Err(ImportFaultKind::OtherKeys(other));
        }
        let lacks =
            needs.iter().filter(|(key, is_optional)| !**is_optional && !given.contains_key(*key));
        let missing: Vec<String> = lacks.map(|(key, _)| key.clone()).collect();
        if !missing.is_empty() {
            return Err(ImportFaultKind::MissingKeys(missing));
        }
        let subjects =
            needs.keys().map(|key| (DraftSubject::text(locale, key), given.get(key).cloned()));
        Ok(self.changes(subjects))
    }

    fn waivers(&self, text: &str) -> Result<Vec<DraftChange>, ImportFaultKind> {
        check_rules(text).map_err(ImportFaultKind::Unreadable)?;
        if !has_same_rules(text, self.folder.text(FILE).unwrap_or_default()) {
            return Err(ImportFaultKind::OtherRules);
        }
        let given = waivers(text).map_err(ImportFaultKind::Unreadable)?;
        let shipped = self.baseline.iter().map(|(subject, _)| subject);
        let shipped = shipped.filter(|subject| subject.rule().is_some());
        let subjects: BTreeSet<&DraftSubject> = shipped.chain(given.keys()).collect();
        let odd = subjects.iter().find(|subject| !subject.is_well_formed());
        if let Some(odd) = odd {
            return Err(ImportFaultKind::OtherKeys(vec![odd.key().to_owned()]));
        }
        let wanted =
            subjects.iter().map(|subject| ((*subject).clone(), given.get(subject).cloned()));
        Ok(self.changes(wanted))
    }

    fn changes(
        &self,
        wanted: impl Iterator<Item = (DraftSubject, Option<String>)>,
    ) -> Vec<DraftChange> {
        wanted
            .map(|(subject, to)| {
                let from = self.baseline.value(&subject).map(str::to_owned);
                DraftChange { subject, from, to }
            })
            .filter(|change| change.from != change.to)
            .collect()
    }

    /// Whether the changes make the given file of the shipped one, but for the ends of lines.
    fn is_made_by(
        &self,
        changes: &[DraftChange],
        path: &str,
        text: &str,
    ) -> Result<bool, EditFault> {
        let made = apply(self.folder, changes)?;
        let plain = |text: &str| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        Ok(made.text(path).map(plain) == Some(plain(text)))
    }
}
