use std::collections::BTreeSet;

use strum::IntoStaticStr;

use crate::copy_rules::{FILE, check};
use crate::knowledge::{Folder, Place, Problem, ProblemCode, Severity, load, written_texts};

use super::drafts::{DraftChange, EditFault, apply};
use super::{Base, Edited, Objection, check_text};

/// Whether a draft can be handed in, and what there is to say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandIn {
    /// The knowledge folder with the draft in it; only where nothing speaks against it.
    pub folder: Option<Folder>,
    /// What speaks against it.
    pub errors: Vec<Hurdle>,
    /// What should be looked at again.
    pub warnings: Vec<Hurdle>,
}

/// Something about a draft that is to be handed in.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Hurdle {
    /// About one sentence.
    Sentence {
        /// Its locale.
        locale: String,
        /// Its key.
        key: String,
        /// What there is to say.
        objection: Objection,
    },
    /// A sentence that may be missing only where it is missing from every locale.
    MissingBeside {
        /// The locale that lacks it.
        locale: String,
        /// Its key.
        key: String,
    },
    /// Anything else that the check of the folder reports.
    Problem(Problem),
    /// The files cannot be edited so.
    Files(EditFault),
}

/// Holds a draft against everything that `loan-checkup check` looks at. `edited` has the same changes in it.
///
/// # Design
///
/// Sentences are spoken of by what is wrong with them, as everywhere in the lab. Then the very files that would be
/// handed in are loaded and checked as on the command line, and whatever that reports besides stands as it is.
#[must_use]
pub fn hand_in(base: &Base, edited: &Edited, changes: &[DraftChange]) -> HandIn {
    let mut found = HandIn::default();
    let touched = touched(base, changes);
    for (locale, key) in &touched {
        let Some(need) = base.need(key) else { continue };
        for objection in check_text(edited.rules(), need, locale, edited.text(locale, key)) {
            let (locale, key) = (locale.to_string(), key.to_string());
            let list = if objection.is_error() { &mut found.errors } else { &mut found.warnings };
            list.push(Hurdle::Sentence { locale, key, objection });
        }
    }
    let keys: BTreeSet<&str> = touched.iter().map(|(_, key)| *key).collect();
    found.errors.extend(keys.into_iter().flat_map(|key| missing_beside(base, edited, key)));
    match apply(&base.folder, changes) {
        Ok(folder) => check_files(base, folder, &touched, &mut found),
        Err(fault) => found.errors.push(Hurdle::Files(fault)),
    }
    found
}

/// The sentences whose text or waivers are changed and that the page knows.
fn touched<'a>(base: &Base, changes: &'a [DraftChange]) -> BTreeSet<(&'a str, &'a str)> {
    let places = changes.iter().map(|change| (change.subject.locale(), change.subject.key()));
    places.filter(|(_, key)| base.need(key).is_some()).collect()
}

fn missing_beside(base: &Base, edited: &Edited, key: &str) -> Vec<Hurdle> {
    let is_optional = base.need(key).is_some_and(|need| need.is_optional);
    let mut locales = base.locales();
    let first = locales.next().and_then(|locale| edited.text(locale, key));
    if !is_optional || first.is_none() {
        return Vec::new();
    }
    let without = locales.filter(|locale| edited.text(locale, key).is_none());
    without
        .map(|locale| Hurdle::MissingBeside { locale: locale.to_owned(), key: key.to_owned() })
        .collect()
}

fn check_files(base: &Base, folder: Folder, touched: &BTreeSet<(&str, &str)>, found: &mut HandIn) {
    let mut problems =
        load(&folder, Some(base.day)).map_or_else(|problems| problems, |_| Vec::new());
    problems.extend(check(&folder));
    let is_error = |problem: &Problem| problem.code.severity() == Severity::Error;
    let has_error = problems.iter().any(is_error);
    let said = said_places(&folder, touched);
    for problem in problems {
        let is_missing =
            matches!(problem.code, ProblemCode::MissingWording | ProblemCode::OptionWithoutLabel);
        let is_said = said.contains(&problem.place) || is_missing && !found.errors.is_empty();
        match is_error(&problem) {
            true if !is_said => found.errors.push(Hurdle::Problem(problem)),
            false if problem.place.file == FILE => found.warnings.push(Hurdle::Problem(problem)),
            _ => {}
        }
    }
    if !has_error && found.errors.is_empty() {
        found.folder = Some(folder);
    }
}

/// Where the sentences stand of which everything has been said.
fn said_places(folder: &Folder, touched: &BTreeSet<(&str, &str)>) -> BTreeSet<Place> {
    let texts = written_texts(folder).into_iter();
    let of = texts.filter(|text| touched.contains(&(text.locale.as_str(), text.key.as_str())));
    of.map(|text| text.place).collect()
}
