use std::collections::BTreeMap;

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
pub(super) struct Words {
    pub(super) language: Language,
    /// By `<part>.<name>`.
    texts: BTreeMap<String, AttrValue>,
}

impl Words {
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

    /// A text, by `<part>.<name>`; the name itself where there is none, which a test prevents.
    pub(super) fn say(&self, name: &str) -> AttrValue {
        self.texts.get(name).cloned().unwrap_or_else(|| name.to_owned().into())
    }

    /// A text with values in place of `{name}`.
    pub(super) fn say_with(&self, name: &str, values: &[(&str, &str)]) -> AttrValue {
        fill(&self.say(name), values).into()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_the_lab_is_there_in_both_languages() {
        for (part, file) in PARTS {
            for (name, both) in read(file) {
                let languages: Vec<&str> = both.keys().map(String::as_str).collect();
                assert_eq!(languages, ["en", "zh-CN"], "{part}.{name}");
                assert!(both.values().all(|text| !text.trim().is_empty()), "{part}.{name}");
            }
        }
    }
}
