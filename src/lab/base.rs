use crate::copy_rules::{CopyRules, FILE};
use crate::engine::{Date, Rulebook};
use crate::knowledge::{FIRST_LOCALE, Folder, Knowledge, Problem, load};
use crate::wording::{Catalogue, Requirement, required_keys};

/// What is edited: a checked knowledge folder, as it is shipped or as somebody brought it.
#[derive(Debug)]
pub struct Base {
    /// The files.
    pub folder: Folder,
    /// What they say; the locale that must be there is the first one.
    pub knowledge: Knowledge,
    /// The rules about texts.
    pub rules: CopyRules,
    /// The day on which borrowers are asked.
    pub day: Date,
    /// What the page needs and may have.
    pub needs: Vec<Requirement>,
}

impl Base {
    /// Reads a folder.
    ///
    /// # Errors
    ///
    /// Every problem of the folder if one of them is an error, that of a rule about texts included.
    pub fn read(folder: Folder, day: Date) -> Result<Self, Vec<Problem>> {
        let mut knowledge = load(&folder, Some(day))?;
        knowledge.catalogues.sort_by_key(|catalogue| catalogue.locale() != FIRST_LOCALE);
        let rules = match folder.text(FILE).map(CopyRules::read) {
            None => CopyRules::default(),
            Some(Ok(rules)) => rules,
            Some(Err(_)) => return Err(crate::copy_rules::check(&folder)),
        };
        let needs = required_keys(&knowledge.rulebook);
        Ok(Self { folder, rules, day, needs, knowledge })
    }

    /// The rules of reasoning.
    #[must_use]
    pub fn rulebook(&self) -> &Rulebook {
        &self.knowledge.rulebook
    }

    /// The locales, the one that must be there first.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.knowledge.catalogues.iter().map(Catalogue::locale)
    }

    /// The wording of a locale, names not yet put in.
    #[must_use]
    pub fn catalogue(&self, locale: &str) -> Option<&Catalogue> {
        self.knowledge.catalogues.iter().find(|catalogue| catalogue.locale() == locale)
    }

    /// What a key must be like; none for a key that the page does not know.
    #[must_use]
    pub fn need(&self, key: &str) -> Option<&Requirement> {
        self.needs.iter().find(|need| need.key == key)
    }
}
