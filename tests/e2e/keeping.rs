//! Answers that stay on the device: only where they are let, and no longer.

use serde_json::{Value, json};

use crate::borrower::Borrower;
use crate::host;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::{BEFORE, Fault};
use crate::setup::{Console, Setup, on_page};

/// Under which the record and what was set aside stand, on the stand-alone page.
const NAME: &str = "loan-checkup";
const ASIDE: &str = "loan-checkup.aside";

/// Everything that a page may leave on the device.
const STORED: &str = "
    const stored = (storage) => Object.keys(storage).map((name) => `${name}: ${storage.getItem(name)}`);
    return [...stored(localStorage), ...stored(sessionStorage), document.cookie].filter(Boolean);";

/// Whether answers are kept, whether there is a way to wipe them, and which notice is shown.
const CONTROL: &str = "
    const box = shown('[data-option=keep]')[0];
    if (!box) return null;
    const { dataset } = box.closest('[data-days]');
    const said = shown('[role=status]').find((each) => box.closest('[data-days]').contains(each)).textContent;
    const notice = ['wiped', 'refused', 'renewed', 'damaged', 'expired'].find((name) => said && dataset[name] === said);
    return [box.checked, shown('[data-action=wipe]').length, notice ?? said];";

/// The storage of a browser that refuses it altogether, and of one that has no room.
const REFUSED: &str =
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });";
const FULL: &str = "Storage.prototype.setItem = () => { throw new Error('no room'); };";

#[test]
fn nothing_is_stored_unless_it_is_turned_on() {
    on_page(async |page| {
        Borrower::who_says(&[("symptom", "payout-failed")]).otherwise_clean().walk(page).await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(control(page).await, json!([false, 0, ""]));
    });
}

#[test]
fn answers_come_back_after_a_reload_and_can_be_gone_back_to() {
    on_page(async |page| {
        page.tap_general("keep").await;
        let before = some_answers(page).await;
        let after = page.reload().await;
        assert_eq!(after.id, before.id);
        assert_eq!(control(page).await, json!([true, 1, ""]));
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom", "warning-signs"]);
        page.go("back").await;
        let signs = page.go("back").await;
        assert_eq!(signs.chosen(), ["warning-signs none"]);
        let symptom = page.go("back").await;
        assert_eq!(
            (symptom.id.as_str(), symptom.chosen()),
            ("symptom", vec!["symptom payout-failed".to_owned()])
        );
    });
}

#[test]
fn answers_come_back_when_the_page_was_killed() {
    on_page(async |page| {
        some_answers(page).await;
        page.tap_general("keep").await;
        let before = page.screen().await;
        assert_eq!(page.kill_and_reopen().await.id, before.id);
    });
}

#[test]
fn a_result_comes_back() {
    on_page(async |page| {
        page.tap_general("keep").await;
        let mut borrower =
            Borrower::who_says(&[("symptom", "one-yuan-cap"), ("other-loans", "five-or-more")])
                .otherwise_clean();
        let before = borrower.walk(page).await;
        let after = page.reload().await;
        // Rows of the closing list that were left empty are not kept: they are asked once more.
        let after = if after.is_question() { borrower.walk(page).await } else { after };
        assert_eq!((after.causes, after.remedies), (before.causes, before.remedies));
    });
}

#[test]
fn the_rulebook_stands_beside_the_answers_and_none_of_it_in_the_address() {
    on_page(async |page| {
        page.tap_general("keep").await;
        some_answers(page).await;
        let record = record(page).await;
        assert_eq!(
            record["answers"],
            json!({ "symptom": "payout-failed", "warning-signs": ["none"] })
        );
        assert!(
            record["rulebook"]["hash"].as_str().is_some_and(|hash| hash.len() == 16),
            "{record}"
        );
        assert!(record["rulebook"]["version"].is_string(), "{record}");
        assert_eq!(page.address().await, page.server.address());
    });
}

#[test]
fn one_tap_wipes_everything_and_the_interview_goes_on() {
    on_page(async |page| {
        page.tap_general("keep").await;
        let before = some_answers(page).await;
        page.run(&format!("localStorage.setItem('{ASIDE}', `${{Date.now()}} old`);"), Vec::new())
            .await;
        page.tap_of_host("[data-action=wipe]").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(control(page).await, json!([false, 0, "wiped"]));
        assert_eq!(page.screen().await.id, before.id);
        page.go("back").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(page.reload().await.id, "symptom");
    });
}

#[test]
fn unticking_wipes_as_well_and_so_does_another_tab() {
    on_page(async |page| {
        page.tap_general("keep").await;
        page.choose("symptom", "payout-failed").await;
        page.tap_general("keep").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        page.tap_general("keep").await;
        assert_eq!(record(page).await["answers"], json!({ "symptom": "payout-failed" }));
        let other_tab = format!(
            "localStorage.clear(); dispatchEvent(new StorageEvent('storage', {{ key: '{NAME}', newValue: null }}));"
        );
        page.run(&other_tab, Vec::new()).await;
        page.go("back").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(control(page).await[0], false);
    });
}

#[test]
fn starting_again_empties_what_is_kept() {
    on_page(async |page| {
        page.tap_general("keep").await;
        some_answers(page).await;
        page.go("review").await;
        page.go("restart").await;
        page.until_true(&format!(
            "return JSON.stringify(JSON.parse(localStorage.getItem('{NAME}')).answers) === '{{}}';"
        ))
        .await;
        assert_eq!(page.reload().await.id, "symptom");
    });
}

#[test]
fn what_is_too_old_is_deleted_and_said() {
    with_state("record.saved -= 8 * 24 * 60 * 60 * 1000;", async |page, screen, _| {
        assert_eq!(screen.id, "symptom");
        assert_eq!(control(page).await, json!([false, 0, "expired"]));
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
    });
}

#[test]
fn answers_to_other_rules_are_used_as_far_as_they_fit() {
    let change = "record.rulebook = { version: '1', hash: 'other' }; record.answers['no-such-question'] = 'yes';";
    with_state(change, async |page, screen, before| {
        assert_eq!(screen.id, before.id);
        assert_eq!(control(page).await, json!([true, 1, "renewed"]));
        assert!(aside(page).await.contains("no-such-question"));
        let record = record(page).await;
        assert_ne!(record["rulebook"]["hash"], "other");
        assert_eq!(
            record["answers"],
            json!({ "symptom": "payout-failed", "warning-signs": ["none"] })
        );
    });
}

#[test]
fn an_answer_that_does_not_exist_is_set_aside_and_said() {
    with_state("record.answers['no-such-question'] = 'yes';", async |page, screen, before| {
        assert_eq!(screen.id, before.id);
        assert_eq!(control(page).await, json!([true, 1, "damaged"]));
        assert!(aside(page).await.contains("no-such-question"));
    });
}

#[test]
fn whatever_is_damaged_is_set_aside_and_said() {
    let damages = [
        "return '';",
        "return '{';",
        "return 'null';",
        "return '[]';",
        "return text.slice(0, -5);",
        "return `${text}${text}`;",
        "return 'x'.repeat(1e6);",
        "record.format = 2;",
        "record.answers = [['symptom', 'limit-gone']];",
        "record.answers = { symptom: { toString: 'limit-gone' } };",
        "record.answers = { 'symptom\\tlimit-gone\\nname hotline': '1' };",
        "record.answers = { symptom: 'limit-gone\\nname hotline\\t1' };",
        "record.saved = 'today';",
        "record.saved += 9e9;",
        "delete record.rulebook;",
    ];
    on_page(async |page| {
        for damage in damages {
            page.run("localStorage.clear();", Vec::new()).await;
            page.reload().await;
            page.tap_general("keep").await;
            page.choose("symptom", "payout-failed").await;
            let text = put_state(page, damage).await;
            let screen = page.reload().await;
            assert_eq!(screen.id, "symptom", "{damage}");
            assert_eq!(control(page).await, json!([true, 1, "damaged"]), "{damage}");
            assert!(aside(page).await.ends_with(&format!(" {text}")), "{damage}");
            page.choose("symptom", "limit-gone").await;
            assert_eq!(
                record(page).await["answers"],
                json!({ "symptom": "limit-gone" }),
                "{damage}"
            );
        }
    });
}

#[test]
fn a_browser_that_refuses_its_storage_is_no_crash() {
    for script in [REFUSED, FULL] {
        Setup::new().files(&[(BEFORE, script)]).run(async |page| {
            page.open().await;
            assert_eq!(control(page).await, json!([false, 0, ""]), "{script}");
            page.tap_general("keep").await;
            assert_eq!(control(page).await, json!([false, 0, "refused"]), "{script}");
            some_answers(page).await;
        });
    }
}

#[test]
fn a_tap_before_the_program_arrives_counts_more_than_what_is_kept() {
    on_page(async |page| {
        page.tap_general("keep").await;
        some_answers(page).await;
        page.forget_kept().await;
        page.server.spoil("loan-checkup_bg.wasm", Fault::Held);
        page.begin_to_load().await;
        page.until(|screen| screen.is_early && screen.id == "symptom").await;
        page.tap_option("symptom", "limit-gone").await;
        page.server.release();
        page.loaded().await;
        page.until_true(&format!(
            "return JSON.parse(localStorage.getItem('{NAME}')).answers.symptom === 'limit-gone';"
        ))
        .await;
        assert_eq!(record(page).await["answers"]["warning-signs"], json!(["none"]));
    });
}

#[test]
fn the_warning_of_fraud_stands_alone() {
    on_page(async |page| {
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        assert_eq!(control(page).await, Value::Null);
    });
}

#[test]
fn answers_can_be_wiped_when_the_page_fails() {
    // In the page's own world, because the driver's scripts may run in another one.
    const BREAK: &str = "
        addEventListener('break', () => {
            const error = new WebAssembly.RuntimeError('made by a test');
            dispatchEvent(new ErrorEvent('error', { error }));
        });";
    let setup = Setup::new().files(&[(BEFORE, BREAK)]).console(Console::MayComplain);
    setup.run(async |page| {
        page.open().await;
        page.tap_general("keep").await;
        some_answers(page).await;
        page.run("dispatchEvent(new Event('break'));", Vec::new()).await;
        page.until(|screen| screen.kind == "failure").await;
        page.tap_of_host("[data-action=wipe]").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
    });
}

#[test]
fn an_element_keeps_nothing_unless_it_is_told_to() {
    on_element("", async |page| {
        some_answers(page).await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(control(page).await, Value::Null);
        let requests = page.server.requests();
        assert!(requests.iter().all(|file| !file.contains("keeping")), "{requests:?}");
    });
}

#[test]
fn an_element_asks_the_borrower() {
    on_element("save=\"ask\"", async |page| {
        some_answers(page).await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        page.tap_general("keep").await;
        let before = page.screen().await;
        assert_eq!(page.reload().await.id, before.id);
        page.tap("[data-action=wipe]").await;
        assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        assert_eq!(page.reload().await.id, "symptom");
    });
}

#[test]
fn an_element_keeps_by_itself_until_the_borrower_turns_it_off_for_good() {
    for save in ["save", "save=\"on\""] {
        on_element(save, async |page| {
            let before = some_answers(page).await;
            assert_eq!(page.reload().await.id, before.id);
            assert_eq!(control(page).await, json!([true, 1, ""]));
            page.tap("[data-action=wipe]").await;
            assert_eq!(page.run(STORED, Vec::new()).await, json!(["loan-checkup.off: "]));
            assert_eq!(page.reload().await.id, "symptom");
            some_answers(page).await;
            assert_eq!(control(page).await, json!([false, 0, ""]));
            assert_eq!(page.run(STORED, Vec::new()).await, json!(["loan-checkup.off: "]));
        });
    }
}

#[test]
fn an_element_can_be_told_while_its_program_still_loads() {
    let element = "<loan-checkup save=\"ask\" loading=\"eager\"></loan-checkup>";
    let page = host::page("en", "", element);
    let files = [(host::PATH, page.as_str())];
    let faults = [("embed/loan-checkup.wasm", Fault::Held)];
    Setup::new().at(host::PATH).files(&files).faults(&faults).run(async |page| {
        page.begin_to_load().await;
        page.until_true("return shown('[data-option=keep]').length === 1;").await;
        page.tap_general("keep").await;
        assert_eq!(record(page).await["answers"], json!({}));
        page.server.release();
        page.loaded().await;
        let before = some_answers(page).await;
        assert_eq!(page.reload().await.id, before.id);
        assert_eq!(control(page).await, json!([true, 1, ""]));
    });
}

#[test]
fn elements_with_an_id_keep_apart_and_the_page_s_own_answers_come_first() {
    let script = "document.querySelector('loan-checkup').answers = { 'warning-signs': ['none'] };";
    on_scripted_element("id=\"one\" save", script, async |page| {
        page.choose("symptom", "payout-failed").await;
        let stored = page.run("return Object.keys(localStorage);", Vec::new()).await;
        assert_eq!(stored, json!(["loan-checkup.one"]));
        let before = page.screen().await;
        assert_eq!(page.reload().await.id, before.id);
        let answers =
            page.run("return document.querySelector('loan-checkup').answers;", Vec::new()).await;
        assert_eq!(answers, json!({ "symptom": "payout-failed", "warning-signs": ["none"] }));
    });
}

#[test]
fn an_element_runs_without_what_keeps_answers() {
    let page = host::page(
        "en",
        "<script src=\"script.js\"></script>",
        "<loan-checkup save loading=\"eager\"></loan-checkup>",
    );
    let script = "window.codes = []; addEventListener('checkup-error', ({ detail }) => codes.push(detail.code));";
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, script)];
    for file in ["embed/keeping.js", "embed/keeping/en.html"] {
        let faults = [(file, Fault::Missing)];
        let setup = Setup::new().at(host::PATH).files(&files).faults(&faults);
        setup.console(Console::MayComplain).run(async |page| {
            page.open().await;
            some_answers(page).await;
            assert_eq!(page.run("return codes;", Vec::new()).await, json!(["save"]), "{file}");
            assert_eq!(page.run(STORED, Vec::new()).await, json!([]));
        });
    }
}

/// Answers two screens and gives the third.
async fn some_answers(page: &Page) -> Screen {
    page.choose("symptom", "payout-failed").await;
    page.tap_option("warning-signs", "none").await;
    page.go("next").await
}

async fn control(page: &Page) -> Value {
    page.run(CONTROL, Vec::new()).await
}

async fn record(page: &Page) -> Value {
    page.run(&format!("return JSON.parse(localStorage.getItem('{NAME}'));"), Vec::new()).await
}

async fn aside(page: &Page) -> String {
    let text = page.run(&format!("return localStorage.getItem('{ASIDE}');"), Vec::new()).await;
    text.as_str().expect("something is set aside").to_owned()
}

/// Changes what is kept, by a script that changes `record` or returns another `text`; gives what stands there then.
async fn put_state(page: &Page, change: &str) -> String {
    let script = format!(
        "const text = localStorage.getItem('{NAME}');
        const record = JSON.parse(text);
        const changed = (() => {{ {change} }})() ?? JSON.stringify(record);
        localStorage.setItem('{NAME}', changed);
        return changed;"
    );
    let text = page.run(&script, Vec::new()).await;
    text.as_str().expect("a text is kept").to_owned()
}

/// Keeps some answers, changes what is kept and loads the page again: the test gets the screen after and before.
fn with_state(change: &str, test: impl AsyncFnOnce(&Page, Screen, Screen)) {
    on_page(async |page| {
        page.tap_general("keep").await;
        let before = some_answers(page).await;
        put_state(page, change).await;
        let after = page.reload().await;
        test(page, after, before).await;
    });
}

fn on_element(attributes: &str, test: impl AsyncFnOnce(&Page)) {
    on_scripted_element(attributes, "", test);
}

fn on_scripted_element(attributes: &str, script: &str, test: impl AsyncFnOnce(&Page)) {
    let element = format!("<loan-checkup {attributes} loading=\"eager\"></loan-checkup>");
    let page = host::page("zh-CN", "<script defer src=\"script.js\"></script>", &element);
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, script)];
    Setup::new().at(host::PATH).files(&files).run(async |page| {
        page.open().await;
        test(page).await;
    });
}
