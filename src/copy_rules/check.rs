use crate::engine::nearest;
use crate::knowledge::{Folder, Place, Problem, ProblemCode, Severity, WrittenText, written_texts};

use super::remark::Remark;
use super::rules::{CopyRules, FILE};
use super::waiver::Waiver;

/// What the copy rules of a knowledge folder say of its wording, in the order of files and lines; nothing where the
/// folder has no rules.
#[must_use]
pub fn check(folder: &Folder) -> Vec<Problem> {
    let Some(file) = folder.text(FILE) else { return Vec::new() };
    let rules = match CopyRules::read(file) {
        Ok(rules) => rules,
        Err(error) => return vec![Problem::unreadable_file(FILE, file, &error)],
    };
    let texts = written_texts(folder);
    let mut problems: Vec<Problem> = rules
        .waivers
        .iter()
        .filter_map(|waiver| idle(waiver, &rules, &texts).map(|why| problem_of(waiver, file, why)))
        .collect();
    for text in &texts {
        let remarks = rules.remarks(&text.locale, &text.key, &text.text);
        problems.extend(remarks.into_iter().map(|remark| problem(text, remark)));
    }
    problems
}

fn problem(text: &WrittenText, remark: Remark) -> Problem {
    let code = match remark.severity {
        Severity::Error => ProblemCode::AgainstCopyRule,
        Severity::Warning => ProblemCode::CopyRemark,
    };
    let Remark { rule, found, why, instead, .. } = remark;
    let message = format!("`{}`, rule `{rule}`: {found} ({why})", text.key);
    Problem { code, place: text.place.clone(), message, suggestion: instead }
}

/// Why a waiver does nothing, with what may have been meant; nothing where it does its work.
fn idle<'a>(
    waiver: &Waiver,
    rules: &'a CopyRules,
    texts: &'a [WrittenText],
) -> Option<(String, Option<&'a str>)> {
    let of_name = || rules.rules.iter().filter(|rule| rule.id == waiver.rule);
    if of_name().next().is_none() {
        let known = rules.rules.iter().map(|rule| rule.id.as_str());
        return Some((format!("no rule `{}`", waiver.rule), nearest(&waiver.rule, known)));
    }
    let key = waiver.key.get_ref();
    let of_locale = || texts.iter().filter(|text| text.locale == waiver.locale);
    let Some(text) = of_locale().find(|text| text.key == *key) else {
        let known = of_locale().map(|text| text.key.as_str());
        let message = format!("{} has no text `{}`", waiver.locale, key);
        return Some((message, nearest(key, known)));
    };
    let is_needed = of_name()
        .any(|rule| rule.concerns(&text.locale, &text.key) && !rule.remarks(&text.text).is_empty());
    (!is_needed).then(|| (format!("`{}` says nothing of `{}`", waiver.rule, text.key), None))
}

fn problem_of(waiver: &Waiver, file: &str, (message, meant): (String, Option<&str>)) -> Problem {
    Problem {
        code: ProblemCode::IdleWaiver,
        place: Place::in_text(FILE, file, waiver.key.span().start),
        message,
        suggestion: meant.map(str::to_owned),
    }
}
