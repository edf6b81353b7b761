use std::collections::{BTreeMap, HashMap};

use crate::engine::{Remedy, Risk, Rulebook, Source};
use crate::proof::ProofSubject;
use crate::wording::Catalogue;

use super::Sentence;

/// The sentences that differ, and where they stand.
pub(super) struct Sentences {
    list: Vec<Sentence>,
    /// The places in the list of the sentences that both have, by key.
    by_key: HashMap<String, Vec<usize>>,
}

impl Sentences {
    /// Compares the catalogues of the locales that both have, and what the rulebook itself says to borrowers.
    pub(super) fn new(old: &ProofSubject, new: &ProofSubject) -> Self {
        let mut list = rulebook_lines(old.rulebook, new.rulebook);
        for catalogue in old.catalogues {
            let other = new.catalogues.iter().find(|other| other.locale() == catalogue.locale());
            list.extend(other.into_iter().flat_map(|other| changed(catalogue, other)));
        }
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, sentence) in list.iter().enumerate() {
            if sentence.old.is_some() && sentence.new.is_some() {
                by_key.entry(sentence.key.clone()).or_default().push(at);
            }
        }
        Self { list, by_key }
    }

    /// Every sentence that differs.
    pub(super) fn list(&self) -> &[Sentence] {
        &self.list
    }

    /// Whether a sentence differs that both have.
    pub(super) fn has_changed(&self) -> bool {
        !self.by_key.is_empty()
    }

    /// Whether a key that begins so has a sentence that differs.
    pub(super) fn has_changed_below(&self, kinds: &[&str]) -> bool {
        let is_one = |key: &String| kinds.iter().any(|kind| key.starts_with(kind));
        self.by_key.keys().any(is_one)
    }

    /// The places of the sentences that differ at a key.
    pub(super) fn at(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }
}

/// The locales that only one of them has, with whether it is OLD.
pub(super) fn lone_locales(old: &ProofSubject, new: &ProofSubject) -> Vec<(String, bool)> {
    let lone = |one: &ProofSubject, other: &ProofSubject| -> Vec<String> {
        let has = |locale: &str| other.catalogues.iter().any(|there| there.locale() == locale);
        let locales = one.catalogues.iter().map(|catalogue| catalogue.locale().to_owned());
        locales.filter(|locale| !has(locale)).collect()
    };
    let gone = lone(old, new).into_iter().map(|locale| (locale, true));
    gone.chain(lone(new, old).into_iter().map(|locale| (locale, false))).collect()
}

/// Compares the sentences as they are read, so that another name of the product counts wherever it stands.
fn changed(old: &Catalogue, new: &Catalogue) -> Vec<Sentence> {
    let locale = old.locale().to_owned();
    let [before, after] = [old, new].map(|catalogue| {
        let filled = catalogue.clone().with_names(&[]).unwrap_or_else(|_| catalogue.clone());
        let texts = filled.iter().map(|(key, text)| (key.to_owned(), text.to_owned()));
        texts.collect::<BTreeMap<String, String>>()
    });
    differing(Some(locale), before, after)
}

fn differing(
    locale: Option<String>,
    mut before: BTreeMap<String, String>,
    after: BTreeMap<String, String>,
) -> Vec<Sentence> {
    let mut found = Vec::new();
    for (key, new) in after {
        let old = before.remove(&key);
        if old.as_ref() != Some(&new) {
            found.push(Sentence { locale: locale.clone(), key, old, new: Some(new) });
        }
    }
    let gone = before.into_iter();
    found.extend(gone.map(|(key, old)| Sentence {
        locale: locale.clone(),
        key,
        old: Some(old),
        new: None,
    }));
    found.sort_by(|one, other| one.key.cmp(&other.key));
    found
}

/// What the page says from the rulebook itself: the marks of a step, the line of a source.
fn rulebook_lines(old: &Rulebook, new: &Rulebook) -> Vec<Sentence> {
    let [before, after] = [old, new].map(|rulebook| {
        let remedies = rulebook.remedies.iter();
        let marks = remedies.map(|remedy| (format!("remedy.{}.marks", remedy.id), marks(remedy)));
        let sources = rulebook.sources.iter();
        let lines = sources.map(|source| (format!("source.{}.line", source.id), line(source)));
        marks.chain(lines).collect::<BTreeMap<String, String>>()
    });
    let both = |sentence: &Sentence| sentence.old.is_some() && sentence.new.is_some();
    differing(None, before, after).into_iter().filter(both).collect()
}

fn marks(remedy: &Remedy) -> String {
    let mut marks = vec![
        format!("who: {}", remedy.who.id()),
        format!("{} minutes", remedy.minutes),
        format!("{} days", remedy.wait_days),
        format!("{} yuan", remedy.yuan),
    ];
    marks.extend(remedy.call.iter().map(|number| format!("call {number}")));
    if remedy.touches_credit {
        marks.push("caution: touches credit".to_owned());
    }
    if remedy.risk == Risk::High {
        marks.push("high risk".to_owned());
    }
    marks.join(", ")
}

fn line(source: &Source) -> String {
    let Source { publisher, title, date, trust, reviewed, .. } = source;
    format!("{publisher}: {title}, {date} ({}), reviewed {reviewed}", trust.id())
}
