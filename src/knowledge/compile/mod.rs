//! Resolves every id and makes the rulebook; what cannot be resolved is reported and left out.

mod causes;
mod numbers;
mod questions;
mod readings;
mod remedies;
mod screens;
mod settings;

use crate::engine::{Group, QuestionIx, Rulebook, Source};

use super::ProblemCode;
use super::names::Names;
use super::raw::Raw;
use super::reading::Reading;
use super::report::Report;
use numbers::{date, weight};

/// Makes the rulebook and the second reading of its facts; they may be used only if no error was reported.
pub(super) fn rulebook(raw: &Raw, report: &mut Report) -> (Rulebook, Vec<Reading>) {
    let names = Names::new(raw, report);
    let mut rulebook = Rulebook {
        version: raw.rulebook.value.version.as_str().into(),
        hash: fingerprint(&raw.rules_text),
        settings: settings::settings(raw, report),
        symptom: names.symptom(&raw.rulebook.place, report).unwrap_or(QuestionIx(0)),
        questions: questions::questions(raw, &names, report),
        screens: screens::screens(raw, &names, report),
        groups: groups(raw, report),
        causes: causes::causes(raw, &names, report),
        remedies: remedies::remedies(raw, &names, report),
        sources: sources(raw, report),
    };
    questions::add_groups(raw, &names, &mut rulebook, report);
    causes::add_evidence(raw, &names, &mut rulebook, report);
    questions::narrow_to_what_matters(&mut rulebook);
    (rulebook, readings::readings(raw, &names, report))
}

fn groups(raw: &Raw, report: &mut Report) -> Vec<Group> {
    raw.groups
        .iter()
        .map(|group| {
            let cap = group.value.cap.as_ref();
            let cap = cap.map(|cap| weight(cap, &group.place, report)).unwrap_or_default();
            if cap.tenths() <= 0 {
                let message = format!("group `{}` has no positive cap", group.value.id);
                report.add(ProblemCode::GroupWithoutCap, &group.place, message);
            }
            Group { id: group.value.id.as_str().into(), cap }
        })
        .collect()
}

fn sources(raw: &Raw, report: &mut Report) -> Vec<Source> {
    raw.sources
        .iter()
        .map(|source| Source {
            id: source.value.id.as_str().into(),
            publisher: source.value.publisher.as_str().into(),
            title: source.value.title.as_str().into(),
            date: source.value.date.as_str().into(),
            trust: source.value.trust,
            reviewed: date(source.value.reviewed, &source.place, report),
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
