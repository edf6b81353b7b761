//! Drafts: kept, taken back, handed in, and not lost.

use std::fs;
use std::path::Path;
use std::process::Command;

use loan_checkup::copy_rules;
use loan_checkup::engine::Date;
use loan_checkup::knowledge::{Folder, ProblemCode, Severity, load, written_texts};

use super::bench::{FILES, Lab, field, in_lab};

const CAUSE: &str = "cause.new-account";
const TITLE: &str = "cause.new-account.title";
const SUMMARY: &str = "cause.new-account.summary";

/// A title that nobody else writes and no rule minds, and a promise.
const NEW: &str = "\u{8bd5}\u{9a8c}\u{7528}\u{7684}\u{540d}\u{79f0}\u{7532}";
const PROMISE: &str = "\u{4f60}\u{4e00}\u{5b9a}\u{80fd}\u{501f}\u{5230}\u{3002}";

/// The lab once more, in a frame: to the browser another tab of the same site.
const OPEN_ANOTHER: &str = "
    const frame = document.createElement('iframe');
    frame.src = 'lab.html';
    frame.id = 'another';
    document.body.append(frame);";

#[test]
fn what_was_written_survives_a_reload_and_a_crash() {
    in_lab(async |lab| {
        write_title(lab, NEW).await;
        lab.open().await;
        assert_eq!(title(lab).await, NEW);
        lab.page.kill_tab().await;
        lab.open().await;
        assert_eq!(title(lab).await, NEW);
    });
}

#[test]
fn a_rule_is_switched_off_for_one_sentence_with_a_reason() {
    in_lab(async |lab| {
        lab.surveyed().await;
        lab.open_thing(CAUSE).await;
        lab.write(&field(SUMMARY, "zh-CN"), PROMISE).await;
        let looks = format!("[data-key='{SUMMARY}'] [data-look=error]");
        lab.page.until_true(&format!("return document.querySelector(\"{looks}\") !== null;")).await;
        lab.page.tap_of_host(&format!("[data-key='{SUMMARY}'] [data-action=waive]")).await;
        lab.write("[data-lab=waive-why]", "a quotation").await;
        lab.page
            .until_true("return !document.querySelector('[data-action=waive-yes]').disabled;")
            .await;
        lab.page.tap_of_host("[data-action=waive-yes]").await;
        lab.page.until_true(&format!("return document.querySelector(\"{looks}\") === null && document.querySelector('[data-waiver]') !== null;")).await;
        let patch = patch(lab).await;
        assert!(patch.contains("[[waiver]]") && patch.contains("a quotation"), "{patch}");
    });
}

#[test]
fn the_patch_makes_of_the_folder_what_was_written_and_the_checks_pass() {
    in_lab(async |lab| {
        write_title(lab, NEW).await;
        let patch = patch(lab).await;
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patched");
        let _ = fs::remove_dir_all(&place);
        copy_knowledge(&place.join("knowledge"));
        fs::write(place.join("wording.patch"), &patch).expect("the patch can be written");
        let apply = Command::new("git")
            .args(["apply", "--unsafe-paths", "wording.patch"])
            .current_dir(&place)
            .env("GIT_CEILING_DIRECTORIES", env!("CARGO_TARGET_TMPDIR"))
            .output()
            .expect("git is there");
        assert!(apply.status.success(), "{}\n{patch}", String::from_utf8_lossy(&apply.stderr));
        let folder = Folder::read(&place.join("knowledge")).expect("the folder can be read");
        let changed: Vec<String> = written_texts(&folder)
            .into_iter()
            .filter(|text| text.text == NEW)
            .map(|text| format!("{} {}", text.locale, text.key))
            .collect();
        assert_eq!(changed, [format!("zh-CN {TITLE}")]);
        load(&folder, Date::read("2026-11-21")).expect("the folder has no error");
        let is_error = |code: ProblemCode| code.severity() == Severity::Error;
        let objections = copy_rules::check(&folder);
        assert!(!objections.iter().any(|problem| is_error(problem.code)), "{objections:?}");
    });
}

#[test]
fn files_are_taken_in_as_a_draft_of_their_own_and_a_wrong_one_is_named() {
    in_lab(async |lab| {
        lab.open_tab("hand-in").await;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/wording/en.toml");
        let text = fs::read_to_string(path).expect("the file is there");
        let edited = text.replacen("\"Symptom\"", "\"What you see\"", 1);
        let edited =
            if edited == text { text.replacen("short = \"", "short = \"My ", 1) } else { edited };
        lab.give_files(FILES, &[("en.toml", &edited)]).await;
        lab.page.until_true("return document.querySelector('[data-lab=imported]') !== null;").await;
        lab.page
            .until_true(
                "return document.querySelectorAll('[data-lab=changes] [data-key]').length === 1;",
            )
            .await;
        lab.give_files(FILES, &[("en.toml", "this is = no [toml"), ("story.txt", "x")]).await;
        lab.page.until_true("return document.querySelectorAll('[data-fault]').length === 2;").await;
        // Nothing of what was there is lost.
        assert_eq!(lab.texts("[data-lab=changes] [data-key]").await.len(), 1);
    });
}

#[test]
fn another_tab_is_heard_and_nothing_is_overwritten_unseen() {
    in_lab(async |lab| {
        write_title(lab, NEW).await;
        lab.read(OPEN_ANOTHER).await;
        let other = "const page = document.getElementById('another').contentDocument;";
        lab.page
            .until_worked_out(&format!(
                "{other} return page?.querySelector(\"[data-thing='{CAUSE}']\") != null;"
            ))
            .await;
        lab.read(&format!("{other} page.querySelector(\"[data-thing='{CAUSE}']\").click();")).await;
        lab.page
            .until_true(&format!(
                "{other} return page.querySelector(\"{}\")?.value === '{NEW}';",
                field(TITLE, "zh-CN").replace('"', "'")
            ))
            .await;
        let theirs = format!("{NEW}\u{5417}");
        lab.read(&format!(
            "{other} const field = page.querySelector(\"{}\"); field.value = '{theirs}';
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
            field(TITLE, "zh-CN")
        ))
        .await;
        lab.page
            .until_true("return document.querySelector('[data-action=take-theirs]') !== null;")
            .await;
        // What is on this desk is still there.
        assert_eq!(value(lab).await, NEW);
        lab.page.tap_of_host("[data-action=keep-mine]").await;
        lab.page
            .until_true("return document.querySelector('[data-action=take-theirs]') === null;")
            .await;
        assert_eq!(value(lab).await, NEW);
        lab.open_tab("hand-in").await;
        lab.until_count("[data-lab=drafts] [data-draft]", 2).await;
        lab.page.settle();
    });
}

async fn write_title(lab: &Lab<'_>, text: &str) {
    lab.open_thing(CAUSE).await;
    lab.write(&field(TITLE, "zh-CN"), text).await;
    lab.until_there("[data-kept=kept]").await;
}

/// The title as it stands after the lab was opened again.
async fn title(lab: &Lab<'_>) -> String {
    lab.open_thing(CAUSE).await;
    value(lab).await
}

async fn value(lab: &Lab<'_>) -> String {
    lab.until_there(&field(TITLE, "zh-CN")).await;
    let script = format!("return document.querySelector(\"{}\").value;", field(TITLE, "zh-CN"));
    lab.read(&script).await.as_str().unwrap_or_default().to_owned()
}

/// The patch that the lab hands out.
async fn patch(lab: &Lab<'_>) -> String {
    lab.open_tab("hand-in").await;
    lab.page
        .until_true(
            "return document.querySelector('[data-action=download-patch]')?.disabled === false;",
        )
        .await;
    lab.saved("[data-action=download-patch]").await.1
}

fn copy_knowledge(to: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge");
    fs::create_dir_all(to.parent().expect("it has a parent")).expect("a folder can be made");
    let status = Command::new("cp").arg("-R").arg(from).arg(to).status();
    assert!(status.is_ok_and(|status| status.success()), "the folder can be copied");
}
