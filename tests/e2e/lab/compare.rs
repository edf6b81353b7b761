//! Two versions side by side, and over all borrowers.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::bench::{Lab, field, in_lab};

const PAIR: &str = "[data-lab=pair]";

/// What the result of the first case says first, and what nobody else writes.
const KEY: &str = "cause.new-account.summary";
const NEW: &str = "\u{65b0}\u{8d26}\u{6237}\u{8fd8}\u{5728}\u{89c2}\u{5bdf}";

#[test]
fn without_a_change_it_says_that_there_is_nothing_to_compare() {
    in_lab(async |lab| {
        lab.open_tab("compare").await;
        lab.until_count("[data-lab=nothing-changed]", 1).await;
        assert_eq!(lab.texts("[data-action=count]").await.len(), 0);
    });
}

#[test]
fn a_change_is_marked_in_the_text_and_on_both_screens() {
    in_lab(async |lab| {
        let old = change(lab).await;
        // The first screen that has a change is shown at once.
        lab.page.until_true(&marked()).await;
        let shown = lab.previews(PAIR).await;
        assert_eq!(shown.len(), 2);
        let has =
            |one: &Value, text: &str| one["text"].as_str().is_some_and(|all| all.contains(text));
        assert!(has(&shown[0], &old) && !has(&shown[0], NEW), "{:#}", shown[0]);
        assert!(has(&shown[1], NEW) && !has(&shown[1], &old), "{:#}", shown[1]);
        assert_eq!(shown[0]["screen"], "result");
        let of = |side: &str| format!("[data-lab=changes-here] [data-lab=text-{side}]");
        lab.until_texts(&of("before"), &[&old]).await;
        lab.until_texts(&of("after"), &[NEW]).await;
        lab.until_there(&(of("before") + " del")).await;
        lab.until_there(&(of("after") + " ins")).await;
        // The other way round.
        lab.page.tap_of_host("[data-action=swap]").await;
        lab.until_previewed(PAIR, NEW).await;
        lab.page.tap_of_host("[data-lab=side-by-side] [data-choice=desktop]").await;
        lab.page
            .until_true(&format!("return document.querySelector('{PAIR} iframe').contentDocument.documentElement.clientWidth > 1200;"))
            .await;
    });
}

#[test]
fn who_would_read_something_else_is_counted_with_an_example() {
    in_lab(async |lab| {
        change(lab).await;
        lab.page.tap_of_host("[data-action=count]").await;
        lab.page
            .until_true("return document.querySelector('[data-lab=everyone] progress') !== null || document.querySelector('[data-lab=shares]') !== null;")
            .await;
        lab.page
            .until_worked_out("return document.querySelector('[data-lab=shares]') !== null;")
            .await;
        let any = share(lab, "document.querySelector('[data-lab=shares]').dataset.any").await;
        assert!(any > 0.0 && any < 1.0, "{any}");
        let of = format!(
            "document.querySelector('[data-key=\"{KEY}\"] [data-readers]').dataset.readers"
        );
        // There is one change, so its readers are all there are.
        assert!((share(lab, &of).await - any).abs() < 1e-9);
        let rows = lab.texts("[data-lab=shares] tbody th").await;
        assert_eq!(rows.len(), rows.iter().collect::<BTreeSet<_>>().len());
        assert!(rows.len() > 3, "{rows:?}");
        lab.page
            .tap_of_host(&format!(
                "[data-lab=changes] [data-key='{KEY}'] [data-action=show-reader]"
            ))
            .await;
        lab.page
            .until_true("return document.querySelector('[data-lab=compare-borrower]').value === 'reader' && document.activeElement.id === 'compare-same';")
            .await;
        lab.page.until_true(&marked()).await;
        // Another text makes the count old.
        lab.open_tab("edit").await;
        lab.write(&field(KEY, "zh-CN"), &[NEW, NEW].concat()).await;
        lab.open_tab("compare").await;
        lab.page.until_true("return document.querySelector('[data-action=count]') !== null;").await;
    });
}

#[test]
fn the_count_of_the_command_line_can_be_made_too() {
    in_lab(async |lab| {
        change(lab).await;
        lab.page.tap_of_host("[data-lab=as-command] summary").await;
        lab.page.tap_of_host("[data-action=count-as-command]").await;
        lab.page
            .until_worked_out("return document.querySelector('[data-lab=difference]') !== null;")
            .await;
        lab.keep_files().await;
        lab.page.tap_of_host("[data-action=save-difference]").await;
        let text = lab.kept_text(0).await;
        let found: Value = serde_json::from_str(&text).expect("the file is JSON");
        assert_eq!(found["sentences"][0]["key"], KEY);
        assert!(
            found["sentences"][0]["on-results"].as_f64() > Some(0.0),
            "{:#}",
            found["sentences"]
        );
        assert_eq!(found["changes"], json!([]));
    });
}

#[test]
fn another_draft_can_be_compared_with_the_one_on_the_desk() {
    in_lab(async |lab| {
        change(lab).await;
        lab.open_tab("hand-in").await;
        lab.page.tap_of_host("[data-lab=drafts] [data-action=begin]").await;
        lab.open_tab("edit").await;
        let other = ["A", NEW].concat();
        lab.write(&field(KEY, "zh-CN"), &other).await;
        lab.open_tab("compare").await;
        lab.until_there("[data-lab=compare-old] option:nth-child(3)").await;
        let versions = "return [...document.querySelector('[data-lab=compare-old]').options].map(({ value }) => value);";
        let versions: Vec<String> =
            serde_json::from_value(lab.read(versions).await).expect("a list");
        assert_eq!(versions[..2], ["shipped", "current"]);
        lab.choose("[data-lab=compare-old]", &versions[2]).await;
        let texts =
            |name: &str| format!("[data-lab=changes] [data-key='{KEY}'] [data-lab=text-{name}]");
        lab.until_texts(&texts("before"), &[NEW]).await;
        lab.until_texts(&texts("after"), &[&other]).await;
    });
}

/// Writes another text and opens the part; the text that is shipped, as borrowers read it.
async fn change(lab: &Lab<'_>) -> String {
    lab.open_thing("cause.new-account").await;
    let field = field(KEY, "zh-CN");
    let old = lab.read(&format!("return document.querySelector({}).value;", json!(field))).await;
    lab.write(&field, NEW).await;
    lab.open_tab("compare").await;
    lab.page
        .until_true(&format!(
            "return document.querySelectorAll('{PAIR} iframe[data-loaded=true]').length === 2;"
        ))
        .await;
    old.as_str().expect("a text").to_owned()
}

/// Whether something is marked on both screens.
fn marked() -> String {
    format!(
        "const frames = [...document.querySelectorAll('{PAIR} iframe')];
        return frames.length === 2 && frames.every((frame) => {{
            const marks = frame.contentWindow.CSS.highlights.get('lab');
            return marks !== undefined && [...marks].length > 0;
        }});"
    )
}

async fn share(lab: &Lab<'_>, expression: &str) -> f64 {
    let found = lab.read(&format!("return Number({expression});")).await;
    found.as_f64().expect("a share")
}
