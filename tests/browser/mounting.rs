//! Putting the widget on a page and taking it off again.

use loan_checkup::embed::mount;
use loan_checkup::engine::AnswerKind;
use loan_checkup::shipped;
use loan_checkup::wording::Catalogue;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::js_sys::{Error, JSON, Reflect};

use crate::page::{BEFORE, SETTINGS, click, element, has, heard, host, mounted, until, wording};

#[wasm_bindgen_test]
fn what_cannot_be_used_is_named_and_the_element_left_as_it_was() {
    let wording = wording();
    let half = &wording[..wording.len() / 2];
    check_refused("today", &wording, "today\t2026-02-30", &[]);
    for bad in [half, "not a wording", ""] {
        check_refused("wording", bad, SETTINGS, &[]);
    }
    check_refused("ui.no.such", &wording, &format!("{SETTINGS}\ntext ui.no.such\ttext"), &[]);
    check_refused(
        "ui.button.next",
        &wording,
        &format!("{SETTINGS}\ntext ui.button.next\t<b>"),
        &[],
    );
    check_refused("rulebook", &wording, SETTINGS, &[1, 2, 3]);
}

#[wasm_bindgen_test]
async fn an_answer_of_the_page_that_cannot_be_used_is_refused_and_the_rest_goes_on() {
    let (root, host) = (element(), host());
    let settings =
        format!("{SETTINGS}\nanswer symptom\tone-yuan-cup\nanswer monthly-income\t8,000");
    let widget = mounted(&root, &settings, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    assert_eq!(heard(&host, "refused"), ["symptom"]);
    assert_eq!(widget.answers(), r#"{"monthly-income":"8000"}"#);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn what_the_page_sets_later_is_taken_over_and_what_was_answered_stays() {
    let (root, host) = (element(), host());
    let mut widget = mounted(&root, SETTINGS, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    click(&root, "[data-option=payout-failed]");
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    let english = Catalogue::new("en", []).pack(&shipped::rulebook());
    let settings = format!("{SETTINGS}\nanswer other-loans\tnone");
    let updated = widget.update(&english, &settings);
    assert!(updated.is_ok());
    until(|| has(&root, "[lang=en]")).await;
    assert!(has(&root, "[data-screen-id=warning-signs]"));
    assert_eq!(widget.answers(), r#"{"symptom":"payout-failed","other-loans":"none"}"#);
    assert!(widget.update("not a wording", SETTINGS).is_err());
    let updated = widget.update(&english, &format!("{SETTINGS}\nanswer symptom\tlimit-gone"));
    assert!(updated.is_ok());
    until(|| widget.answers() == r#"{"symptom":"limit-gone"}"#).await;
    widget.reset();
    until(|| has(&root, "[data-screen-id=warning-signs]") && !has(&root, ":checked")).await;
    assert_eq!(widget.answers(), r#"{"symptom":"limit-gone"}"#);
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn answers_from_before_are_the_borrower_s_own() {
    let (root, host) = (element(), host());
    let widget = mounted(&root, &format!("{SETTINGS}\nkept symptom\tlimit-gone"), &host);
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    widget.reset();
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    assert_eq!(widget.answers(), "{}");
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn another_rulebook_that_was_sealed_is_used() {
    let mut rulebook = shipped::rulebook();
    rulebook.version = "another".into();
    let root = element();
    let settings =
        format!("{SETTINGS}\nanswer symptom\tpayout-failed\nanswer warning-signs\tasked-to-pay");
    let sealed = shipped::seal(&rulebook);
    let Ok(widget) = mount(&root, &wording(), &settings, &sealed, host()) else {
        panic!("the rulebook is refused")
    };
    until(|| has(&root, "[data-screen=stop-scam]")).await;
    let diagnosis = widget.diagnosis().expect("the result is shown");
    let diagnosis = JSON::parse(&diagnosis).expect("it is JSON");
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).expect("an object");
    assert_eq!(get(&diagnosis, "outcome").as_string().as_deref(), Some("stop-scam"));
    let version = get(&get(&diagnosis, "rulebook"), "version");
    assert_eq!(version.as_string().as_deref(), Some("another"));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn what_another_rulebook_calls_its_things_can_be_read_again_whatever_it_is() {
    const ODD: &str = "a \"b\" \\c\u{1}\u{1f}\u{7f}";
    let mut rulebook = shipped::rulebook();
    rulebook.version = ODD.into();
    for question in &mut rulebook.questions {
        if let AnswerKind::Money(ratio) = &mut question.kind {
            ratio.fields[0] = ODD.into();
        }
    }
    let root = element();
    let settings = format!("{SETTINGS}\nanswer warning-signs\tasked-to-pay\nanswer {ODD}\t8000");
    let Ok(widget) = mount(&root, &wording(), &settings, &shipped::seal(&rulebook), host()) else {
        panic!("the rulebook is refused")
    };
    until(|| has(&root, "[data-screen=stop-scam]")).await;
    let get = |json: &str, names: &[&str]| {
        let object = JSON::parse(json).expect("it is JSON");
        let inside = |object: JsValue, name: &&str| Reflect::get(&object, &(*name).into());
        names.iter().try_fold(object, inside).expect("there are objects").as_string()
    };
    assert_eq!(get(&widget.answers(), &[ODD]).as_deref(), Some("8000"));
    let diagnosis = widget.diagnosis().expect("the result is shown");
    assert_eq!(get(&diagnosis, &["rulebook", "version"]).as_deref(), Some(ODD));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn the_page_hears_what_is_shown_and_can_go_back() {
    let (root, host) = (element(), host());
    let widget = mounted(&root, SETTINGS, &host);
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    click(&root, "[data-option=limit-gone]");
    until(|| has(&root, "[data-screen-id=warning-signs]")).await;
    assert!(widget.back());
    until(|| has(&root, "[data-screen-id=symptom]")).await;
    until(|| heard(&host, "shown").last().is_some_and(|last| last == "question symptom false"))
        .await;
    assert!(heard(&host, "shown").contains(&"question warning-signs true".to_owned()));
    widget.destroy();
    root.remove();
}

#[wasm_bindgen_test]
async fn destroy_leaves_nothing_and_the_place_can_be_used_again() {
    let root = element();
    for _ in 0..10 {
        let widget = mounted(&root, SETTINGS, &host());
        until(|| has(&root, "[data-screen-id=symptom]")).await;
        click(&root, "[data-option=limit-gone]");
        until(|| has(&root, "[data-screen-id=warning-signs]")).await;
        widget.destroy();
        until(|| root.inner_html().is_empty()).await;
    }
    root.remove();
}

#[wasm_bindgen_test]
async fn what_was_done_with_the_ready_screens_counts_but_for_what_this_rulebook_does_not_know() {
    let (root, host) = (element(), host());
    let done = "did tap\tsymptom\tlimit-gone\ndid toggle\twarning-signs\tgone-since\n\
                did toggle\tno-such-question\tnone\ndid toggle\twarning-signs\tnone\ndid next\t\n";
    let widget = mounted(&root, &format!("{SETTINGS}\n{done}"), &host);
    until(|| has(&root, "[data-screen-id=page-message]")).await;
    assert_eq!(heard(&host, "refused"), ["warning-signs", "no-such-question"]);
    assert_eq!(widget.answers(), r#"{"symptom":"limit-gone","warning-signs":["none"]}"#);
    widget.destroy();
    root.remove();
}

/// Mounting is refused with a message that names what cannot be used.
fn check_refused(name: &str, wording: &str, settings: &str, sealed: &[u8]) {
    let root = element();
    let error = match mount(&root, wording, settings, sealed, host()) {
        Ok(_) => panic!("a bad `{name}` is taken"),
        Err(error) => JsValue::from(error).unchecked_into::<Error>(),
    };
    let message = String::from(error.message());
    assert!(message.contains(name), "`{message}` does not name {name}");
    assert_eq!(root.inner_html(), BEFORE);
    root.remove();
}
