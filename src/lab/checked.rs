use std::collections::BTreeMap;
use std::rc::Rc;

use crate::copy_rules::CopyRules;
use crate::wording::{Requirement, TextFault, text_faults};

use super::{Base, Edited, Objection, ObjectionKind};

/// What there is to say of one text, which is missing where the locale lacks it.
#[must_use]
pub fn check_text(
    rules: &CopyRules,
    need: &Requirement,
    locale: &str,
    text: Option<&str>,
) -> Vec<Objection> {
    let Some(text) = text else {
        return if need.is_optional {
            Vec::new()
        } else {
            vec![Objection::error(ObjectionKind::Empty)]
        };
    };
    let faults = text_faults(need.values, text).into_iter().map(|fault| {
        Objection::error(match fault {
            TextFault::Empty => ObjectionKind::Empty,
            TextFault::Markup => ObjectionKind::Markup,
            TextFault::LoneBrace => ObjectionKind::LoneBrace,
            TextFault::UnknownPlaceholder(name) => {
                ObjectionKind::UnknownPlaceholder(name.to_owned())
            }
            TextFault::MissingPlaceholder(name) => {
                ObjectionKind::MissingPlaceholder(name.to_owned())
            }
        })
    });
    let remarks = rules.remarks(locale, &need.key, text).into_iter().map(Objection::of_rule);
    faults.chain(remarks).collect()
}

/// What there is to say of every text of a base.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked(BTreeMap<(String, String), Rc<Vec<Objection>>>);

impl Checked {
    /// What there is to say of a text; nothing where it is fine.
    #[must_use]
    pub fn of(&self, locale: &str, key: &str) -> Rc<Vec<Objection>> {
        self.0.get(&(locale.to_owned(), key.to_owned())).cloned().unwrap_or_default()
    }

    /// Puts in what there is to say of one text now.
    pub fn set(&mut self, locale: &str, key: &str, objections: Vec<Objection>) {
        let place = (locale.to_owned(), key.to_owned());
        match objections.is_empty() {
            true => self.0.remove(&place),
            false => self.0.insert(place, Rc::new(objections)),
        };
    }
}

/// Checks all texts, some at a time.
pub struct Checker {
    base: Rc<Base>,
    edited: Rc<Edited>,
    next: usize,
    checked: Checked,
}

impl Checker {
    /// Begins with what is written now.
    #[must_use]
    pub fn new(base: Rc<Base>, edited: Rc<Edited>) -> Self {
        Self { base, edited, next: 0, checked: Checked::default() }
    }

    /// Checks one key in every locale; says how many are done, and of how many.
    pub fn step(&mut self) -> (usize, usize) {
        if let Some(need) = self.base.needs.get(self.next) {
            for locale in self.base.locales() {
                let text = self.edited.text(locale, &need.key);
                let objections = check_text(self.edited.rules(), need, locale, text);
                self.checked.set(locale, &need.key, objections);
            }
            self.next += 1;
        }
        (self.next, self.base.needs.len())
    }

    /// What was found.
    #[must_use]
    pub fn finish(self) -> Checked {
        self.checked
    }
}
