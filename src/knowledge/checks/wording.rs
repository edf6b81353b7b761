use std::collections::BTreeMap;

use crate::engine::{Rulebook, nearest};
use crate::knowledge::raw::{Raw, RawText, RawWording};
use crate::knowledge::report::Report;
use crate::knowledge::{Place, ProblemCode};
use crate::wording::{Catalogue, Requirement, placeholders, required_keys};

/// The locale that must be there.
const FIRST_LOCALE: &str = "zh-CN";

/// Placeholders that any text may have: the names that a host page can set.
const NAMES: [&str; 3] = ["product", "lender", "hotline"];

/// Checks every locale's texts and makes its catalogue.
pub(in crate::knowledge) fn wording(
    raw: &Raw,
    rulebook: &Rulebook,
    report: &mut Report,
) -> Vec<Catalogue> {
    if !raw.wordings.iter().any(|wording| wording.locale == FIRST_LOCALE) {
        let path = format!("wording/{FIRST_LOCALE}.toml");
        report.add(ProblemCode::MissingFile, &Place::file(&path), format!("no file `{path}`"));
    }
    let requirements: BTreeMap<String, Requirement> =
        required_keys(rulebook).into_iter().map(|need| (need.key.clone(), need)).collect();
    raw.wordings
        .iter()
        .map(|wording| {
            check_missing(wording, &requirements, report);
            for (key, text) in &wording.texts {
                check_text(key, text, &requirements, report);
            }
            let texts = wording.texts.iter().map(|(key, raw)| (key.clone(), raw.text.clone()));
            Catalogue::new(&wording.locale, texts)
        })
        .collect()
}

fn check_missing(
    wording: &RawWording,
    requirements: &BTreeMap<String, Requirement>,
    report: &mut Report,
) {
    let missing = requirements
        .values()
        .filter(|need| !need.is_optional && !wording.texts.contains_key(&need.key));
    for need in missing {
        let code = if need.key.starts_with("option.") {
            ProblemCode::OptionWithoutLabel
        } else {
            ProblemCode::MissingWording
        };
        report.add(code, &wording.place, format!("no text for `{}`", need.key));
    }
}

fn check_text(
    key: &str,
    raw: &RawText,
    requirements: &BTreeMap<String, Requirement>,
    report: &mut Report,
) {
    let RawText { place, text } = raw;
    let Some(need) = requirements.get(key) else {
        let meant = nearest(key, requirements.keys().map(String::as_str));
        let message = format!("nothing uses the text `{key}`");
        return report.suggest(ProblemCode::UnusedWording, place, message, meant);
    };
    if text.trim().is_empty() {
        report.add(ProblemCode::EmptyWording, place, format!("the text of `{key}` is empty"));
    }
    if text.chars().any(|c| c.is_control() || c == '<' || c == '>') {
        report.add(ProblemCode::MarkupInWording, place, format!("markup in the text of `{key}`"));
    }
    check_placeholders(key, text, need, place, report);
}

fn check_placeholders(
    key: &str,
    text: &str,
    need: &Requirement,
    place: &Place,
    report: &mut Report,
) {
    let mut braces = text.matches(['{', '}']);
    while let Some(open) = braces.next() {
        if open != "{" || braces.next() != Some("}") {
            let message = format!("a brace stands alone in the text of `{key}`");
            return report.add(ProblemCode::UnknownPlaceholder, place, message);
        }
    }
    for name in
        placeholders(text).filter(|name| !NAMES.contains(name) && !need.values.contains(name))
    {
        let message = format!("the text of `{key}` has the unknown placeholder `{{{name}}}`");
        report.add(ProblemCode::UnknownPlaceholder, place, message);
    }
    for name in need.values.iter().filter(|name| !placeholders(text).any(|given| given == **name)) {
        let message = format!("the text of `{key}` lacks the placeholder `{{{name}}}`");
        report.add(ProblemCode::MissingPlaceholder, place, message);
    }
}
