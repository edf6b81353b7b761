use core::ops::Range;
use std::collections::BTreeMap;

use toml_edit::{Document, Item, Key, Table};

use super::edit_fault::EditFault;
use super::splices::{Splices, line_end, lines, quoted, with_blank_line_before};

/// A file of `wording/`, with the place of everything in it.
///
/// # Design
///
/// `toml_edit` says where everything stands, and only those bytes are replaced. Writing its tree out again would be
/// as short, but would leave it to the library what stays of a file's layout.
#[derive(Debug)]
pub(super) struct WordingFile<'a> {
    path: &'a str,
    text: &'a str,
    document: Document<&'a str>,
}

/// What is wanted of the sentences of one table: a text, or that there is none.
type Slots<'a> = Vec<(&'a str, Option<&'a str>)>;

impl<'a> WordingFile<'a> {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// [`EditFault::Unreadable`] for what is no TOML, or holds anything but tables of texts by kind and id.
    pub(super) fn read(path: &'a str, text: &'a str) -> Result<Self, EditFault> {
        let document =
            Document::parse(text).map_err(|error| EditFault::no_toml(path, text, &error))?;
        let odd = |name: &str| {
            EditFault::unreadable(path, None, &format!("`{name}` does not belong into the wording"))
        };
        for (kind, ids) in document.iter() {
            let ids = ids.as_table_like().ok_or_else(|| odd(kind))?;
            for (id, slots) in ids.iter() {
                let name = [kind, id].join(".");
                let slots = slots.as_table_like().ok_or_else(|| odd(&name))?;
                if let Some((slot, _)) = slots.iter().find(|(_, text)| text.as_str().is_none()) {
                    return Err(odd(&[&name, slot].join(".")));
                }
            }
        }
        Ok(Self { path, text, document })
    }

    /// The sentences by key.
    pub(super) fn texts(&self) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for (kind, ids) in self.document.iter() {
            for (id, slots) in ids.as_table_like().into_iter().flat_map(|ids| ids.iter()) {
                for (slot, text) in slots.as_table_like().into_iter().flat_map(|slots| slots.iter())
                {
                    let text = text.as_str().unwrap_or_default().to_owned();
                    texts.insert([kind, id, slot].join("."), text);
                }
            }
        }
        texts
    }

    /// The file with some sentences changed, put in or taken out; everything else stays byte for byte.
    ///
    /// A new sentence is put behind the others of its table, a new table behind the others of its kind.
    ///
    /// # Errors
    ///
    /// [`EditFault::Layout`] where a sentence does not stand on a line of its own below a header of its own.
    pub(super) fn with(&self, wanted: &BTreeMap<&str, Option<&str>>) -> Result<String, EditFault> {
        let mut tables: BTreeMap<(&str, &str), Slots> = BTreeMap::new();
        for (key, to) in wanted {
            let (table, slot) = key.rsplit_once('.').unwrap_or((key, ""));
            let name = table.split_once('.').unwrap_or((table, ""));
            tables.entry(name).or_default().push((slot, *to));
        }
        let mut splices = Splices::default();
        for ((kind, id), slots) in &tables {
            self.edit_table(kind, id, slots, &mut splices)?;
        }
        for ((kind, id), slots) in &tables {
            self.add_table(kind, id, slots, &mut splices);
        }
        let edited = splices.made_in(self.text);
        let read_back = WordingFile::read(self.path, &edited).map(|file| file.texts());
        let is_wanted = |texts: BTreeMap<String, String>| {
            wanted.iter().all(|(key, to)| texts.get(*key).map(String::as_str) == *to)
        };
        if read_back.is_ok_and(is_wanted) {
            Ok(edited)
        } else {
            Err(self.layout(wanted.keys().next().map_or("", |key| *key)))
        }
    }

    fn edit_table(
        &self,
        kind: &str,
        id: &str,
        slots: &Slots,
        splices: &mut Splices,
    ) -> Result<(), EditFault> {
        let Some(there) = self.item(kind, id) else { return Ok(()) };
        let there = there.as_table_like().ok_or_else(|| self.layout(kind))?;
        let mut added = Vec::new();
        let mut taken_out = Vec::new();
        for (slot, to) in slots {
            let layout = || self.layout(&[kind, id, slot].join("."));
            match (there.get_key_value(slot), to) {
                (Some((_, old)), Some(to)) if old.as_str() != Some(to) => {
                    splices.replace(old.span().ok_or_else(layout)?, quoted(to));
                }
                (Some((key, old)), None) => {
                    let own = self.table(kind, id).and_then(|_| self.own_lines(key, old));
                    taken_out.push(own.ok_or_else(layout)?);
                }
                (None, Some(to)) => added.push((*slot, *to)),
                (Some(_), Some(_)) | (None, None) => {}
            }
        }
        if !added.is_empty() {
            let table = self.table(kind, id).ok_or_else(|| self.layout(kind))?;
            let at = self.end(table);
            splices.replace(at..at, self.new_lines(at, &added));
        } else if !taken_out.is_empty() && taken_out.len() == there.len() {
            let header = self.table(kind, id).and_then(Table::span);
            let header = header.map(|span| lines(self.text, &span));
            taken_out.extend(header.map(|range| with_blank_line_before(self.text, range)));
        }
        for range in taken_out {
            splices.replace(range, String::new());
        }
        Ok(())
    }

    fn add_table(&self, kind: &str, id: &str, slots: &Slots, splices: &mut Splices) {
        let added: Vec<(&str, &str)> =
            slots.iter().filter_map(|(slot, to)| Some((*slot, (*to)?))).collect();
        if added.is_empty() || self.item(kind, id).is_some() {
            return;
        }
        let same_kind = self.document.get(kind).and_then(Item::as_table_like);
        let tables = same_kind.into_iter().flat_map(|ids| ids.iter());
        let ends = tables.filter_map(|(_, slots)| Some(self.end(slots.as_table()?)));
        let at = ends.max().unwrap_or(self.text.len());
        let end = line_end(self.text);
        let header = format!("[{kind}.{id}]");
        let lines = added.iter().map(|(slot, text)| line(slot, text));
        let lines: Vec<String> = [String::new(), header].into_iter().chain(lines).collect();
        splices.replace(at..at, self.joined(at, &lines, end));
    }

    /// Lines for new sentences that are put in at a place.
    fn new_lines(&self, at: usize, added: &[(&str, &str)]) -> String {
        let lines: Vec<String> = added.iter().map(|(slot, text)| line(slot, text)).collect();
        self.joined(at, &lines, line_end(self.text))
    }

    /// Lines as they are put in at a place, which may be the end of a last line that has no end of its own.
    fn joined(&self, at: usize, lines: &[String], end: &str) -> String {
        let is_in_line = !self.text[..at].ends_with('\n') && at > 0;
        let with_end =
            |line: &String| if is_in_line { [end, line].concat() } else { [line, end].concat() };
        lines.iter().map(with_end).collect()
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

    /// A table that has a header of its own.
    fn table(&self, kind: &str, id: &str) -> Option<&Table> {
        self.item(kind, id)?.as_table().filter(|table| !table.is_dotted() && !table.is_implicit())
    }

    fn layout(&self, key: &str) -> EditFault {
        EditFault::Layout { file: self.path.to_owned(), key: key.to_owned() }
    }
}

fn line(slot: &str, text: &str) -> String {
    [slot, " = ", &quoted(text)].concat()
}
