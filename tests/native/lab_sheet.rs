//! The picture sheet: every kind of screen, with codes that are unique and stay.

use std::collections::BTreeSet;
use std::rc::Rc;

use futures_executor::block_on;
use loan_checkup::knowledge::{Case, Knowledge};
use loan_checkup::lab::sheet::{
    Drawing, DrawnScreen, Scheme, ScreenCode, SheetChoice, Shot, document, page, screen_code, shots,
};
use loan_checkup::widget::ScreenKind;
use loan_checkup::wording::Catalogue;

use crate::folder;

#[test]
fn the_sheet_as_it_comes_has_every_kind_of_screen_with_a_code_of_its_own() {
    let knowledge = folder::knowledge();
    let choice = SheetChoice::by_default(&knowledge);
    let screens = drawn(&knowledge, &choice.catalogues, &choice.cases);
    let kinds: BTreeSet<ScreenKind> = screens.iter().map(|screen| screen.code.kind).collect();
    assert_eq!(kinds, ScreenKind::ALL.into_iter().collect());
    let codes: BTreeSet<String> = screens.iter().map(|screen| screen.code.to_string()).collect();
    assert_eq!(codes.len(), screens.len());
    assert!(choice.cases.len() <= 4, "{} cases", choice.cases.len());
    for screen in &screens {
        assert!(!screen.heading.is_empty(), "{} has no heading", screen.code);
        assert!(screen.markup.contains("data-screen"), "{}", screen.code);
    }
}

#[test]
fn codes_stay_whatever_else_is_chosen() {
    let knowledge = folder::knowledge();
    let cases: Vec<&Case> = knowledge.cases.iter().take(3).collect();
    let all: Vec<&Catalogue> = knowledge.catalogues.iter().collect();
    let few = drawn(&knowledge, &all[..1], &cases[..1]);
    let many = drawn(&knowledge, &all, &cases);
    let of = |screens: &[DrawnScreen], locale: &str, case: usize| -> Vec<ScreenCode> {
        let of_one = screens.iter().filter(|one| one.locale == locale && one.code.case == case);
        of_one.map(|one| one.code).collect()
    };
    let first = of(&few, all[0].locale(), 0);
    assert!(first.len() > 3);
    for catalogue in &all {
        assert_eq!(of(&many, catalogue.locale(), 0), first);
    }
    for screen in many.iter().filter(|screen| screen.code.kind == ScreenKind::Question) {
        assert!((1..=knowledge.rulebook.screens.len()).contains(&screen.code.number));
    }
}

#[test]
fn a_code_is_a_letter_a_number_and_the_letter_of_the_case() {
    let code = |kind, number, case| ScreenCode { case, kind, number }.to_string();
    assert_eq!(code(ScreenKind::Question, 7, 1), "Q07-B");
    assert_eq!(code(ScreenKind::Result, 0, 25), "R00-Z");
    assert_eq!(code(ScreenKind::StopScam, 12, 26), "S12-AA");
    let letters: BTreeSet<String> =
        ScreenKind::ALL.iter().map(|kind| screen_code(*kind, 1)).collect();
    assert_eq!(letters.len(), ScreenKind::ALL.len());
}

#[test]
fn the_page_holds_every_shot_once_and_no_script() {
    let knowledge = folder::knowledge();
    let catalogues: Vec<&Catalogue> = knowledge.catalogues.iter().take(2).collect();
    let screens = drawn(&knowledge, &catalogues, &SheetChoice::by_default(&knowledge).cases[..1]);
    let shots = shots(&screens, &[360, 1280], &Scheme::ALL);
    assert_eq!(shots.len(), screens.len() * 4);
    let say = |key: &str, values: &[(&str, &str)]| format!("<{key}> {values:?}");
    let tall = |shot: &Shot| (shot.width == 360).then_some(1234);
    let page = page(&shots, "en", "1 & 2", &say, &tall);
    assert!(!page.contains("<script") && !page.contains("<title> ["), "it is not escaped");
    assert_eq!(page.matches("<iframe ").count(), shots.len());
    assert_eq!(page.matches("height=\"1234\"").count(), screens.len() * 2);
    let mut ids = BTreeSet::new();
    for id in page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.insert(id), "{id} stands twice");
    }
    for shot in &shots {
        assert!(page.contains(&format!("data-shot=\"{}\"", shot.name())), "{}", shot.name());
        assert!(ids.contains(&*shot.screen.code.to_string()), "{}", shot.screen.code);
    }
    for link in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(link) || link.starts_with("tel:"), "{link} leads nowhere");
    }
}

#[test]
fn a_document_has_the_look_that_was_chosen() {
    let knowledge = folder::knowledge();
    let choice = SheetChoice::by_default(&knowledge);
    let screens = drawn(&knowledge, &choice.catalogues, &choice.cases[..1]);
    let [light, dark] = Scheme::ALL.map(|scheme| document(&screens[0], scheme));
    let [body, other] = ["light", "dark"].map(|id| format!("class=\"page\" data-theme=\"{id}\""));
    assert!(light.contains(&body) && light.replace(&body, &other) == dark);
    assert!(light.contains(&format!("lang=\"{}\"", screens[0].locale)));
    assert!(light.contains("--checkup-surface:") && !light.contains("/*"));
}

#[test]
fn a_name_that_nothing_has_is_told_with_the_nearest() {
    let knowledge = folder::knowledge();
    let choice = || SheetChoice::by_default(&knowledge);
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let name = &knowledge.cases[0].name;
    let given = names(&[name, &format!("{name}x")]);
    let unknown = choice().with_cases(&knowledge, &given).expect_err("no case");
    assert_eq!((unknown.name.as_str(), unknown.near.as_ref()), (given[1].as_str(), Some(name)));
    assert!(unknown.to_string().contains(&format!("did you mean `{name}`")), "{unknown}");
    let unknown = choice().with_locales(&knowledge, &names(&["en", "qqqqqq"]));
    let unknown = unknown.expect_err("no locale");
    assert_eq!((unknown.name.as_str(), unknown.near.as_ref()), ("qqqqqq", None));
    let twice = choice().with_locales(&knowledge, &names(&["en", "en", "zh-CN"]));
    let twice = twice.expect("both are there");
    let locales: Vec<&str> = twice.catalogues.iter().map(|one| one.locale()).collect();
    assert_eq!(locales, ["en", "zh-CN"]);
}

pub(crate) fn drawn(
    knowledge: &Knowledge,
    catalogues: &[&Catalogue],
    cases: &[&Case],
) -> Vec<DrawnScreen> {
    let mut drawing = Drawing::new(&Rc::new(knowledge.rulebook.clone()), catalogues, cases);
    let (_, all) = drawing.progress();
    let mut done = 0;
    while block_on(drawing.step()) {
        done += 1;
        assert_eq!(drawing.progress(), (done, all));
    }
    assert_eq!(done, all);
    drawing.into_screens()
}
