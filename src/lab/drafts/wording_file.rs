use core::ops::Range;
use std::collections::BTreeMap;

use toml_edit::{Document, Item, Key, Table};

use super::edit_fault::EditFault;
use super::splices::{Splices, field, lines};

/// What is wanted of the sentences of one table: a text, or that there is none.
type WantedSlots<'a> = Vec<(&'a str, Option<&'a str>)>;

/// The sentences of a file of `wording/` by key.
///
/// # Errors
///
/// [`EditFault::Unreadable`] for what is no TOML, or holds anything but tables of texts by kind and id.
pub(super) fn wording_texts(path: &str, text: &str) -> Result<BTreeMap<String, String>, EditFault> {
    let kinds: BTreeMap<String, BTreeMap<String, BTreeMap<String, String>>> =
        toml::from_str(text).map_err(|error| EditFault::no_toml(path, text, &error))?;
    let mut texts = BTreeMap::new();
    for (kind, ids) in kinds {
        for (id, slots) in ids {
            for (slot, text) in slots {
                texts.insert([&*kind, &*id, &*slot].join("."), text);
            }
        }
    }
    Ok(texts)
}

/// A file of `wording/` with some sentences changed, put in or taken out; everything else stays byte for byte.
///
/// A new sentence is put behind the others of its table, a new table behind the others of its kind.
///
/// # Errors
///
/// [`EditFault::Unreadable`] as for [`wording_texts`]; [`EditFault::Layout`] where a sentence does not stand on a line
/// of its own below a header of its own.
pub(super) fn with_texts(
    path: &str,
    text: &str,
    wanted: &BTreeMap<&str, Option<&str>>,
) -> Result<String, EditFault> {
    wording_texts(path, text)?;
    let layout = |key: &str| EditFault::Layout { file: path.to_owned(), key: key.to_owned() };
    let document = Document::parse(text).map_err(|_| layout(""))?;
    let file = WordingFile { text, document };
    let mut tables: BTreeMap<(&str, &str), WantedSlots> = BTreeMap::new();
    for (key, to) in wanted {
        let (table, slot) = key.rsplit_once('.').unwrap_or((key, ""));
        let name = table.split_once('.').unwrap_or((table, ""));
        tables.entry(name).or_default().push((slot, *to));
    }
    let mut splices = Splices::new(text);
    for ((kind, id), slots) in &tables {
        let done = file.item(kind, id).map(|item| file.edit(item, slots, &mut splices));
        if let Some(Err(slot)) = done {
            return Err(layout(&[kind, id, slot].join(".")));
        }
    }
    for ((kind, id), slots) in &tables {
        file.add_table(kind, id, slots, &mut splices);
    }
    let edited = splices.made();
    let made = wording_texts(path, &edited).unwrap_or_default();
    match wanted.iter().find(|(key, to)| made.get(**key).map(String::as_str) != **to) {
        Some((key, _)) => Err(layout(key)),
        None => Ok(edited),
    }
}

/// The places of everything in a file.
///
/// # Design
///
/// `toml_edit` says where everything stands, and only those bytes are replaced. Writing its tree out again would change
/// others: every end of a line becomes `\n`, a last line without one gets one, a byte order mark goes, dotted keys are
/// grouped anew, and what is taken out takes the comment above it along.
struct WordingFile<'a> {
    text: &'a str,
    document: Document<&'a str>,
}

impl WordingFile<'_> {
    /// Edits the sentences of a table, or names the slot that cannot be edited.
    fn edit<'s>(
        &self,
        item: &Item,
        slots: &WantedSlots<'s>,
        splices: &mut Splices,
    ) -> Result<(), &'s str> {
        let there = item.as_table_like().ok_or("")?;
        // One that has a header of its own.
        let table = item.as_table().filter(|table| !table.is_dotted() && !table.is_implicit());
        let (mut added, mut taken_out) = (Vec::new(), 0);
        for (slot, to) in slots {
            match (there.get_key_value(slot), to) {
                (Some((_, old)), Some(to)) if old.as_str() != Some(to) => {
                    splices.put(old.span().ok_or(*slot)?, to);
                }
                (Some((key, old)), None) => {
                    let own = table.and_then(|_| self.own_lines(key, old));
                    splices.take_out(own.ok_or(*slot)?);
                    taken_out += 1;
                }
                (None, Some(to)) => added.push((*slot, *to)),
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        if let Some((slot, _)) = added.first() {
            splices.add(self.end(table.ok_or(*slot)?), added.into_iter().map(field));
        } else if taken_out > 0
            && taken_out == there.len()
            && let Some(header) = table.and_then(Table::span)
        {
            splices.take_out_lines(&header);
        }
        Ok(())
    }

    fn add_table(&self, kind: &str, id: &str, slots: &WantedSlots, splices: &mut Splices) {
        let added = slots.iter().filter_map(|(slot, to)| Some(field((slot, (*to)?))));
        let mut added = added.peekable();
        if added.peek().is_none() || self.item(kind, id).is_some() {
            return;
        }
        let same_kind = self.document.get(kind).and_then(Item::as_table_like);
        let tables = same_kind.into_iter().flat_map(|ids| ids.iter());
        let ends = tables.filter_map(|(_, slots)| Some(self.end(slots.as_table()?)));
        let at = ends.max().unwrap_or(self.text.len());
        splices.add(at, [String::new(), format!("[{kind}.{id}]")].into_iter().chain(added));
    }

    /// The whole lines of a sentence, if nothing but a comment stands beside it. They take the end of the line before
    /// with them where they have none of their own.
    fn own_lines(&self, key: &Key, value: &Item) -> Option<Range<usize>> {
        let (key, value) = (key.span()?, value.span()?);
        let range = lines(self.text, &(key.start..value.end));
        let after = self.text[value.end..range.end].trim_start();
        let is_alone = self.text[range.start..key.start].trim().is_empty()
            && (after.is_empty() || after.starts_with('#'));
        let has_end = self.text[range.clone()].ends_with('\n');
        let before = self.text[..range.start].strip_suffix('\n');
        let before = before.map(|text| text.strip_suffix('\r').unwrap_or(text).len());
        let start = if has_end { range.start } else { before.unwrap_or(range.start) };
        is_alone.then_some(start..range.end)
    }

    /// The end of the last line of a table.
    fn end(&self, table: &Table) -> usize {
        let spans = table.iter().filter_map(|(_, text)| text.span()).chain(table.span());
        spans.map(|span| lines(self.text, &span).end).max().unwrap_or(self.text.len())
    }

    fn item(&self, kind: &str, id: &str) -> Option<&Item> {
        self.document.get(kind)?.as_table_like()?.get(id)
    }
}
