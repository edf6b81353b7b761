//! Where texts appear, for the wording lab.

use std::collections::BTreeSet;
use std::rc::Rc;

use loan_checkup::lab::tour;
use loan_checkup::lab::{AppearanceCount, Base, Checker, Edited, Objection, ThingKind, things};
use loan_checkup::widget::ScreenKind;

use crate::folder;

/// Borrowers for each symptom: enough for what most borrowers see.
const DRAWS: u64 = 6;

fn base() -> Base {
    Base::read(folder::shipped(), folder::day()).expect("the shipped folder has no error")
}

#[test]
fn each_text_is_in_one_thing() {
    let base = base();
    let things = things(base.rulebook(), &base.needs);
    let mut keys: Vec<&String> = things.iter().flat_map(|thing| &thing.keys).collect();
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count, "a key is in two things");
    assert_eq!(count, base.needs.len());
    let of = |kind| things.iter().filter(|thing| thing.kind == kind).count();
    assert_eq!(of(ThingKind::Cause), base.rulebook().causes.len());
    assert_eq!(of(ThingKind::Question), base.rulebook().questions.len());
    assert_eq!(of(ThingKind::Remedy), base.rulebook().remedies.len());
}

#[test]
fn shares_are_those_of_the_borrowers_who_see_a_text() {
    let base = base();
    let kit = Edited::new(&base).kit("zh-CN");
    let mut survey = AppearanceCount::new(kit.clone(), DRAWS);
    while survey.step() < survey.total() {}
    let found = survey.finish();
    // Everybody is asked the first question, and comes to a result or a warning.
    assert!((found.of("question.symptom.title").on_screens - 1.0).abs() < 1e-9);
    let ends = ["ui.scam.title", "ui.result.only-lender", "ui.unknown.body"];
    let ends: f64 = ends.iter().map(|key| found.of(key).on_results).sum();
    assert!((ends - 1.0).abs() < 1e-9, "{ends}");
    for cause in &base.rulebook().causes {
        let title = found.of(&format!("cause.{}.title", cause.id));
        assert!(title.screens > 0 || cause.stops, "{} is on no screen", cause.id);
    }
}

#[test]
fn every_screen_that_has_a_text_is_named_with_who_sees_it() {
    let base = base();
    let kit = Edited::new(&base).kit("zh-CN");
    let mut survey = AppearanceCount::new(kit, DRAWS);
    while survey.step() < survey.total() {}
    let found = survey.finish();
    let first = found.screens_with("question.symptom.title");
    let (met, share) = first[0];
    assert_eq!((met.kind, met.number), (ScreenKind::Question, 1));
    assert!((share - 1.0).abs() < 1e-9, "{share}");
    // One warning of fraud for each first cause, no more and no less than have the title.
    let warned: f64 = found.screens_with("ui.scam.title").iter().map(|(_, share)| share).sum();
    assert!((warned - found.of("ui.scam.title").on_results).abs() < 1e-9);
}

#[test]
fn the_most_different_screens_have_the_text_and_differ() {
    let base = base();
    let kit = Edited::new(&base).kit("zh-CN");
    let mut survey = AppearanceCount::new(kit.clone(), DRAWS);
    while survey.step() < survey.total() {}
    let found = survey.finish();
    for key in ["ui.plan.title", "cause.overdue-now.title", "question.symptom.title"] {
        let met = found.most_different(key, 5);
        assert!(!met.is_empty(), "{key}");
        let mut seen = BTreeSet::new();
        for met in met {
            let stops = tour(&kit, &met.says);
            let keys = stops[met.at].keys(&kit);
            assert!(keys.contains(key), "{key} is not on the screen");
            assert!(seen.insert(keys), "{key}: a screen twice");
        }
    }
}

#[test]
fn the_shipped_texts_have_nothing_that_keeps_them_from_being_handed_in() {
    let base = Rc::new(base());
    let mut checker = Checker::new(Rc::clone(&base), Rc::new(Edited::new(&base)));
    loop {
        let (done, total) = checker.step();
        if done == total {
            break;
        }
    }
    let checked = checker.finish();
    for need in &base.needs {
        for locale in base.locales() {
            let objections = checked.of(locale, &need.key);
            assert!(!objections.iter().any(Objection::is_error), "{locale} {}", need.key);
        }
    }
}
