use std::collections::BTreeMap;

use crate::engine::{Rulebook, nearest};
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Raw, RawText, RawWording};
use crate::knowledge::{Place, ProblemCode};
use crate::wording::{Catalogue, Requirement, TextFault, required_keys, text_faults};

/// The locale that every folder must have.
pub const FIRST_LOCALE: &str = "zh-CN";

/// Checks every locale's texts and makes its catalogue.
pub(in crate::knowledge) fn wording(
    raw: &Raw,
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Vec<Catalogue> {
    if !raw.wordings.iter().any(|wording| wording.locale == FIRST_LOCALE) {
        let path = format!("wording/{FIRST_LOCALE}.toml");
        problems.add(ProblemCode::MissingFile, &Place::file(&path), format!("no file `{path}`"));
    }
    let requirements: BTreeMap<String, Requirement> =
        required_keys(rulebook).into_iter().map(|need| (need.key.clone(), need)).collect();
    let first = raw.wordings.iter().find(|wording| wording.locale == FIRST_LOCALE);
    raw.wordings
        .iter()
        .map(|wording| {
            check_missing(wording, first, &requirements, problems);
            for (key, text) in &wording.texts {
                check_text(key, text, &requirements, problems);
            }
            let texts = wording.texts.iter().map(|(key, raw)| (key.clone(), raw.text.clone()));
            Catalogue::new(&wording.locale, texts)
        })
        .collect()
}

/// What may be missing may be missing from all locales only.
fn check_missing(
    wording: &RawWording,
    first: Option<&RawWording>,
    requirements: &BTreeMap<String, Requirement>,
    problems: &mut Problems,
) {
    let is_in_first = |key| first.is_some_and(|first| first.texts.contains_key(key));
    let missing = requirements.values().filter(|need| {
        !wording.texts.contains_key(&need.key) && (!need.is_optional || is_in_first(&need.key))
    });
    for need in missing {
        let code = if need.key.starts_with("option.") {
            ProblemCode::OptionWithoutLabel
        } else {
            ProblemCode::MissingWording
        };
        problems.add(code, &wording.place, format!("no text for `{}`", need.key));
    }
}

fn check_text(
    key: &str,
    raw: &RawText,
    requirements: &BTreeMap<String, Requirement>,
    problems: &mut Problems,
) {
    let RawText { place, text } = raw;
    let Some(need) = requirements.get(key) else {
        let meant = nearest(key, requirements.keys().map(String::as_str));
        let message = format!("nothing uses the text `{key}`");
        return problems.suggest(ProblemCode::UnusedWording, place, message, meant);
    };
    for fault in text_faults(need.values, text) {
        let (code, message) = described(key, fault);
        problems.add(code, place, message);
    }
}

fn described(key: &str, fault: TextFault) -> (ProblemCode, String) {
    match fault {
        TextFault::Empty => (ProblemCode::EmptyWording, format!("the text of `{key}` is empty")),
        TextFault::Markup => {
            (ProblemCode::MarkupInWording, format!("markup in the text of `{key}`"))
        }
        TextFault::LoneBrace => (
            ProblemCode::UnknownPlaceholder,
            format!("a brace stands alone in the text of `{key}`"),
        ),
        TextFault::UnknownPlaceholder(name) => (
            ProblemCode::UnknownPlaceholder,
            format!("the text of `{key}` has the unknown placeholder `{{{name}}}`"),
        ),
        TextFault::MissingPlaceholder(name) => (
            ProblemCode::MissingPlaceholder,
            format!("the text of `{key}` lacks the placeholder `{{{name}}}`"),
        ),
    }
}
