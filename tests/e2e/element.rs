//! The life of an element: what is set before and after, moving, removing, a second script.

use serde_json::json;

use crate::borrower::{Borrower, CLOSING};
use crate::host;
use crate::page::Page;
use crate::setup::Setup;

const ELEMENT: &str = "<loan-checkup loading=\"eager\"></loan-checkup>";

/// Notes at each change in the shadow root what stands there and what the element says of it, and whether the focus is
/// where it belongs after a tap; and at each event what is said then.
const WATCH: &str = "
    window.moments = [];
    window.events = [];
    const note = () => {
        const element = document.querySelector('loan-checkup');
        const screen = element.shadowRoot.querySelector('.frame:not([hidden]) [data-screen]');
        if (!screen) return;
        const { screen: kind, screenId = kind } = screen.dataset;
        const outcome = element.diagnosis && element.diagnosis.outcome;
        const moment = JSON.stringify([screenId, Object.keys(element.answers).length, outcome]);
        if (moments[moments.length - 1] !== moment) moments.push(moment);
    };
    for (const name of ['start', 'step', 'complete'])
        addEventListener(`checkup-${name}`, ({ detail, target }) => {
            const { screen: kind, screenId = kind } = target.shadowRoot.querySelector('[data-screen]').dataset;
            const isFocused = target.shadowRoot.activeElement === target.shadowRoot.querySelector('h1');
            events.push([name, detail.kind ? detail.screen || detail.kind : '', screenId, isFocused]);
        });
    addEventListener('DOMContentLoaded', () => {
        const all = { attributes: true, characterData: true, childList: true, subtree: true };
        new MutationObserver(note).observe(document.querySelector('loan-checkup').shadowRoot, all);
    });";

#[test]
fn at_every_moment_the_element_says_what_stands_there() {
    let script = [include_str!("slow_clock.js"), WATCH].concat();
    check(ELEMENT, &script, async |page| {
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        page.run("document.querySelector('loan-checkup').reset();", Vec::new()).await;
        page.asked("symptom").await;
        // Whether a tick is drawn before the next tap is the engine's own affair; what is shown and said is not.
        let moments = page.run(
            "return moments.map(JSON.parse).filter(([screen, , said], at, all) =>
                at === 0 || screen !== all[at - 1][0] || said !== all[at - 1][2]);",
            Vec::new(),
        );
        let moments = moments.await;
        let expected = json!([
            ["symptom", 0, null],
            ["warning-signs", 1, null],
            ["stop-scam", 2, "stop-scam"],
            ["symptom", 0, null],
        ]);
        assert_eq!(moments, expected);
        let events = page.run("return events;", Vec::new()).await;
        let expected = json!([
            ["start", "", "warning-signs", true],
            ["step", "warning-signs", "warning-signs", true],
            ["step", "stop-scam", "stop-scam", true],
            ["complete", "", "stop-scam", true],
        ]);
        assert_eq!(events, expected);
    });
}

#[test]
fn an_event_names_each_screen_as_the_screen_itself_does() {
    check(ELEMENT, WATCH, async |page| {
        let mut borrower = Borrower::who_says(&[("symptom", "one-yuan-cap")]).otherwise_clean();
        borrower.walk(page).await;
        assert!(borrower.asked.iter().any(|screen| screen == CLOSING), "{:?}", borrower.asked);
        let events = page.run("return events.filter(([name]) => name === 'step');", Vec::new());
        for event in events.await.as_array().expect("a list of events") {
            assert_eq!(event[1], event[2]);
        }
    });
}

#[test]
fn what_the_page_does_is_no_event_and_hides_none() {
    check(ELEMENT, WATCH, async |page| {
        page.run("document.querySelector('loan-checkup').reset();", Vec::new()).await;
        page.run(
            "document.querySelector('loan-checkup').setAttribute('symptom', 'limit-gone');",
            Vec::new(),
        )
        .await;
        page.until(|screen| screen.id == "warning-signs").await;
        assert_eq!(page.run("return events;", Vec::new()).await, json!([]));
        page.run("document.querySelector('loan-checkup').reset();", Vec::new()).await;
        page.tap_option("warning-signs", "none").await;
        page.go("next").await;
        let names = page.run("return events.map(([name]) => name);", Vec::new()).await;
        assert_eq!(names, json!(["start", "step"]));
        page.settle();
    });
}

#[test]
fn what_is_set_before_the_script_arrives_counts() {
    let script = "
        addEventListener('DOMContentLoaded', () => {}, true);
        new MutationObserver((_, observer) => {
            const element = document.querySelector('loan-checkup');
            if (!element || customElements.get('loan-checkup')) return;
            observer.disconnect();
            element.answers = { symptom: 'limit-gone' };
            element.wording = { 'ui.button.next': 'onwards' };
        }).observe(document, { childList: true, subtree: true });";
    check(ELEMENT, script, async |page| {
        page.until(|screen| screen.id == "warning-signs").await;
        let text = "return shown('[data-action=next]')[0].textContent;";
        assert_eq!(page.run(text, Vec::new()).await, json!("onwards"));
        assert_eq!(answers(page).await, json!({ "symptom": "limit-gone" }));
    });
}

#[test]
fn attributes_apply_live_and_no_answer_is_lost() {
    check(ELEMENT, "", async |page| {
        page.choose("symptom", "payout-failed").await;
        page.tap_option("warning-signs", "none").await;
        page.run(
            "document.querySelector('loan-checkup').setAttribute('locale', 'zh-TW');",
            Vec::new(),
        )
        .await;
        page.until_true("return shown('.checkup')[0].lang === 'zh-TW';").await;
        let screen = page.screen().await;
        assert_eq!(
            (screen.id.as_str(), screen.chosen()),
            ("warning-signs", vec!["warning-signs none".to_owned()])
        );
        page.run(
            "document.querySelector('loan-checkup').setAttribute('symptom', 'limit-gone');",
            Vec::new(),
        )
        .await;
        page.until_true(
            "return document.querySelector('loan-checkup').answers.symptom === 'limit-gone';",
        )
        .await;
        assert_eq!(
            answers(page).await,
            json!({ "symptom": "limit-gone", "warning-signs": ["none"] })
        );
        page.settle();
    });
}

#[test]
fn an_element_that_is_moved_keeps_its_answers_and_one_that_is_removed_does_not() {
    check(ELEMENT, "", async |page| {
        page.choose("symptom", "payout-failed").await;
        page.run("document.body.append(document.querySelector('loan-checkup'));", Vec::new()).await;
        assert_eq!(page.screen().await.id, "warning-signs");
        assert_eq!(answers(page).await, json!({ "symptom": "payout-failed" }));
        page.run(
            "window.kept = document.querySelector('loan-checkup'); kept.remove();",
            Vec::new(),
        )
        .await;
        page.until_true("return kept.shadowRoot.querySelector('[data-screen]') === null;").await;
        assert_eq!(page.run("return kept.answers;", Vec::new()).await, json!({}));
        page.run("document.body.append(kept);", Vec::new()).await;
        page.until(|screen| screen.id == "symptom" && !screen.is_early).await;
    });
}

#[test]
fn methods_and_properties_do_what_the_documents_say() {
    check(ELEMENT, "", async |page| {
        let element = "const element = document.querySelector('loan-checkup');";
        let get = async |what: &str| {
            page.run(&format!("{element} return element.{what};"), Vec::new()).await
        };
        assert_eq!(get("diagnosis").await, json!(null));
        assert_eq!(get("version.api").await, json!(1));
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        let diagnosis = get("diagnosis").await;
        assert_eq!(diagnosis["outcome"], "stop-scam", "{diagnosis}");
        assert_eq!(diagnosis["findings"][0]["cause"], "loan-scam", "{diagnosis}");
        assert_eq!(diagnosis["rulebook"]["hash"], get("version.hash").await);
        get("reset()").await;
        page.until(|screen| screen.id == "symptom").await;
        assert_eq!(answers(page).await, json!({}));
        get("focus()").await;
        page.until(|screen| screen.is_heading_focused).await;
    });
}

#[test]
fn a_second_copy_of_the_script_does_no_harm_and_can_have_a_name_of_its_own() {
    let script = "
        addEventListener('load', async () => {
            const { LoanCheckup } = await import('../embed/loan-checkup.js?again');
            customElements.define('other-checkup', class extends LoanCheckup {});
            const other = document.createElement('other-checkup');
            other.setAttribute('loading', 'eager');
            document.body.append(other);
        });";
    check(ELEMENT, script, async |page| {
        page.until_true("return document.querySelector('other-checkup')?.shadowRoot.querySelector('[data-screen]') !== null;").await;
        page.until_true("return '__yew_subtree_id' in (document.querySelector('other-checkup')?.shadowRoot.querySelector('.frame:not([hidden])') ?? {});").await;
        page.settle();
        page.choose("symptom", "payout-failed").await;
        let other = "return document.querySelector('other-checkup').answers;";
        assert_eq!(page.run(other, Vec::new()).await, json!({}));
    });
}

#[test]
fn nothing_is_loaded_until_the_element_is_near() {
    let style = "#far { block-size: 5000px; }";
    let page = host::page(
        "en",
        "<link rel=\"stylesheet\" href=\"style.css\">",
        "<div id=\"far\"></div><loan-checkup></loan-checkup>",
    );
    let files = [(host::PATH, page.as_str()), ("host/style.css", style)];
    Setup::new().at(host::PATH).files(&files).run(async |page| {
        page.begin_to_load().await;
        page.until(|screen| screen.is_early && screen.id == "symptom").await;
        let is_loaded = |file: &&String| file.ends_with(".wasm");
        assert_eq!(page.server.requests().iter().find(is_loaded), None);
        page.run("document.querySelector('loan-checkup').scrollIntoView();", Vec::new()).await;
        page.loaded().await;
        assert!(page.server.requests().iter().find(is_loaded).is_some());
    });
}

async fn answers(page: &Page) -> serde_json::Value {
    page.run("return document.querySelector('loan-checkup').answers;", Vec::new()).await
}

fn check(body: &str, script: &str, test: impl AsyncFnOnce(&Page)) {
    let page = host::page("en", "<script src=\"script.js\"></script>", body);
    let files = [(host::PATH, page.as_str()), (host::SCRIPT, script)];
    Setup::new().at(host::PATH).files(&files).run(async |page| {
        page.open().await;
        test(page).await;
    });
}
