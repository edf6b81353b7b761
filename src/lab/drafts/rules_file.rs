use std::collections::BTreeMap;

use toml_edit::{Document, Item, Table};

use crate::copy_rules::{CopyRules, FILE};

use super::draft_subject::DraftSubject;
use super::edit_fault::EditFault;
use super::splices::{Splices, line_end, lines, quoted, with_blank_line_before};

/// The list of waivers in the file.
const LIST: &str = "waiver";

/// `copy-rules.toml`, with the place of every waiver in it.
#[derive(Debug)]
pub(super) struct RulesFile<'a> {
    text: &'a str,
    document: Document<&'a str>,
}

impl<'a> RulesFile<'a> {
    /// Reads the file. Whether its rules can be used is not looked at, which takes long: see [`Self::check`].
    ///
    /// # Errors
    ///
    /// [`EditFault::Unreadable`] for what is no TOML.
    pub(super) fn read(text: &'a str) -> Result<Self, EditFault> {
        let document =
            Document::parse(text).map_err(|error| EditFault::no_toml(FILE, text, &error))?;
        Ok(Self { text, document })
    }

    /// Whether all of it can be used as copy rules.
    ///
    /// # Errors
    ///
    /// [`EditFault::Unreadable`] for an unknown field, a missing one or a regular expression that is none.
    pub(super) fn check(&self) -> Result<(), EditFault> {
        let unreadable = |error: toml::de::Error| {
            let before = error.span().and_then(|span| self.text.get(..span.start));
            EditFault::unreadable(FILE, before, error.message())
        };
        CopyRules::read(self.text).map(|_| ()).map_err(unreadable)
    }

    /// The reasons of the waivers.
    pub(super) fn waivers(&self) -> BTreeMap<DraftSubject, String> {
        let reason =
            |table: &Table| Some((subject(table)?, table.get("why")?.as_str()?.to_owned()));
        self.tables().filter_map(reason).collect()
    }

    /// Whether the rules themselves, without the waivers, are the same as in another file.
    pub(super) fn has_rules_of(&self, other: &str) -> bool {
        let rules = |text: &str| {
            toml::from_str::<toml::Table>(text).ok().map(|mut all| {
                all.remove(LIST);
                all
            })
        };
        rules(self.text) == rules(other)
    }

    /// The file with some waivers changed, put in behind everything, or taken out; all else stays byte for byte.
    ///
    /// # Errors
    ///
    /// [`EditFault::Layout`] where a waiver is not a table with a header of its own.
    pub(super) fn with(
        &self,
        wanted: &BTreeMap<&DraftSubject, Option<&str>>,
    ) -> Result<String, EditFault> {
        let mut splices = Splices::default();
        let mut there = Vec::new();
        for table in self.tables() {
            let Some(waiver) = subject(table) else { continue };
            if let Some(to) = wanted.get(&waiver) {
                let layout =
                    || EditFault::Layout { file: FILE.to_owned(), key: waiver.key().to_owned() };
                self.edit(table, *to, &mut splices).ok_or_else(layout)?;
            }
            there.push(waiver);
        }
        let added = wanted.iter().filter(|(waiver, _)| !there.contains(waiver));
        let added = added.filter_map(|(waiver, to)| Some(self.lines_of(waiver, (*to)?)));
        let end = self.text.len();
        splices.replace(end..end, added.collect());
        self.read_back(splices.made_in(self.text), wanted)
    }

    /// Changes the reason of a waiver or takes it out; nothing where its place is not known.
    fn edit(&self, table: &Table, to: Option<&str>, splices: &mut Splices) -> Option<()> {
        let why = table.get("why")?;
        match to {
            Some(to) if why.as_str() == Some(to) => {}
            Some(to) => splices.replace(why.span()?, quoted(to)),
            None => {
                let end = table.iter().filter_map(|(_, value)| Some(value.span()?.end)).max()?;
                let range = lines(self.text, &(table.span()?.start..end));
                splices.replace(with_blank_line_before(self.text, range), String::new());
            }
        }
        Some(())
    }

    fn lines_of(&self, waiver: &DraftSubject, why: &str) -> String {
        let end = line_end(self.text);
        let is_in_line = !self.text.is_empty() && !self.text.ends_with('\n');
        let fields = [
            ("rule", waiver.rule().unwrap_or_default()),
            ("locale", waiver.locale()),
            ("key", waiver.key()),
            ("why", why),
        ];
        let fields = fields.map(|(name, text)| [name, " = ", &quoted(text)].concat());
        let lines = [String::new(), format!("[[{LIST}]]")].into_iter().chain(fields);
        let with_end =
            |line: String| if is_in_line { [end, &line].concat() } else { [&line, end].concat() };
        lines.map(with_end).collect()
    }

    fn read_back(
        &self,
        edited: String,
        wanted: &BTreeMap<&DraftSubject, Option<&str>>,
    ) -> Result<String, EditFault> {
        let waivers = RulesFile::read(&edited)?.waivers();
        match wanted.iter().find(|(waiver, to)| waivers.get(waiver).map(String::as_str) != **to) {
            Some((waiver, _)) => {
                Err(EditFault::Layout { file: FILE.to_owned(), key: waiver.key().to_owned() })
            }
            None => Ok(edited),
        }
    }

    fn tables(&self) -> impl Iterator<Item = &Table> {
        let list = self.document.get(LIST).and_then(Item::as_array_of_tables);
        list.into_iter().flat_map(|list| list.iter())
    }
}

fn subject(table: &Table) -> Option<DraftSubject> {
    let field = |name| table.get(name)?.as_str();
    Some(DraftSubject::waiver(field("rule")?, field("locale")?, field("key")?))
}
