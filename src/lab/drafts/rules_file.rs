use std::collections::BTreeMap;

use serde::Deserialize;
use toml_edit::{Document, Item, Table};

use crate::copy_rules::{CopyRules, FILE, Waiver};

use super::draft_subject::DraftSubject;
use super::edit_fault::EditFault;
use super::splices::{Splices, field};

/// The list of waivers in the file.
const LIST: &str = "waiver";

/// The copy rules of which only the waivers are read: to read the rules takes long.
#[derive(Deserialize)]
struct WaiverList {
    #[serde(default)]
    waiver: Vec<Waiver>,
}

/// The reasons of the waivers in a text of `copy-rules.toml`.
///
/// # Errors
///
/// [`EditFault::Unreadable`] for what is no TOML or a waiver that cannot be read.
pub(super) fn waivers(text: &str) -> Result<BTreeMap<DraftSubject, String>, EditFault> {
    let list: WaiverList =
        toml::from_str(text).map_err(|error| EditFault::no_toml(FILE, text, &error))?;
    let of = |Waiver { rule, locale, key, why }| {
        (DraftSubject::Waiver { locale, key: key.into_inner(), rule }, why)
    };
    Ok(list.waiver.into_iter().map(of).collect())
}

/// Whether all of a text can be used as copy rules.
///
/// # Errors
///
/// [`EditFault::Unreadable`] for an unknown field, a missing one or a regular expression that is none.
pub(super) fn check_rules(text: &str) -> Result<(), EditFault> {
    CopyRules::read(text).map(drop).map_err(|error| EditFault::no_toml(FILE, text, &error))
}

/// Whether two texts have the same rules, whatever their waivers are.
pub(super) fn has_same_rules(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| {
        let mut all = toml::from_str::<toml::Table>(text).ok()?;
        all.remove(LIST);
        Some(all)
    });
    one == other
}

/// A text of `copy-rules.toml` with some waivers changed, put in behind everything, or taken out; all else stays byte
/// for byte.
///
/// # Errors
///
/// [`EditFault::Unreadable`] as for [`waivers`]; [`EditFault::Layout`] where a waiver is not a table with a header of
/// its own.
pub(super) fn with_waivers(
    text: &str,
    wanted: &BTreeMap<&DraftSubject, Option<&str>>,
) -> Result<String, EditFault> {
    let there = waivers(text)?;
    let layout = |waiver: &DraftSubject| {
        let key = waiver.key().to_owned();
        EditFault::Layout { file: FILE.to_owned(), key }
    };
    let mut splices = Splices::new(text);
    let document = Document::parse(text).ok();
    let list = document.as_ref().and_then(|all| all.get(LIST)).and_then(Item::as_array_of_tables);
    for table in list.into_iter().flat_map(|list| list.iter()) {
        let waiver = subject(table);
        if let Some((waiver, to)) = waiver.and_then(|waiver| wanted.get_key_value(&waiver)) {
            edit(table, *to, &mut splices).ok_or_else(|| layout(waiver))?;
        }
    }
    for (waiver, to) in wanted.iter().filter(|(waiver, _)| !there.contains_key(waiver)) {
        if let Some(why) = to {
            splices.add(text.len(), lines_of(waiver, why));
        }
    }
    let edited = splices.made();
    let made = waivers(&edited)?;
    match wanted.iter().find(|(waiver, to)| made.get(waiver).map(String::as_str) != **to) {
        Some((waiver, _)) => Err(layout(waiver)),
        None => Ok(edited),
    }
}

/// Changes the reason of a waiver or takes it out; nothing where its place is not known.
fn edit(table: &Table, to: Option<&str>, splices: &mut Splices) -> Option<()> {
    let why = table.get("why")?;
    match to {
        Some(to) if why.as_str() == Some(to) => {}
        Some(to) => splices.put(why.span()?, to),
        None => {
            let end = table.iter().filter_map(|(_, value)| Some(value.span()?.end)).max()?;
            splices.take_out_lines(&(table.span()?.start..end));
        }
    }
    Some(())
}

fn lines_of(waiver: &DraftSubject, why: &str) -> impl Iterator<Item = String> {
    let (locale, key, rule) = (waiver.locale(), waiver.key(), waiver.rule().unwrap_or_default());
    let fields = [("rule", rule), ("locale", locale), ("key", key), ("why", why)].map(field);
    [String::new(), format!("[[{LIST}]]")].into_iter().chain(fields)
}

fn subject(table: &Table) -> Option<DraftSubject> {
    let field = |name| table.get(name)?.as_str();
    Some(DraftSubject::waiver(field("rule")?, field("locale")?, field("key")?))
}
