//! Editing a text, and seeing it as borrowers will.

use serde_json::json;

use super::bench::{Lab, field, in_lab};

const STAGE: &str = "[data-lab=stage]";

/// A reason, and its title in Chinese.
const CAUSE: &str = "cause.new-account";
const TITLE: &str = "cause.new-account.title";

/// What nobody else writes.
const NEW: &str = "\u{65b0}\u{8d26}\u{6237}\u{8fd8}\u{5728}\u{89c2}\u{5bdf}";

#[test]
fn what_is_typed_stands_on_the_screen_at_once() {
    in_lab(async |lab| {
        show_different(lab).await;
        lab.write(&field(TITLE, "zh-CN"), NEW).await;
        lab.until_all_previewed(STAGE, NEW).await;
        let shown = lab.previews(STAGE).await;
        assert!(shown.len() > 1, "{shown:#?}");
        for one in &shown {
            assert_eq!(one["theme"], "light");
            assert!(one["text"].as_str().is_some_and(|text| text.contains(NEW)), "{one:#}");
        }
        lab.page.until_true(&marked(NEW)).await;
        // Every one of them is another screen.
        let mut texts: Vec<&str> = shown.iter().filter_map(|one| one["text"].as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), shown.len());
        // Every screen that has the text is named, and more of them can be shown.
        lab.until_there("[data-lab=touched] li:nth-child(2) [data-touched]").await;
        lab.page.tap_of_host("[data-action=more]").await;
        lab.page
            .until_true(&format!(
                "return document.querySelectorAll('[data-lab=gallery] iframe').length > {};",
                shown.len()
            ))
            .await;
        // Taking it back brings the shipped text back.
        lab.page.tap_of_host(&format!("[data-key='{TITLE}'] [data-action=take-back]")).await;
        let gone = format!(
            "return !document.querySelector('{STAGE} iframe').contentDocument.body.textContent.includes('{NEW}');"
        );
        lab.page.until_true(&gone).await;
    });
}

#[test]
fn the_screens_are_those_of_a_phone_or_a_desk_light_or_dark() {
    in_lab(async |lab| {
        assert_eq!(lab.previews(STAGE).await[0]["width"], 360);
        lab.page.tap_of_host(&format!("{STAGE} [data-choice=desktop]")).await;
        lab.page.tap_of_host(&format!("{STAGE} [data-choice=dark]")).await;
        lab.page
            .until_true(&format!(
                "const page = document.querySelector('{STAGE} iframe').contentDocument;
                return page.documentElement.clientWidth > 1200 && page.body.dataset.theme === 'dark';"
            ))
            .await;
        lab.choose(&format!("{STAGE} [data-lab=locale]"), "en").await;
        lab.page
            .until_true(&format!(
                "return document.querySelector('{STAGE} iframe').contentDocument.querySelector('.checkup').lang === 'en';"
            ))
            .await;
    });
}

#[test]
fn a_worked_case_is_shown_screen_by_screen_and_the_text_is_found_on_them() {
    in_lab(async |lab| {
        let stops =
            "return [...document.querySelectorAll('[data-stop]')].map((one) => one.dataset.stop);";
        let stops = lab.read(stops).await;
        let stops = stops.as_array().cloned().unwrap_or_default();
        assert_eq!(stops.first(), Some(&json!("question")));
        assert!(stops.contains(&json!("result")) || stops.contains(&json!("stop-scam")));
        // A text of the result leads to the result.
        lab.page.tap_of_host("[data-thing='page.plan']").await;
        lab.page.tap_of_host(&field("ui.plan.title", "zh-CN")).await;
        lab.page
            .until_true(
                "return document.querySelector('[data-stop=result]').ariaCurrent === 'true';",
            )
            .await;
        lab.page.until_true(&format!("return document.querySelector('{STAGE} iframe').contentDocument.querySelector('[data-screen=result]') !== null;")).await;
    });
}

#[test]
fn a_borrower_can_be_clicked_together_and_kept() {
    in_lab(async |lab| {
        lab.choose("[data-lab=borrower]", "click").await;
        let inside =
            format!("const page = document.querySelector('{STAGE} iframe').contentDocument;");
        lab.page.until_true(&format!("{inside} return page?.querySelector('[data-question=symptom] input[value=limit-gone]') !== null;")).await;
        lab.read(&format!("{inside} page.querySelector('[data-question=symptom] input[value=limit-gone]').click();")).await;
        lab.page
            .until_true(&format!(
                "{inside} return page.querySelector('[data-question=warning-signs]') !== null;"
            ))
            .await;
        lab.read(&format!("{inside} page.querySelector('[data-question=warning-signs] [data-option=asked-to-pay]').click();")).await;
        lab.read(&format!("{inside} page.querySelector('[data-action=next]').click();")).await;
        lab.page
            .until_true(&format!(
                "{inside} return page.querySelector('[data-screen=stop-scam]') !== null;"
            ))
            .await;
        lab.page.tap_of_host("[data-action=keep-borrower]").await;
        lab.page.until_true("return document.querySelectorAll('[data-stop]').length === 3;").await;
        lab.until_count("[data-stop=stop-scam]", 1).await;
    });
}

#[test]
fn each_text_says_who_reads_it_and_whether_it_can_be_read_at_all() {
    in_lab(async |lab| {
        lab.surveyed().await;
        lab.open_thing("question.symptom").await;
        let where_read = "[data-key='question.symptom.title'] [data-lab=where-read]";
        lab.until_there(where_read).await;
        let read = lab.texts(where_read).await;
        assert!(read[0].contains("100 %"), "{read:?}");
        lab.choose("[data-lab=only]", "never").await;
        lab.until_gone("[data-thing='question.symptom']").await;
        lab.until_there("[data-thing]").await;
    });
}

#[test]
fn search_finds_a_text_in_any_language_and_says_when_there_is_none() {
    in_lab(async |lab| {
        let all = lab.texts("[data-thing]").await.len();
        lab.write("[data-lab=search]", "new-account").await;
        lab.page
            .until_true(&format!(
                "return document.querySelectorAll('[data-thing]').length < {all};"
            ))
            .await;
        lab.until_count(&format!("[data-thing='{CAUSE}']"), 1).await;
        lab.write("[data-lab=search]", "nothing says this").await;
        lab.page
            .until_true("return document.querySelector('[data-lab=nothing-found]') !== null;")
            .await;
    });
}

#[test]
fn locales_stand_side_by_side() {
    in_lab(async |lab| {
        lab.open_thing(CAUSE).await;
        lab.page.tap_of_host("[data-lab=locales] [data-tick=en]").await;
        lab.page
            .until_true(&format!(
                "return document.querySelectorAll(\"[data-key='{TITLE}'] textarea\").length === 2;"
            ))
            .await;
        // The last one cannot be taken away.
        lab.page.tap_of_host("[data-lab=locales] [data-tick=en]").await;
        lab.page.tap_of_host("[data-lab=locales] [data-tick='zh-CN']").await;
        lab.page
            .until_true(&format!(
                "return document.querySelectorAll(\"[data-key='{TITLE}'] textarea\").length === 1;"
            ))
            .await;
    });
}

#[test]
fn a_promise_and_a_missing_placeholder_are_named_while_they_are_typed() {
    in_lab(async |lab| {
        lab.surveyed().await;
        lab.open_thing(CAUSE).await;
        let summary = "cause.new-account.summary";
        lab.write(&field(summary, "zh-CN"), "\u{4e00}\u{5b9a}\u{80fd}\u{501f}\u{5230}\u{3002}")
            .await;
        lab.page.until_true(&looks(summary, "error")).await;
        lab.write(&field(summary, "zh-CN"), "").await;
        lab.page.until_true(&looks(summary, "error")).await;
        lab.open_thing("page.progress").await;
        lab.write(&field("ui.progress.remaining", "zh-CN"), "\u{5feb}\u{597d}\u{4e86}").await;
        lab.page.until_true(&looks("ui.progress.remaining", "error")).await;
        lab.choose("[data-lab=only]", "errors").await;
        lab.page.until_true("return document.querySelectorAll('[data-thing]').length === 2;").await;
    });
}

async fn show_different(lab: &Lab<'_>) {
    lab.surveyed().await;
    lab.open_thing(CAUSE).await;
    lab.page.tap_of_host(&field(TITLE, "zh-CN")).await;
    lab.page.tap_of_host("[data-action=different]").await;
    lab.page
        .until_true("const all = [...document.querySelectorAll('[data-lab=gallery] iframe')];
            return all.length > 1 && all.every((one) => one.contentDocument?.querySelector('[data-screen]') !== null);")
        .await;
}

fn marked(text: &str) -> String {
    format!(
        "const all = [...document.querySelectorAll('{STAGE} iframe')];
        return all.length > 0 && all.every((one) =>
            [...(one.contentWindow.CSS.highlights.get('lab') ?? [])].some((mark) => String(mark) === '{text}'));"
    )
}

fn looks(key: &str, severity: &str) -> String {
    format!(
        "return document.querySelector(\"[data-key='{key}'] [data-look={severity}]\") !== null;"
    )
}
