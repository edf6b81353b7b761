//! The lab itself: both languages, keys, small windows, everybody.

use serde_json::json;

use crate::setup::Setup;
use crate::system::System;

use super::bench::{Lab, in_lab, in_lab_with};

/// Every part of the lab.
const TABS: [&str; 5] = ["edit", "compare", "readers", "sheet", "hand-in"];

#[test]
fn axe_finds_nothing_in_any_part() {
    in_lab(async |lab| check_with_axe(lab).await);
}

#[test]
fn axe_finds_nothing_in_any_part_in_dark() {
    let dark = System { is_dark: true, ..System::default() };
    in_lab_with(Setup::new().system(dark), async |lab| check_with_axe(lab).await);
}

#[test]
fn the_lab_speaks_both_languages() {
    in_lab(async |lab| {
        let before = lab.texts(".bar__title").await;
        let tag = "return document.documentElement.lang;";
        let first = lab.read(tag).await;
        lab.page.tap_of_host("[data-action=speak]").await;
        lab.page
            .until_true(&format!(
                "return document.querySelector('.bar__title').textContent !== {};",
                json!(before[0])
            ))
            .await;
        let is_other = format!("return document.documentElement.lang !== {first};");
        lab.page.until_true(&is_other).await;
    });
}

#[test]
fn a_slash_goes_to_the_search() {
    in_lab(async |lab| {
        lab.read("document.activeElement.blur(); document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));").await;
        lab.page.until_true("return document.activeElement?.dataset.lab === 'search';").await;
    });
}

async fn check_with_axe(lab: &Lab<'_>) {
    lab.surveyed().await;
    for tab in TABS {
        lab.open_tab(tab).await;
        lab.check_with_axe(tab).await;
    }
}

#[test]
fn parts_are_opened_by_keys_and_help_names_them() {
    in_lab(async |lab| {
        let press = "window.dispatchEvent(new KeyboardEvent('keydown', { key: '3', code: 'Digit3', altKey: true }));";
        lab.read(press).await;
        lab.page.until_true("return !document.getElementById('panel-readers').hidden;").await;
        lab.page.tap_of_host("[data-tab=readers]").await;
        lab.page.press(fantoccini::key::Key::Left).await;
        lab.page
            .until_true("return !document.getElementById('panel-compare').hidden && document.activeElement.dataset.tab === 'compare';")
            .await;
        lab.page.tap_of_host("[data-lab=help] summary").await;
        let terms = lab.texts("[data-lab=help] dt").await;
        assert!(terms.len() > TABS.len(), "{terms:?}");
        // No text is missing: where one is, its name stands there.
        let names = "return document.body.innerText.match(/\\b(shell|edit|compare|readers|sheet|hand-in)\\.[a-z-]+/g);";
        assert_eq!(lab.read(names).await, json!(null));
    });
}
