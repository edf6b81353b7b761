use crate::engine::nearest;
use crate::knowledge::{Case, FIRST_LOCALE, Knowledge};
use crate::wording::Catalogue;

use super::{UnknownName, covering};

/// What a sheet shows.
#[derive(Clone, Debug)]
pub struct SheetChoice<'a> {
    /// The cases, in the order of their letters.
    pub cases: Vec<&'a Case>,
    /// The wordings, one a locale.
    pub catalogues: Vec<&'a Catalogue>,
}

impl<'a> SheetChoice<'a> {
    /// Few cases that show every kind of screen, in the language of most borrowers.
    #[must_use]
    pub fn by_default(knowledge: &'a Knowledge) -> Self {
        let locales = &knowledge.catalogues;
        let locale = locales.iter().find(|one| one.locale() == FIRST_LOCALE).or(locales.first());
        Self { cases: covering(knowledge), catalogues: locale.into_iter().collect() }
    }

    /// Takes the cases of these names, each once.
    ///
    /// # Errors
    ///
    /// The first name that no case has.
    pub fn with_cases(self, all: &'a Knowledge, names: &[String]) -> Result<Self, UnknownName> {
        Ok(Self { cases: named("case", &all.cases, |case| &case.name, names)?, ..self })
    }

    /// Takes the wordings of these locales, each once.
    ///
    /// # Errors
    ///
    /// The first name that no locale has.
    pub fn with_locales(self, all: &'a Knowledge, names: &[String]) -> Result<Self, UnknownName> {
        let catalogues = named("locale", &all.catalogues, Catalogue::locale, names)?;
        Ok(Self { catalogues, ..self })
    }
}

/// The things of these names, each once.
fn named<'a, T>(
    what: &'static str,
    all: &'a [T],
    name_of: impl Fn(&T) -> &str,
    names: &[String],
) -> Result<Vec<&'a T>, UnknownName> {
    let mut found = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let Some(one) = all.iter().find(|one| name_of(one) == name) else {
            let near = nearest(name, all.iter().map(&name_of)).map(str::to_owned);
            return Err(UnknownName { what, name: name.clone(), near });
        };
        if !names[..at].contains(name) {
            found.push(one);
        }
    }
    Ok(found)
}
