//! The example pages, each used as it is.

use serde_json::{Value, json};

use crate::ability::Ability;
use crate::borrower::Borrower;
use crate::said::check_said;
use crate::server::Fault;
use crate::setup::{Setup, on_page_at};

#[test]
fn two_lines_of_html_under_a_strict_policy_are_enough() {
    on_page_at("examples/plain.html", async |page| {
        let mut borrower =
            Borrower::who_says(&[("symptom", "payout-failed"), ("warning-signs", "none")]);
        let result = borrower.walk(page).await;
        assert_eq!(result.kind, "result");
    });
}

#[test]
fn the_first_question_stands_there_before_the_program_and_a_tap_counts() {
    let held = [("embed/loan-checkup.wasm", Fault::Held)];
    Setup::new().at("examples/plain.html").faults(&held).run(async |page| {
        page.begin_to_load().await;
        let early = page.until(|screen| screen.is_early && screen.id == "symptom").await;
        assert!(early.chosen().is_empty());
        let measure = "
            return shown('h1, label, button, p').map((each) => each.getBoundingClientRect())
                .map(({ x, y, width, height }) => [x, y, width, height]);";
        let before = page.run(measure, Vec::new()).await;
        page.server.release();
        page.until(|screen| !screen.is_early).await;
        page.at_rest().await;
        assert_eq!(page.run(measure, Vec::new()).await, before, "the page jumps");
        page.loaded().await;
    });
    Setup::new().at("examples/plain.html").faults(&held).run(async |page| {
        page.begin_to_load().await;
        page.until(|screen| screen.is_early && screen.id == "symptom").await;
        page.tap_option("symptom", "limit-gone").await;
        page.server.release();
        page.until(|screen| screen.id == "warning-signs").await;
        page.loaded().await;
    });
}

#[test]
fn two_elements_are_independent() {
    Setup::new().at("examples/two.html").widget("#other").run(async |page| {
        page.open().await;
        page.until(|screen| screen.id == "symptom").await;
        // The other one loads when it is near; its page then asks for nothing any more.
        page.run("document.getElementById('one').scrollIntoView();", Vec::new()).await;
        let one = "return document.getElementById('one').shadowRoot.querySelector('[data-screen-id]')?.dataset.screenId ?? '';";
        page.until_true(&format!("return (() => {{ {one} }})() === 'warning-signs';")).await;
        page.loaded().await;
        page.choose("symptom", "payout-failed").await;
        let answers = "return ['one', 'other'].map((id) => document.getElementById(id).answers);";
        assert_eq!(
            page.run(answers, Vec::new()).await,
            json!([{ "symptom": "one-yuan-cap" }, { "symptom": "payout-failed" }])
        );
        let langs = "return ['one', 'other'].map((id) => document.getElementById(id).shadowRoot.querySelector('.checkup').lang);";
        assert_eq!(page.run(langs, Vec::new()).await, json!(["zh-CN", "en"]));
    });
}

#[test]
fn a_single_page_application_mounts_and_unmounts() {
    on_page_at("examples/single-page.html#checkup", async |page| {
        page.choose("symptom", "payout-failed").await;
        page.run("location.hash = '#home';", Vec::new()).await;
        page.until_true("return !document.querySelector('loan-checkup');").await;
        page.run("location.hash = '#checkup';", Vec::new()).await;
        let again = page.until(|screen| screen.id == "symptom" && !screen.is_early).await;
        assert!(again.chosen().is_empty(), "the answers were not released");
        page.loaded().await;
    });
}

#[test]
fn a_frame_is_as_high_as_its_content() {
    Setup::new().at("examples/framed.html").needs(Ability::Frames).run(async |page| {
        page.begin_to_load().await;
        let fits = "
            const frame = document.getElementById('checkup');
            const inner = frame.contentDocument;
            const widget = inner && inner.querySelector('loan-checkup');
            const isDrawn = widget && widget.shadowRoot && widget.shadowRoot.querySelector('[data-screen]');
            return Boolean(isDrawn) && frame.style.blockSize !== ''
                && Math.abs(frame.offsetHeight - inner.documentElement.offsetHeight) <= 1;";
        page.until_true(fits).await;
        let is_ready = "
            const widget = document.getElementById('checkup').contentDocument.querySelector('loan-checkup');
            return '__yew_subtree_id' in (widget.shadowRoot.querySelector('.frame:not([hidden])') ?? {});";
        page.until_true(is_ready).await;
        page.settle();
    });
}

#[test]
fn events_are_counted_and_tell_no_answer() {
    on_page_at("examples/counts.html", async |page| {
        let listen = "
            window.events = [];
            for (const name of ['start', 'step', 'complete', 'error'])
                addEventListener(`checkup-${name}`, ({ type, detail }) => events.push([type, detail]));";
        page.run(listen, Vec::new()).await;
        page.choose("symptom", "limit-gone").await;
        page.tap_option("warning-signs", "asked-to-pay").await;
        page.go("next").await;
        page.until_true("return document.getElementById('counts').textContent.includes('complete stop-scam: 1');")
            .await;
        let counts =
            page.run("return document.getElementById('counts').textContent;", Vec::new()).await;
        let counts = counts.as_str().unwrap_or_default().to_owned();
        assert!(counts.contains("start: 1") && counts.contains("step stop-scam: 1"), "{counts}");
        let events = page.run("return events;", Vec::new()).await;
        let told = events.to_string();
        for answer in ["limit-gone", "asked-to-pay"] {
            assert!(!told.contains(answer), "{told}");
        }
        let Value::Array(events) = events else { panic!("{told}") };
        assert_eq!(events.len(), 4, "{told}");
        for event in events {
            check_said(event[0].as_str().unwrap_or_default(), &event[1]);
        }
        for property in ["answers", "diagnosis", "version"] {
            let get = format!("return document.querySelector('loan-checkup').{property};");
            check_said(property, &page.run(&get, Vec::new()).await);
        }
    });
}

/// A team's own screens are the host's part of the page; the widget is not on it.
#[test]
fn own_screens_without_the_widget_come_to_a_result() {
    const ANSWER: &str = "
        const form = document.querySelector('form[data-screen]');
        if (!form) return true;
        const refused = form.querySelector('[value=application-refused]');
        if (refused) refused.checked = true;
        form.requestSubmit();
        return false;";
    Setup::new().at("examples/own-screens.html").run(async |page| {
        page.begin_to_load().await;
        page.until_true("return document.querySelector('form[data-screen=symptom]') !== null;")
            .await;
        page.settle();
        page.until_true("return document.activeElement === document.querySelector('h1');").await;
        page.until_true(ANSWER).await;
        page.until_true("return document.querySelector('[data-outcome] li') !== null;").await;
    });
}
