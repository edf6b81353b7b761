use std::collections::BTreeMap;
use std::rc::Rc;

use crate::copy_rules::CopyRules;
use crate::engine::Rulebook;
use crate::widget::Kit;
use crate::wording::Catalogue;

use super::base::Base;

/// The texts of one locale by key.
type Texts = BTreeMap<String, String>;

/// The texts as they are with a draft in them.
#[derive(Clone, Debug)]
pub struct Edited {
    rulebook: Rc<Rulebook>,
    day: crate::engine::Date,
    /// By locale, in the order of the base.
    texts: Vec<(String, Texts)>,
    /// The same with the names put in, as borrowers read them.
    catalogues: Vec<Rc<Catalogue>>,
    rules: Rc<CopyRules>,
}

impl Edited {
    /// The base as it is.
    #[must_use]
    pub fn new(base: &Base) -> Self {
        let texts = base.knowledge.catalogues.iter().map(|catalogue| {
            let texts = catalogue.iter().map(|(key, text)| (key.to_owned(), text.to_owned()));
            (catalogue.locale().to_owned(), texts.collect())
        });
        let texts: Vec<(String, Texts)> = texts.collect();
        Self {
            rulebook: Rc::new(base.rulebook().clone()),
            day: base.day,
            catalogues: texts.iter().map(|(locale, texts)| catalogue(locale, texts)).collect(),
            texts,
            rules: Rc::new(base.rules.clone()),
        }
    }

    /// The base with other texts in it; a text that is missing is taken out. Places that no locale has are left alone.
    #[must_use]
    pub fn with<'a>(
        &self,
        texts: impl Iterator<Item = (&'a str, &'a str, Option<&'a str>)>,
        rules: CopyRules,
    ) -> Self {
        let mut edited = Self { rules: Rc::new(rules), ..self.clone() };
        let mut touched = vec![false; edited.texts.len()];
        for (locale, key, text) in texts {
            let Some(at) = edited.texts.iter().position(|(name, _)| name == locale) else {
                continue;
            };
            touched[at] = true;
            match text {
                Some(text) => edited.texts[at].1.insert(key.to_owned(), text.to_owned()),
                None => edited.texts[at].1.remove(key),
            };
        }
        for at in (0..touched.len()).filter(|at| touched[*at]) {
            let (locale, texts) = &edited.texts[at];
            edited.catalogues[at] = catalogue(locale, texts);
        }
        edited
    }

    /// A text; none where the locale has none.
    #[must_use]
    pub fn text(&self, locale: &str, key: &str) -> Option<&str> {
        let (_, texts) = self.texts.iter().find(|(name, _)| name == locale)?;
        texts.get(key).map(String::as_str)
    }

    /// The rules about texts, with the draft's waivers.
    #[must_use]
    pub fn rules(&self) -> &CopyRules {
        &self.rules
    }

    /// What the widget draws screens of a locale from; the first locale where it is unknown.
    #[must_use]
    pub fn kit(&self, locale: &str) -> Kit {
        let own = self.catalogues.iter().find(|catalogue| catalogue.locale() == locale);
        let catalogue = own.unwrap_or(&self.catalogues[0]);
        Kit { rulebook: Rc::clone(&self.rulebook), catalogue: Rc::clone(catalogue), day: self.day }
    }
}

fn catalogue(locale: &str, texts: &Texts) -> Rc<Catalogue> {
    let texts = texts.iter().map(|(key, text)| (key.clone(), text.clone()));
    let catalogue = Catalogue::new(locale, texts);
    let unnamed = catalogue.clone();
    Rc::new(catalogue.with_names(&[]).unwrap_or(unnamed))
}
