use crate::knowledge::{Case, Knowledge};
use crate::wording::Catalogue;

use super::{ChoiceError, Scheme, covering};

/// The locale that every knowledge folder has.
const LOCALE: &str = "zh-CN";

/// The narrowest and the widest screen in pixels.
const WIDTHS: core::ops::RangeInclusive<u32> = 240..=2560;

/// How near a name must be to be suggested, of one.
const NEAR: f64 = 0.7;

/// What a sheet shows.
#[derive(Clone, Debug)]
pub struct SheetChoice<'a> {
    /// The cases, in the order of their letters.
    pub cases: Vec<&'a Case>,
    /// The wordings, one a locale.
    pub catalogues: Vec<&'a Catalogue>,
    /// How wide the screens are, in pixels.
    pub widths: Vec<u32>,
    /// In which colours they are.
    pub schemes: Vec<Scheme>,
}

impl<'a> SheetChoice<'a> {
    /// A phone and a desktop, light and dark, in the language of most borrowers, with few cases that show every kind of screen.
    #[must_use]
    pub fn by_default(knowledge: &'a Knowledge) -> Self {
        let locales = &knowledge.catalogues;
        let locale = locales.iter().find(|one| one.locale() == LOCALE).or(locales.first());
        Self {
            cases: covering(knowledge),
            catalogues: locale.into_iter().collect(),
            widths: vec![360, 1280],
            schemes: Scheme::ALL.into(),
        }
    }

    /// Takes these cases, by name with commas between them.
    ///
    /// # Errors
    ///
    /// The first name that is no case, or that there is none.
    pub fn with_cases(self, knowledge: &'a Knowledge, names: &str) -> Result<Self, ChoiceError> {
        let find = |name: &str| knowledge.cases.iter().find(|case| case.name == name);
        let known = knowledge.cases.iter().map(|case| case.name.as_str());
        Ok(Self { cases: chosen("cases", "case", names, find, known)?, ..self })
    }

    /// Takes these locales.
    ///
    /// # Errors
    ///
    /// The first name that is no locale, or that there is none.
    pub fn with_locales(self, knowledge: &'a Knowledge, names: &str) -> Result<Self, ChoiceError> {
        let find = |name: &str| knowledge.catalogues.iter().find(|one| one.locale() == name);
        let known = knowledge.catalogues.iter().map(Catalogue::locale);
        Ok(Self { catalogues: chosen("locales", "locale", names, find, known)?, ..self })
    }

    /// Takes these widths in pixels.
    ///
    /// # Errors
    ///
    /// The first that is no whole number from 240 to 2560, or that there is none.
    pub fn with_widths(self, texts: &str) -> Result<Self, ChoiceError> {
        let read = |text: &str| {
            let width = text.parse().ok().filter(|width| WIDTHS.contains(width));
            width.ok_or_else(|| ChoiceError::Width(text.to_owned()))
        };
        let widths = names(texts).map(read).collect::<Result<Vec<u32>, _>>()?;
        Ok(Self { widths: some("widths", widths)?, ..self })
    }

    /// Takes these colours, `light` or `dark`.
    ///
    /// # Errors
    ///
    /// The first name that is neither, or that there is none.
    pub fn with_schemes(self, names: &str) -> Result<Self, ChoiceError> {
        let known = Scheme::ALL.iter().map(|scheme| scheme.id());
        let find = |name: &str| name.parse().ok();
        Ok(Self { schemes: chosen("schemes", "scheme", names, find, known)?, ..self })
    }
}

/// The things of these names, each once.
fn chosen<'n, T>(
    many: &'static str,
    one: &'static str,
    texts: &str,
    find: impl Fn(&str) -> Option<T>,
    known: impl Iterator<Item = &'n str> + Clone,
) -> Result<Vec<T>, ChoiceError> {
    let of = |name: &str| {
        find(name)
            .ok_or_else(|| ChoiceError::Unknown(one, name.to_owned(), near(name, known.clone())))
    };
    some(many, names(texts).map(of).collect::<Result<_, _>>()?)
}

fn some<T>(many: &'static str, list: Vec<T>) -> Result<Vec<T>, ChoiceError> {
    if list.is_empty() { Err(ChoiceError::Nothing(many)) } else { Ok(list) }
}

/// The names in a list with commas between them, each once.
fn names(list: &str) -> impl Iterator<Item = &str> {
    let names: Vec<&str> = list.split(',').map(str::trim).collect();
    let is_first = |at: usize, name: &&str| !names[..at].contains(name);
    let kept = names.iter().enumerate().filter(|(at, name)| is_first(*at, name));
    let kept: Vec<&str> = kept.map(|(_, name)| *name).filter(|name| !name.is_empty()).collect();
    kept.into_iter()
}

/// The known name that is most like this one.
fn near<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let likeness = known.map(|one| (strsim::jaro_winkler(name, one), one));
    let best = likeness.max_by(|one, other| one.0.total_cmp(&other.0));
    best.filter(|(likeness, _)| *likeness >= NEAR).map(|(_, one)| one.to_owned())
}
