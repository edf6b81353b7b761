//! Resolves every id and makes the rulebook; what cannot be resolved is reported and left out.

mod causes;
mod conditions;
mod mixture;
mod numbers;
mod questions;
mod readings;
mod remedies;
mod screens;
mod settings;

use crate::engine::{Group, QuestionIx, Rulebook, Source};

use super::ProblemCode;
use super::names::Names;
use super::problems::Problems;
use super::raw::{Placed, Raw};
use super::reading::Reading;
use numbers::{date, weight};

/// Makes the rulebook and the second reading of its facts; they may be used only if no error was reported.
pub(super) fn rulebook(raw: &Raw, problems: &mut Problems) -> (Rulebook, Vec<Reading>) {
    let names = Names::new(raw, problems);
    let mut rulebook = Rulebook {
        version: version(raw, problems),
        hash: fingerprint(&raw.rules_text),
        settings: settings::settings(raw, problems),
        symptom: names.symptom(&raw.rulebook.place, problems).unwrap_or(QuestionIx(0)),
        questions: questions::questions(raw, &names, problems),
        screens: screens::screens(raw, &names, problems),
        groups: groups(raw, problems),
        causes: causes::causes(raw, &names, problems),
        remedies: remedies::remedies(raw, &names, problems),
        sources: sources(raw, problems),
    };
    causes::add_mixed_priors(&mut rulebook);
    questions::add_groups(raw, &names, &mut rulebook, problems);
    causes::add_evidence(raw, &names, &mut rulebook, problems);
    questions::narrow_to_what_matters(&mut rulebook);
    (rulebook, readings::readings(raw, &names, problems))
}

fn version(raw: &Raw, problems: &mut Problems) -> String {
    let Placed { place, value } = &raw.rulebook;
    let is_sign = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    if value.version.is_empty() || !value.version.chars().all(is_sign) {
        let message = format!("`{}` is not a version", value.version);
        problems.add(ProblemCode::MalformedVersion, place, message);
    }
    value.version.clone()
}

fn groups(raw: &Raw, problems: &mut Problems) -> Vec<Group> {
    raw.groups
        .iter()
        .map(|group| {
            let cap = group.value.cap.as_ref();
            let cap = cap.map(|cap| weight(cap, &group.place, problems)).unwrap_or_default();
            if cap.tenths() <= 0 {
                let message = format!("group `{}` has no positive cap", group.value.id);
                problems.add(ProblemCode::GroupWithoutCap, &group.place, message);
            }
            Group { id: group.value.id.as_str().into(), cap }
        })
        .collect()
}

fn sources(raw: &Raw, problems: &mut Problems) -> Vec<Source> {
    raw.sources
        .iter()
        .map(|source| Source {
            id: source.value.id.as_str().into(),
            publisher: source.value.publisher.as_str().into(),
            title: source.value.title.as_str().into(),
            date: source.value.date.as_str().into(),
            trust: source.value.trust,
            reviewed: date(source.value.reviewed, &source.place, problems),
        })
        .collect()
}

/// FNV-1a over a text: names a version of it, guards against nothing.
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
