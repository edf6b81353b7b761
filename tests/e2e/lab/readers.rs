//! A test with readers, from setting it up to the report: two devices, six readers.

use serde_json::{Value, json};

use super::bench::{Lab, field, in_lab};

const TITLE: &str = "cause.phone-number-changed.summary";

/// A sentence that nobody else writes and no rule minds.
const NEW: &str = "\u{624b}\u{673a}\u{53f7}\u{6362}\u{8fc7}\u{3002}";

/// Worked cases that end with this cause and with another one.
const CASES: [&str; 2] = ["number-changed-a-month-ago", "overdue-last-spring"];

/// The ways on from a step.
const WAYS: &str = "[data-action=have-read], [data-action=answer], [data-action=end-reading]";

/// What a reader has in front: the step, what it asks for, and what can be chosen.
const READ_TURN: &str = "
    const turn = document.querySelector('dialog[open]');
    if (!turn) return null;
    const way = turn.querySelector('[data-action=have-read], [data-action=answer], [data-action=end-reading]');
    return {
        step: turn.dataset.step,
        way: way.dataset.action,
        choices: [...turn.querySelectorAll('input[type=radio]')].map((one) => one.value),
        text: turn.textContent,
    };";

const READ_TITLE: &str = "return document.querySelector('[data-lab=test-title]').value;";

#[test]
fn six_readers_on_two_devices_are_put_together_and_compared() {
    in_lab(async |lab| {
        set_up(lab).await;
        let right = right_answers(lab).await;
        for number in 1..=3 {
            read_all(lab, &right, number != 2).await;
        }
        let test = taken(lab, "export-test", "reader-test.json").await;
        let first = taken(lab, "export-results", "reader-results-A.json").await;
        end_test(lab).await;
        lab.give_files("[data-lab=open-test]", &[("test.json", &test)]).await;
        until_reader(lab, "B01").await;
        for number in 1..=3 {
            read_all(lab, &right, number != 2).await;
        }
        lab.give_files("[data-lab=import-results]", &[("one.json", &first), ("bad.json", "{}")])
            .await;
        lab.until_count("[data-lab=sessions] tbody tr", 6).await;
        let notices = "return [...document.querySelectorAll('[data-notice]')].map((one) => one.dataset.notice);";
        lab.page.until_is(notices, json!(["merged", "file"])).await;
        check_report(lab).await;
        // The same file again is nothing new.
        lab.give_files("[data-lab=import-results]", &[("one.json", &first)]).await;
        lab.until_count("[data-notice]", 1).await;
        check_report(lab).await;
        lab.check_with_axe("a test with readers").await;
    });
}

#[test]
fn a_reader_goes_on_after_a_reload_and_may_stop() {
    in_lab(async |lab| {
        set_up(lab).await;
        lab.page.tap_of_host("[data-action=begin-reader]").await;
        lab.until_there("dialog[open] [data-action=have-read]").await;
        lab.check_with_axe("a test with readers").await;
        lab.page.tap_of_host("[data-action=have-read]").await;
        until_step(lab, "1").await;
        lab.check_with_axe("a test with readers").await;
        // Without a choice there is no way on.
        lab.page.tap_of_host("[data-action=answer]").await;
        assert_eq!(turn(lab).await["step"], "1");
        lab.open().await;
        lab.open_tab("readers").await;
        assert_eq!(turn(lab).await, Value::Null);
        lab.page.tap_of_host("[data-action=begin-reader]").await;
        until_step(lab, "1").await;
        lab.page.tap_of_host("dialog summary").await;
        lab.page.tap_of_host("[data-action=stop-reading]").await;
        until_reader(lab, "A02").await;
        lab.until_count("[data-lab=sessions] [data-state=stopped]", 1).await;
    });
}

#[test]
fn a_form_survives_a_reload_and_is_emptied_only_on_purpose() {
    in_lab(async |lab| {
        fill_in(lab).await;
        lab.open().await;
        lab.open_tab("readers").await;
        lab.until_count("[data-lab=versions] li", 2).await;
        lab.until_count("[data-lab=cases] > li", 2).await;
        assert_eq!(lab.read(READ_TITLE).await, "test");
        // What was added is offered no more; what can be added again waits to be chosen.
        let picked = "return ['add-draft', 'add-case'].map((name) => document.querySelector(`[data-lab=${name}]`).value);";
        assert_eq!(lab.read(picked).await, json!(["", ""]));
        lab.page.tap_of_host("[data-lab=clearing] summary").await;
        lab.page.tap_of_host("[data-action=clear-form]").await;
        lab.until_count("[data-lab=versions] li", 1).await;
        lab.until_count("[data-lab=cases] > li", 0).await;
        assert_eq!(lab.read(READ_TITLE).await, "");
    });
}

#[test]
fn a_form_that_cannot_be_read_is_put_aside_and_said() {
    in_lab(async |lab| {
        lab.read("localStorage.setItem('loan-checkup-lab.reader-form', '{'); return null;").await;
        lab.open().await;
        lab.open_tab("readers").await;
        lab.until_count("[data-notice=form-unreadable]", 1).await;
        let aside = "return localStorage.getItem('loan-checkup-lab.reader-form.unreadable');";
        lab.page.until_is(aside, json!("{")).await;
        // One in a locale that is not here is none either.
        lab.write("[data-lab=test-title]", "test").await;
        until_form_has(lab, "test").await;
        lab.read("
            const key = 'loan-checkup-lab.reader-form';
            localStorage.setItem(key, localStorage.getItem(key).replace('\"locale\":\"zh-CN\"', '\"locale\":\"xx\"'));
            return null;").await;
        lab.open().await;
        lab.open_tab("readers").await;
        lab.until_count("[data-notice=form-unreadable]", 1).await;
        let is_aside = "return localStorage.getItem('loan-checkup-lab.reader-form.unreadable').includes('\"xx\"');";
        lab.page.until_true(is_aside).await;
    });
}

/// Two versions, two cases, the questions that are proposed.
async fn set_up(lab: &Lab<'_>) {
    fill_in(lab).await;
    // The sentence stands on the screen of the first case only.
    lab.until_count("[data-lab=has-changed]", 1).await;
    lab.until_count("[data-lab=same-screen]", 1).await;
    lab.page.tap_of_host("[data-action=make-test]").await;
    until_reader(lab, "A01").await;
}

/// The form of it.
async fn fill_in(lab: &Lab<'_>) {
    lab.open_thing("cause.phone-number-changed").await;
    lab.write(&field(TITLE, "zh-CN"), NEW).await;
    lab.open_tab("readers").await;
    lab.write("[data-lab=test-title]", "test").await;
    let draft =
        lab.read("return document.querySelector('[data-lab=add-draft] option:last-child').value;");
    let draft = draft.await.as_str().expect("there is a draft").to_owned();
    choose(lab, "[data-lab=add-draft]", &draft).await;
    lab.until_count("[data-lab=versions] li", 2).await;
    for (at, case) in CASES.iter().enumerate() {
        choose(lab, "[data-lab=add-case]", case).await;
        lab.until_count("[data-lab=cases] > li", at + 1).await;
        until_form_has(lab, case).await;
    }
}

/// Waits until the form that is kept on the device has a text in it.
async fn until_form_has(lab: &Lab<'_>, text: &str) {
    let script =
        format!("return localStorage.getItem('loan-checkup-lab.reader-form').includes('{text}');");
    lab.page.until_true(&script).await;
}

/// What is right, as the test's own file says it.
async fn right_answers(lab: &Lab<'_>) -> Vec<String> {
    let test = taken(lab, "export-test", "reader-test.json").await;
    let test: Value = serde_json::from_str(&test).expect("a test is JSON");
    let sheet = test["sheet"].as_array().expect("it has a sheet").iter();
    sheet.map(|asked| asked["right"].as_str().expect("one is right").to_owned()).collect()
}

/// One reader from the first screen to the last, who gets everything right or nothing.
async fn read_all(lab: &Lab<'_>, right: &[String], knows: bool) {
    lab.page.tap_of_host("[data-action=begin-reader]").await;
    lab.until_there(&format!("dialog[open] :is({WAYS})")).await;
    loop {
        let now = turn(lab).await;
        let way = now["way"].as_str().expect("there is a way on").to_owned();
        if way == "answer" {
            let choices = now["choices"].as_array().expect("there are choices").iter();
            let mut choices = choices.filter_map(Value::as_str);
            let is_right = |choice: &&str| right.iter().any(|right| right == choice);
            let choice = if knows { choices.find(is_right) } else { choices.next_back() };
            let choice = choice.expect("one can be chosen").to_owned();
            lab.page.tap_of_host(&format!("dialog [data-choice='{choice}']")).await;
        }
        lab.page.tap_of_host(&format!("dialog [data-action={way}]")).await;
        if way == "end-reading" {
            lab.page.until_true("return document.querySelector('dialog') === null;").await;
            return;
        }
        let step = now["step"].as_str().expect("a step has a number");
        lab.page
            .until_true(&format!(
                "return document.querySelector('dialog').dataset.step !== '{step}';"
            ))
            .await;
    }
}

/// Each version has three readers, and everything that was promised is there.
async fn check_report(lab: &Lab<'_>) {
    let counts = "return [...document.querySelectorAll('[data-lab=shares] [data-readers]')].map((one) => one.dataset.readers);";
    let counts: Vec<String> =
        serde_json::from_value(lab.read(counts).await).expect("a list of counts");
    let readers: u32 = counts.iter().map(|count| count.parse::<u32>().expect("a number")).sum();
    assert_eq!((counts.len(), readers), (2, 6));
    let of = "return [...document.querySelectorAll('[data-measure=understood] td')].map((one) => +one.dataset.of);";
    let of: Vec<u32> = serde_json::from_value(lab.read(of).await).expect("a list of counts");
    assert_eq!(of.iter().sum::<u32>(), 6);
    for part in ["chart", "times", "confusion", "pair"] {
        let found = lab.texts(&format!("[data-lab={part}]")).await;
        assert!(!found.is_empty(), "the report has no {part}");
    }
    let table = taken(lab, "export-csv", "reader-answers-B.csv").await;
    // Two cases with three questions each, and a row of names.
    assert_eq!(table.trim_end().lines().count(), 6 * 6 + 1);
    let report = taken(lab, "export-report", "reader-report.json").await;
    let report: Value = serde_json::from_str(&report).expect("a report is JSON");
    assert_eq!(report["readers"], 6);
}

async fn end_test(lab: &Lab<'_>) {
    lab.page.tap_of_host("[data-lab=ending] summary").await;
    lab.page.tap_of_host("[data-action=drop-test]").await;
    lab.page.until_true("return document.querySelector('[data-stage=setup]') !== null;").await;
}

async fn turn(lab: &Lab<'_>) -> Value {
    lab.read(READ_TURN).await
}

/// The file that a button hands out.
async fn taken(lab: &Lab<'_>, button: &str, name: &str) -> String {
    let (file, text) = lab.saved(&format!("[data-action={button}]")).await;
    assert_eq!(file, name);
    text
}

/// Chooses what a field then forgets.
async fn choose(lab: &Lab<'_>, selector: &str, value: &str) {
    let script = "
        const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    lab.page.run(script, vec![json!(selector), json!(value)]).await;
}

async fn until_reader(lab: &Lab<'_>, code: &str) {
    lab.until_count(&format!("[data-lab=next-reader][data-reader={code}]"), 1).await;
}

async fn until_step(lab: &Lab<'_>, step: &str) {
    lab.until_count(&format!("dialog[open][data-step=\"{step}\"]"), 1).await;
}
