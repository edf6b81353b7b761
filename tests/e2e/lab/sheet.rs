//! The picture sheet of a draft.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::bench::{Lab, in_lab};

const MADE: &str = "return document.querySelector('[data-lab=sheet-made]') !== null;";

/// How wide a picture is, and how many colours are on it.
const LOOK_AT_PICTURE: &str = "
    const done = arguments[arguments.length - 1];
    createImageBitmap(window.keptFiles[arguments[0]].blob).then((picture) => {
        const canvas = new OffscreenCanvas(picture.width, 2000);
        const pen = canvas.getContext('2d');
        pen.drawImage(picture, 0, 0);
        const points = new Uint32Array(pen.getImageData(0, 0, picture.width, 2000).data.buffer);
        done({ width: picture.width, colours: new Set(points).size });
    }, (error) => done({ error: String(error) }));";

#[test]
fn the_sheet_has_every_kind_of_screen_and_is_downloaded_as_one_page() {
    in_lab(async |lab| {
        make(lab).await;
        let codes: Vec<String> = lab.texts("[data-lab=sheet-made] [data-code] strong").await;
        let letters: BTreeSet<char> = codes.iter().filter_map(|code| code.chars().next()).collect();
        assert_eq!(letters, "QCRSVF".chars().collect());
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        let shots = lab
            .read("return Number(document.querySelector('[data-lab=sheet-made]').dataset.shots);")
            .await;
        assert_eq!(shots, json!(codes.len() * 4), "two widths, light and dark");
        lab.keep_files().await;
        lab.page.tap_of_host("[data-action=save-sheet]").await;
        let page = lab.kept_text(0).await;
        assert!(page.starts_with("<!doctype html>") && !page.contains("<script"));
        assert_eq!(page.matches("<iframe ").count(), codes.len() * 4);
        let heights: BTreeSet<&str> =
            page.split("\" height=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(heights.len() > 5, "the screens were not measured: {heights:?}");
    });
}

#[test]
fn contact_sheets_are_drawn_as_pictures() {
    in_lab(async |lab| {
        make(lab).await;
        lab.keep_files().await;
        lab.page.tap_of_host("[data-action=save-pictures]").await;
        lab.page.until_worked_out("return window.keptFiles.length === 4;").await;
        lab.page.until_true(MADE).await;
        assert_eq!(lab.texts("[data-lab=sheet-refused]").await.len(), 0);
        for at in 0..4 {
            let seen = lab.page.run_async(LOOK_AT_PICTURE, vec![json!(at)]).await;
            assert_eq!(seen["width"], 1600, "{seen:#}");
            assert!(seen["colours"].as_u64() > Some(50), "it is empty: {seen:#}");
        }
        let names = lab.read("return window.keptFiles.map(({ name }) => name);").await;
        let all: BTreeSet<String> = serde_json::from_value(names).expect("names");
        assert_eq!(all.len(), 4, "{all:?}");
    });
}

#[test]
fn something_of_each_must_be_chosen() {
    in_lab(async |lab| {
        open(lab).await;
        let is_off = "return document.querySelector('[data-action=make-sheet]').disabled;";
        assert_eq!(lab.read(is_off).await, Value::Bool(false));
        let ticked = lab.texts("[data-lab=sheet-schemes] input:checked + span").await.len();
        for _ in 0..ticked {
            lab.page.tap_of_host("[data-lab=sheet-schemes] input:checked").await;
        }
        lab.page.until_true(is_off).await;
        lab.until_count("[data-lab=sheet-too-little]", 1).await;
    });
}

/// Opens the part and waits for the cases that the lab suggests.
async fn open(lab: &Lab<'_>) {
    lab.open_tab("sheet").await;
    lab.page
        .until_worked_out(
            "return document.querySelector('[data-lab=sheet-cases] input:checked') !== null
                && document.querySelector('[data-lab=sheet-choosing]') === null;",
        )
        .await;
}

async fn make(lab: &Lab<'_>) {
    open(lab).await;
    lab.page.tap_of_host("[data-action=make-sheet]").await;
    lab.page.until_worked_out(MADE).await;
}
