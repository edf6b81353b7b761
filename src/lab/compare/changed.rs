use std::collections::BTreeMap;
use std::rc::Rc;

use crate::wording::Catalogue;

/// A text that two versions of one locale say differently, as borrowers read it: with the names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its key: `<kind>.<id>.<slot>`.
    pub key: String,
    /// What the first version says; none where it has no such text.
    pub old: Option<Rc<str>>,
    /// What the second version says; none where it has no such text.
    pub new: Option<Rc<str>>,
}

/// Every text that the two say differently, by key.
#[must_use]
pub fn changed(old: &Catalogue, new: &Catalogue) -> Vec<Changed> {
    let texts = |catalogue: &Catalogue| -> BTreeMap<String, Rc<str>> {
        catalogue.iter().map(|(key, text)| (key.to_owned(), text.into())).collect()
    };
    let (mut before, after) = (texts(old), texts(new));
    let mut found: Vec<Changed> = Vec::new();
    for (key, new) in after {
        let old = before.remove(&key);
        if old.as_ref() != Some(&new) {
            found.push(Changed { key, old, new: Some(new) });
        }
    }
    found.extend(before.into_iter().map(|(key, old)| Changed { key, old: Some(old), new: None }));
    found.sort_by(|one, other| one.key.cmp(&other.key));
    found
}

/// What stands on a screen of a text exactly as it is written: the parts between its placeholders, where they are more
/// than a sign.
#[must_use]
pub fn literals(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in super::words(text) {
        match word.starts_with('{') && word.len() > 1 {
            true => found.push(String::new()),
            false => found.last_mut().expect("there is one from the start").push_str(word),
        }
    }
    let trimmed = found.iter().map(|part| part.trim());
    trimmed.filter(|part| part.chars().count() > 1).map(str::to_owned).collect()
}
