//! A native shell around the page: what it hears, what it can set, and what comes of nonsense.

use serde_json::{Value, json};

use crate::borrower::Borrower;
use crate::page::Page;
use crate::server::{BEFORE, Fault};
use crate::setup::{Console, Setup, on_page};

/// Shells that were there before the page, as Android and iOS have them.
const ANDROID: &str = "
    window.heard = [];
    window.LoanCheckupHost = { postMessage: (text) => heard.push(JSON.parse(text)) };";
const IOS: &str = "
    window.heard = [];
    window.webkit = { messageHandlers: { loanCheckup: { postMessage: (message) => heard.push(structuredClone(message)) } } };";

#[test]
fn a_shell_hears_ids_and_counts_and_never_an_answer() {
    for shell in [ANDROID, IOS] {
        on_shell("", shell, async |page| {
            let result = Borrower::who_says(&[("symptom", "payout-failed")])
                .otherwise_clean()
                .walk(page)
                .await;
            let heard = heard(page).await;
            let types: Vec<&str> =
                heard.iter().filter_map(|message| message["type"].as_str()).collect();
            assert_eq!(types[..3], ["ready", "start", "step"]);
            assert_eq!(types[types.len() - 2..], ["step", "complete"]);
            let complete = &heard[heard.len() - 1];
            assert_eq!(complete["outcome"], result.outcome.as_str());
            assert_eq!(complete["screens"], types.iter().filter(|kind| **kind == "step").count());
            for message in &heard {
                let fields: Vec<&String> =
                    message.as_object().expect("it is an object").keys().collect();
                let known = [
                    "answered",
                    "kind",
                    "outcome",
                    "remaining",
                    "screen",
                    "screens",
                    "type",
                    "version",
                ];
                assert!(fields.iter().all(|field| known.contains(&field.as_str())), "{message}");
                assert_eq!(message["version"], 1);
            }
            let said = serde_json::to_string(&heard).expect("it is JSON");
            assert!(!said.contains("payout-failed"), "{said}");
        });
    }
}

#[test]
fn a_shell_that_comes_later_hears_from_then_on() {
    on_page(async |page| {
        page.choose("symptom", "payout-failed").await;
        page.run(ANDROID, Vec::new()).await;
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        page.until_true(
            "return heard.length === 1 && heard[0].type === 'step' && heard[0].screens === 2;",
        )
        .await;
    });
}

#[test]
fn back_goes_back_in_the_interview_and_then_closes() {
    on_shell("", ANDROID, async |page| {
        page.choose("symptom", "payout-failed").await;
        assert_eq!(receive(page, json!({ "version": 1, "type": "back" })).await, true);
        page.asked("symptom").await;
        assert_eq!(receive(page, json!({ "version": 1, "type": "back" })).await, false);
        assert_eq!(heard(page).await.last(), Some(&json!({ "version": 1, "type": "close" })));
    });
}

#[test]
fn back_goes_back_from_the_moment_that_a_screen_stands_there() {
    // In the page's own world, because the driver's scripts may run in another one.
    const GO_BACK: &str = "
        addEventListener('DOMContentLoaded', () => {
            new MutationObserver((_, observer) => {
                if (!document.querySelector('[data-screen-id=warning-signs]')) return;
                observer.disconnect();
                window.wentBack = loanCheckup.receive({ version: 1, type: 'back' });
            }).observe(document.getElementById('checkup'), { childList: true, subtree: true });
        });";
    let shell = [ANDROID, include_str!("slow_clock.js"), GO_BACK].concat();
    on_shell("", &shell, async |page| {
        page.tap_option("symptom", "payout-failed").await;
        page.until_true("return window.wentBack !== undefined;").await;
        assert_eq!(page.run("return wentBack;", Vec::new()).await, true);
        page.asked("symptom").await;
    });
}

#[test]
fn back_goes_through_answers_that_were_kept() {
    on_shell("", ANDROID, async |page| {
        page.tap_general("keep").await;
        page.choose("symptom", "payout-failed").await;
        page.reload().await;
        assert_eq!(receive(page, json!({ "version": 1, "type": "back" })).await, true);
        page.asked("symptom").await;
    });
}

#[test]
fn a_shell_sets_names_symptom_theme_and_size() {
    on_shell("", ANDROID, async |page| {
        let size = async || {
            number(
                page,
                "return parseFloat(getComputedStyle(root.querySelector('.heading')).fontSize);",
            )
            .await
        };
        let light = async || {
            number(
                page,
                "return parseInt(getComputedStyle(document.body).backgroundColor.slice(4), 10);",
            )
            .await
        };
        let (small, bright) = (size().await, light().await);
        let set = json!({
            "version": 1, "type": "set", "symptom": "limit-gone", "hotline": "00-11-22", "theme": "dark", "fontScale": 2,
        });
        assert_eq!(receive(page, set).await, true);
        page.until(|screen| screen.id == "warning-signs").await;
        assert!((size().await - 2.0 * small).abs() < 0.5);
        assert!(light().await < bright / 2.0);
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        page.until_true("return heard.some(({ type }) => type === 'step');").await;
        assert_eq!(
            receive(page, json!({ "version": 1, "type": "set", "theme": "light", "fontScale": 1 }))
                .await,
            true
        );
        assert!((size().await - small).abs() < 0.5);
        assert_eq!(light().await, bright);
    });
}

#[test]
fn a_name_of_the_shell_stands_in_the_texts_and_is_never_markup() {
    on_shell("", ANDROID, async |page| {
        let name = "<img src=x onerror=alert(1)>";
        let set = json!({ "version": 1, "type": "set", "hotline": name, "productName": name, "lenderName": name });
        assert_eq!(receive(page, set).await, true);
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "none").await;
        let screen = page.go("next").await;
        assert!(!screen.actions.is_empty());
        Borrower::who_says(&[]).otherwise_clean().walk(page).await;
        page.until_true("return document.body.textContent.includes('<img src=x') && !document.querySelector('img');").await;
    });
}

#[test]
fn what_the_address_sets_counts_from_the_start() {
    let path = "?symptom=limit-gone&product-name=%E9%87%91%E6%9D%A1&theme=dark&font-scale=1.5&hotline=110110110";
    on_shell(path, ANDROID, async |page| {
        let screen = page.screen().await;
        assert_eq!(screen.id, "warning-signs");
        assert_eq!(page.run("return document.body.dataset.theme;", Vec::new()).await, "dark");
        Borrower::who_says(&[]).otherwise_clean().walk(page).await;
        page.until_true("return !document.body.textContent.includes('110110110');").await;
        assert!(heard(page).await.iter().all(|message| message["type"] != "error"));
    });
}

#[test]
fn a_symptom_that_does_not_exist_is_said_and_asked_for() {
    on_shell("?symptom=no-such-symptom", ANDROID, async |page| {
        assert_eq!(page.screen().await.id, "symptom");
        let error =
            json!({ "version": 1, "type": "error", "code": "answers", "message": "symptom" });
        assert!(heard(page).await.contains(&error));
        page.choose("symptom", "limit-gone").await;
    });
}

#[test]
fn wrong_messages_are_named_and_change_nothing() {
    on_shell("?theme=black", ANDROID, async |page| {
        page.choose("symptom", "payout-failed").await;
        let before = page.screen().await;
        let messages = [
            json!(null),
            json!("back"),
            json!("{"),
            json!({ "type": "back" }),
            json!({ "version": 2, "type": "back" }),
            json!({ "version": 1, "type": "forward" }),
            json!({ "version": 1, "type": "reset", "symptom": "limit-gone" }),
            json!({ "version": 1, "type": "set", "symptom": 1 }),
            json!({ "version": 1, "type": "set", "fontScale": 9 }),
            json!({ "version": 1, "type": "set", "theme": "black", "symptom": "limit-gone" }),
            json!("{\"version\":1,\"type\":\"set\",\"__proto__\":{\"symptom\":\"limit-gone\"}}"),
            json!({ "version": 1, "type": "set", "hotline": "1".repeat(100_000) }),
        ];
        for message in &messages {
            assert_eq!(receive(page, message.clone()).await, false, "{message:.100}");
        }
        let heard = heard(page).await;
        let errors: Vec<&Value> =
            heard.iter().filter(|message| message["type"] == "error").collect();
        assert_eq!(errors.len(), messages.len() + 1, "{errors:#?}");
        for error in errors {
            assert_eq!(error["code"], "message");
            assert!(error["message"].as_str().is_some_and(|text| !text.is_empty()), "{error}");
        }
        let after = page.screen().await;
        assert_eq!((&after.id, after.chosen()), (&before.id, before.chosen()));
        page.go("back").await;
    });
}

#[test]
fn a_shell_begins_afresh() {
    on_shell("?symptom=limit-gone", ANDROID, async |page| {
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        assert_eq!(receive(page, json!({ "version": 1, "type": "reset" })).await, true);
        let again = page.asked("warning-signs").await;
        assert!(again.chosen().is_empty());
    });
}

#[test]
fn a_shell_hears_of_a_failure_and_can_close() {
    let files = [(BEFORE, ANDROID)];
    let faults = [("wording/zh-CN.txt", Fault::Missing)];
    Setup::new().files(&files).faults(&faults).console(Console::MayComplain).run(async |page| {
        page.begin_to_load().await;
        page.until_true("return loanCheckupPage.hasFailed;").await;
        assert_eq!(
            heard(page).await,
            [json!({ "version": 1, "type": "error", "code": "program" })]
        );
        assert_eq!(receive(page, json!({ "version": 1, "type": "back" })).await, false);
        page.to_failure().await;
        assert_eq!(receive(page, json!({ "version": 1, "type": "back" })).await, true);
        page.settle();
    });
}

fn on_shell(path: &str, shell: &str, test: impl AsyncFnOnce(&Page)) {
    Setup::new().at(path).files(&[(BEFORE, shell)]).run(async |page| {
        page.open().await;
        test(page).await;
    });
}

async fn heard(page: &Page) -> Vec<Value> {
    let heard = page.run("return heard;", Vec::new()).await;
    heard.as_array().expect("a list is kept").clone()
}

/// What the page answers to a message.
async fn receive(page: &Page, message: Value) -> Value {
    page.run("return loanCheckup.receive(arguments[0]);", vec![message]).await
}

async fn number(page: &Page, script: &str) -> f64 {
    page.run(script, Vec::new()).await.as_f64().expect("a number")
}
