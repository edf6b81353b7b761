use core::fmt;
use std::rc::Rc;

use crate::engine::Rulebook;

use super::{NAMES, Requirement, UiKey, fill, placeholders, required_keys, text_faults};

/// First word of a packed catalogue; says what the file is and in which version.
const MARK: &str = "loan-checkup wording 1";

/// Last line of a packed catalogue; a file without it arrived only in part.
const END: &str = "end";

/// All sentences of one locale, by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalogue {
    locale: Box<str>,
    /// Sorted by key.
    texts: Vec<(Box<str>, Rc<str>)>,
}

/// Why a packed catalogue cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It does not begin as a packed catalogue of this version.
    NotACatalogue,
    /// It was packed for another rulebook.
    OtherRulebook,
    /// Its end is missing, or a line is missing or too many.
    Damaged,
}

impl Catalogue {
    /// Makes a catalogue from keys and texts.
    #[must_use]
    pub fn new(locale: &str, texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut texts: Vec<(Box<str>, Rc<str>)> =
            texts.into_iter().map(|(key, text)| (key.into(), text.into())).collect();
        texts.sort();
        Self { locale: locale.into(), texts }
    }

    /// The locale, as in `zh-CN`.
    #[must_use]
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// The text of a key, if there is one.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<Rc<str>> {
        let place = self.texts.binary_search_by(|(name, _)| (**name).cmp(key)).ok()?;
        #[cfg(feature = "lab")]
        super::looked_up::note(key);
        Some(Rc::clone(&self.texts[place].1))
    }

    /// The text of a key; the key itself where the text is missing, which `check` prevents.
    #[must_use]
    pub fn text(&self, key: &str) -> Rc<str> {
        self.find(key).unwrap_or_else(|| key.into())
    }

    /// The text of `<kind>.<id>.<slot>`.
    #[must_use]
    pub fn slot(&self, kind: &str, id: &str, slot: &str) -> Rc<str> {
        self.text(&[kind, ".", id, ".", slot].concat())
    }

    /// The text of `<kind>.<id>.<slot>`, if there is one.
    #[must_use]
    pub fn optional(&self, kind: &str, id: &str, slot: &str) -> Option<Rc<str>> {
        self.find(&[kind, ".", id, ".", slot].concat())
    }

    /// A text of the page itself.
    #[must_use]
    pub fn ui(&self, key: UiKey) -> Rc<str> {
        self.text(key.name())
    }

    /// A text of the page itself with values put in.
    #[must_use]
    pub fn ui_with(&self, key: UiKey, values: &[(&str, &str)]) -> Rc<str> {
        fill(&self.text(key.name()), values).into()
    }

    /// All keys with their texts, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().map(|(key, text)| (&**key, &**text))
    }

    /// Puts the host's names (product, lender, hotline) in place of their placeholders, the defaults where it gives none.
    ///
    /// # Errors
    ///
    /// The first name that stands for no placeholder.
    pub fn with_names(mut self, names: &[(&str, &str)]) -> Result<Self, String> {
        let key = |name: &str| ["placeholder.", name, ".default"].concat();
        if let Some((name, _)) = names.iter().find(|(name, _)| self.find(&key(name)).is_none()) {
            return Err((*name).to_owned());
        }
        let mut values: Vec<(String, Rc<str>)> = Vec::new();
        for (key, text) in &self.texts {
            let name = key.strip_prefix("placeholder.").and_then(|rest| rest.split('.').next());
            if let Some(name) = name {
                let given = names.iter().find(|(given, _)| *given == name);
                let value = given.map_or_else(|| Rc::clone(text), |(_, value)| (*value).into());
                values.push((name.to_owned(), value));
            }
        }
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (name.as_str(), &**value)).collect();
        for (_, text) in &mut self.texts {
            if text.contains('{') {
                *text = fill(text, &values).into();
            }
        }
        Ok(self)
    }

    /// Puts a host's own texts in place of some of these.
    ///
    /// # Errors
    ///
    /// The first key that has no text here, or whose new text is empty, holds markup, or lacks a placeholder.
    pub fn with_texts<'a>(
        mut self,
        texts: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, String> {
        for (key, text) in texts {
            let place = self.texts.binary_search_by(|(name, _)| (**name).cmp(key));
            let old = place.map(|place| &mut self.texts[place].1).map_err(|_| key)?;
            let values: Vec<&str> =
                placeholders(old).filter(|value| !NAMES.contains(value)).collect();
            if !text_faults(&values, text).is_empty() {
                return Err(key.to_owned());
            }
            *old = text.into();
        }
        Ok(self)
    }

    /// Packs the catalogue into one text: a line a sentence, in the order of the rulebook's keys.
    ///
    /// # Design
    ///
    /// The keys follow from the rulebook, so they are left out: they were a fifth of what is downloaded.
    /// So are the texts that only ready markup has.
    #[must_use]
    pub fn pack(&self, rulebook: &Rulebook) -> String {
        let mut lines = vec![head(&self.locale, rulebook)];
        for need in packed_keys(rulebook) {
            lines.push(self.find(&need.key).map_or_else(String::new, |text| text.to_string()));
        }
        lines.push(END.to_owned());
        lines.push(String::new());
        lines.join("\n")
    }

    /// Reads a catalogue that was packed for this rulebook.
    ///
    /// # Errors
    ///
    /// [`CatalogueError::NotACatalogue`] for anything else, [`CatalogueError::OtherRulebook`] for one of another
    /// rulebook, [`CatalogueError::Damaged`] for a part of one.
    pub fn unpack(packed: &str, rulebook: &Rulebook) -> Result<Self, CatalogueError> {
        let mut lines = packed.lines();
        let first = lines.next().unwrap_or_default();
        let locale = first.strip_prefix(MARK).and_then(|rest| rest.split(' ').nth(1));
        let locale = locale.ok_or(CatalogueError::NotACatalogue)?;
        if first != head(locale, rulebook) {
            return Err(CatalogueError::OtherRulebook);
        }
        let mut texts = Vec::new();
        for need in packed_keys(rulebook) {
            let text = lines.next().ok_or(CatalogueError::Damaged)?;
            if !text.is_empty() {
                texts.push((need.key.into(), text.into()));
            }
        }
        if lines.next() != Some(END) || lines.next().is_some() {
            return Err(CatalogueError::Damaged);
        }
        texts.sort();
        Ok(Self { locale: locale.into(), texts })
    }
}

fn packed_keys(rulebook: &Rulebook) -> impl Iterator<Item = Requirement> {
    required_keys(rulebook).into_iter().filter(|need| !need.is_static)
}

fn head(locale: &str, rulebook: &Rulebook) -> String {
    [MARK, locale, &rulebook.hash].join(" ")
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotACatalogue => "not a wording catalogue of this version",
            Self::OtherRulebook => "the wording catalogue belongs to another rulebook",
            Self::Damaged => "the wording catalogue is damaged or arrived only in part",
        })
    }
}
