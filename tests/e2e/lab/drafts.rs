//! Drafts on the device when things go wrong, the way back inside fields, and what leads from one part to another.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::server::BEFORE;
use crate::setup::Setup;

use super::bench::{FILES, Lab, field, in_lab, in_lab_with};

/// A reason, its title, and what nobody else writes.
const CAUSE: &str = "cause.new-account";
const TITLE: &str = "cause.new-account.title";
const NEW: &str = "A title \"of its own\"";
/// The drafts in the list.
const DRAFTS: &str = "[data-lab=drafts] [data-action=choose]";
/// What is against a rule about promises, which is an error.
const PROMISE: &str = "After that you will be able to borrow.";
/// A summary, to which that rule applies.
const SUMMARY: &str = "cause.new-account.summary";

/// Presses keys where the focus is.
const PRESS: &str = "
    const event = new KeyboardEvent('keydown', { ...arguments[0], bubbles: true, cancelable: true });
    return !document.activeElement.dispatchEvent(event);";

/// The locale that is edited in these tests; the rules of English are short to break.
async fn open_english(lab: &Lab<'_>) {
    lab.open_thing(CAUSE).await;
    let english = "return document.querySelector('[data-lab=locales] [data-tick=en]').checked;";
    if lab.read(english).await != true {
        lab.page.tap_of_host("[data-lab=locales] [data-tick=en]").await;
    }
    lab.page.until_true(english).await;
}

async fn value(lab: &Lab<'_>, key: &str) -> String {
    let field = field(key, "en");
    lab.until_there(&field).await;
    let script = "return document.querySelector(arguments[0]).value;";
    let value = lab.page.run(script, vec![json!(field)]).await;
    value.as_str().expect("a field has a text").to_owned()
}

async fn until_value(lab: &Lab<'_>, key: &str, text: &str) {
    let script = format!("return document.querySelector({}).value;", json!(field(key, "en")));
    lab.page.until_is(&script, json!(text)).await;
}

async fn tap(lab: &Lab<'_>, selector: &str) {
    lab.page.tap_of_host(selector).await;
}

async fn open_hand_in(lab: &Lab<'_>, verdict: &str) {
    lab.open_tab("hand-in").await;
    let verdict = format!("[data-verdict={verdict}]");
    let script = format!("return document.querySelector({}) !== null;", json!(verdict));
    lab.page.until_worked_out(&script).await;
}

#[test]
fn work_survives_a_reload_and_every_step_can_be_taken_back() {
    in_lab(async |lab| {
        open_english(lab).await;
        let shipped = value(lab, TITLE).await;
        lab.write(&field(TITLE, "en"), NEW).await;
        lab.until_there("[data-kept=kept]").await;
        lab.open().await;
        open_english(lab).await;
        until_value(lab, TITLE, NEW).await;
        // In the field itself and beside it.
        for (place, keys, text) in [
            ("field.focus()", json!({ "key": "z", "ctrlKey": true }), &*shipped),
            ("field.focus()", json!({ "key": "Z", "ctrlKey": true, "shiftKey": true }), NEW),
            ("document.activeElement.blur()", json!({ "key": "z", "metaKey": true }), &*shipped),
            ("document.activeElement.blur()", json!({ "key": "y", "ctrlKey": true }), NEW),
        ] {
            let field = json!(field(TITLE, "en"));
            let there = format!("const field = document.querySelector({field}); {place};");
            lab.read(&there).await;
            assert_eq!(lab.page.run(PRESS, vec![keys]).await, true, "the keys are heard");
            until_value(lab, TITLE, text).await;
        }
        // The name of a filter is nobody's draft.
        lab.read("document.querySelector('[data-lab=search]').focus();").await;
        let keys = json!({ "key": "z", "ctrlKey": true });
        assert_eq!(lab.page.run(PRESS, vec![keys]).await, false);
        tap(lab, "[data-action=undo]").await;
        until_value(lab, TITLE, &shipped).await;
        lab.until_there("[data-action=undo]:disabled").await;
    });
}

#[test]
fn what_the_other_window_made_can_be_taken() {
    in_lab(async |lab| {
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), "mine").await;
        lab.until_there("[data-kept=kept]").await;
        let other = "const name = 'loan-checkup-lab.draft.1';
            const before = localStorage.getItem(name);
            const after = before.replaceAll('\"mine\"', '\"theirs\"').replace('\"revision\":1', '\"revision\":2');
            localStorage.setItem(name, after);
            dispatchEvent(new StorageEvent('storage', { key: name, oldValue: before, newValue: after }));
            return before !== after;";
        assert_eq!(lab.read(other).await, true);
        lab.until_there("[data-notice=changed-elsewhere]").await;
        tap(lab, "[data-action=take-theirs]").await;
        until_value(lab, TITLE, "theirs").await;
        lab.until_gone("[data-notice=changed-elsewhere]").await;
    });
}

#[test]
fn a_file_of_the_wording_differs_in_one_line_and_makes_the_draft_again() {
    in_lab(async |lab| {
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), NEW).await;
        open_hand_in(lab, "ready").await;
        lab.until_texts("[data-lab=after]", &[NEW]).await;
        let (file, toml) = lab.saved("[data-file='wording/en.toml']").await;
        let (_, draft) = lab.saved("[data-lab=hand-in] [data-action=save-draft]").await;
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge/wording/en.toml");
        let shipped = fs::read_to_string(shipped).expect("the file is there");
        let others = toml.lines().zip(shipped.lines()).filter(|(new, old)| new != old);
        assert_eq!((others.count(), toml.lines().count()), (1, shipped.lines().count()));
        let before = lab.texts(DRAFTS).await.len();
        let given = [(file.as_str(), toml.as_str()), ("of-a-colleague.json", draft.as_str())];
        for (more, given) in (1..).zip(given) {
            lab.give_files(FILES, &[given]).await;
            lab.until_count(DRAFTS, before + more).await;
            lab.until_there("[data-lab=imported]").await;
            lab.until_texts("[data-lab=after]", &[NEW]).await;
        }
    });
}

#[test]
fn errors_block_handing_in_and_lead_to_the_sentence() {
    in_lab(async |lab| {
        open_english(lab).await;
        lab.write(&field(SUMMARY, "en"), PROMISE).await;
        open_hand_in(lab, "blocked").await;
        lab.until_there("[data-action=download-patch]:disabled").await;
        lab.until_gone("[data-action=download-file]").await;
        lab.saved("[data-lab=hand-in] [data-action=save-draft]").await;
        tap(lab, "[data-lab=errors] [data-action=seek]").await;
        let focused = format!(
            "return document.activeElement === document.querySelector({});",
            json!(field(SUMMARY, "en"))
        );
        lab.page.until_true(&focused).await;
    });
}

#[test]
fn drafts_are_begun_copied_named_deleted_and_taken_back() {
    in_lab(async |lab| {
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), NEW).await;
        lab.open_tab("hand-in").await;
        lab.until_count(DRAFTS, 1).await;
        tap(lab, "[data-action=copy]").await;
        lab.until_there("[data-draft='2'] [aria-current=true]").await;
        lab.read(
            "const field = document.querySelector('[data-lab=rename]');
            field.value = ' Of the team ';
            field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
        lab.page
            .until_true("return document.querySelector('[data-lab=draft-name]').textContent === 'Of the team';")
            .await;
        tap(lab, "[data-action=begin]").await;
        lab.until_there("[data-lab=no-changes]").await;
        tap(lab, "[data-draft='2'] [data-action=delete]").await;
        tap(lab, "[data-draft='2'] [data-action=delete-yes]").await;
        lab.until_gone("[data-draft='2']").await;
        tap(lab, "[data-action=take-back-draft]").await;
        lab.until_there("[data-draft='4'] [aria-current=true]").await;
        lab.until_texts("[data-lab=draft-name]", &["Of the team"]).await;
        lab.until_texts("[data-lab=after]", &[NEW]).await;
    });
}

#[test]
fn what_cannot_be_read_is_put_aside_and_the_lab_opens() {
    in_lab(async |lab| {
        lab.read("localStorage.setItem('loan-checkup-lab.draft.7', '{\"format\":');").await;
        lab.open().await;
        lab.until_there("[data-notice=damaged]").await;
        let aside = "return localStorage.getItem('loan-checkup-lab.damaged.7');";
        lab.page.until_is(aside, json!("{\"format\":")).await;
    });
}

#[test]
fn without_a_storage_the_lab_works_and_says_so() {
    let refused =
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });";
    let files = [(BEFORE, refused)];
    in_lab_with(Setup::new().files(&files), async |lab| {
        lab.until_there("[data-notice=closed]").await;
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), NEW).await;
        lab.until_there("[data-kept=unkept]").await;
        let (_, draft) = lab.saved("[data-notice=closed] [data-action=save-draft]").await;
        let draft: Value = serde_json::from_str(&draft).expect("a draft is JSON");
        assert_eq!(draft["entries"][0]["entry"]["now"]["text"], NEW);
    });
}

#[test]
fn a_full_storage_is_told_and_nothing_that_was_kept_is_lost() {
    in_lab(async |lab| {
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), "kept").await;
        lab.until_there("[data-kept=kept]").await;
        lab.read(
            "window.put = Storage.prototype.setItem;
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        )
        .await;
        lab.write(&field(TITLE, "en"), NEW).await;
        lab.until_there("[data-notice=full] [data-action=save-draft]").await;
        let kept = "return localStorage.getItem('loan-checkup-lab.draft.1').includes('\"kept\"');";
        assert_eq!(lab.read(kept).await, true);
        lab.read("Storage.prototype.setItem = window.put;").await;
        lab.write(&field(TITLE, "en"), "kept again").await;
        lab.until_gone("[data-notice=full]").await;
        lab.until_there("[data-kept=kept]").await;
    });
}

#[test]
fn axe_finds_nothing_where_there_is_much_to_say() {
    in_lab(async |lab| {
        lab.read("localStorage.setItem('loan-checkup-lab.draft.1', 'spoiled');").await;
        lab.open().await;
        open_english(lab).await;
        lab.write(&field(TITLE, "en"), NEW).await;
        lab.write(&field(SUMMARY, "en"), PROMISE).await;
        let waive = format!("[data-key='{SUMMARY}'] [data-look=error] [data-action=waive]");
        lab.until_there(&waive).await;
        tap(lab, &waive).await;
        lab.until_there("[data-lab=waive-why]").await;
        lab.check_with_axe("drafts in trouble").await;
        open_hand_in(lab, "blocked").await;
        lab.give_files(FILES, &[("notes.txt", "x")]).await;
        lab.until_there("[data-lab=import-faults]").await;
        tap(lab, "[data-draft] [data-action=delete]").await;
        lab.until_there("[data-action=delete-yes]").await;
        lab.check_with_axe("drafts in trouble").await;
    });
}
