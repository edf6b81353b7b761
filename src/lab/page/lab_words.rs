use std::collections::BTreeMap;
use std::fmt::Display;

use yew::AttrValue;

use crate::wording::fill;

use super::language::Language;

/// The files of the lab's own texts, by the part that says them.
const PARTS: [(&str, &str); 6] = [
    ("shell", include_str!("../../../www/lab/words/shell.toml")),
    ("edit", include_str!("../../../www/lab/words/edit.toml")),
    ("compare", include_str!("../../../www/lab/words/compare.toml")),
    ("readers", include_str!("../../../www/lab/words/readers.toml")),
    ("sheet", include_str!("../../../www/lab/words/sheet.toml")),
    ("hand-in", include_str!("../../../www/lab/words/hand-in.toml")),
];

/// The lab's own texts in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LabWords {
    pub(super) language: Language,
    /// By `<part>.<name>`.
    texts: BTreeMap<String, AttrValue>,
}

impl LabWords {
    /// All texts in a language.
    pub(super) fn new(language: Language) -> Self {
        let mut texts = BTreeMap::new();
        for (part, file) in PARTS {
            for (name, both) in read(file) {
                if let Some(text) = both.get(language.tag()) {
                    texts.insert([part, &name].join("."), text.clone().into());
                }
            }
        }
        Self { language, texts }
    }

    /// All texts in the language of a locale or a browser.
    pub(super) fn near(tag: &str) -> Self {
        Self::new(Language::near(tag))
    }

    /// A text, by `<part>.<name>`; the name itself where there is none, which a test prevents.
    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.texts.get(name).cloned().unwrap_or_else(|| name.to_owned().into())
    }

    /// A text with values in place of `{name}`.
    pub(super) fn say_with(&self, name: &str, values: &[(&str, &dyn Display)]) -> AttrValue {
        let values: Vec<(&str, String)> =
            values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(&self.say(name), &values).into()
    }

    /// The text of a family, as `edit.only`, that belongs to an id: `edit.only-all`.
    pub(super) fn say_of(&self, family: &str, id: &str) -> AttrValue {
        self.say(&[family, "-", id].concat())
    }

    /// The names of all texts.
    #[cfg(test)]
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// Whether there is such a text.
    pub(super) fn has(&self, name: &str) -> bool {
        self.texts.contains_key(name)
    }
}

/// A table a text, with a text for each language.
fn read(file: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    toml::from_str(file).expect("the lab's own texts can be read")
}
