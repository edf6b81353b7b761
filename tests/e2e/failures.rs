//! A file that is missing or broken: never a blank or dead page.

use crate::server::Fault;
use crate::setup::{Console, on_spoilt_page};

const PROGRAM: &str = "loan-checkup_bg.wasm";
const PLAIN: &str = "loan-checkup-plain.js";
const GLUE: &str = "loan-checkup.js";
const WORDING: &str = "wording/zh-CN.txt";

#[test]
fn a_missing_program_is_said_where_it_is_missing_as_javascript_too() {
    check_all(&[(PROGRAM, Fault::Missing), (PLAIN, Fault::Missing)]);
}

#[test]
fn half_a_program_is_said() {
    check_all(&[(PROGRAM, Fault::Halved), (PLAIN, Fault::Halved)]);
}

#[test]
fn a_program_that_breaks_off_is_said() {
    check_all(&[(PROGRAM, Fault::CutOff), (PLAIN, Fault::CutOff)]);
}

#[test]
fn a_log_in_page_in_place_of_the_program_is_said() {
    check_all(&[(PROGRAM, Fault::Replaced), (PLAIN, Fault::Replaced)]);
}

#[test]
fn in_place_of_a_spoilt_program_the_same_one_runs_as_javascript() {
    for fault in [Fault::Missing, Fault::Halved, Fault::CutOff, Fault::Replaced] {
        on_spoilt_page(&[(PROGRAM, fault)], Console::MayComplain, async |page| {
            page.open().await;
            page.choose("symptom", "limit-gone").await;
        });
    }
}

#[test]
fn missing_glue_is_said() {
    check(GLUE, Fault::Missing);
}

#[test]
fn half_the_glue_is_said() {
    check(GLUE, Fault::Halved);
}

#[test]
fn a_log_in_page_in_place_of_the_glue_is_said() {
    check(GLUE, Fault::Replaced);
}

#[test]
fn missing_wording_is_said() {
    check(WORDING, Fault::Missing);
}

#[test]
fn half_the_wording_is_said() {
    check(WORDING, Fault::Halved);
}

#[test]
fn wording_that_breaks_off_is_said() {
    check(WORDING, Fault::CutOff);
}

#[test]
fn a_log_in_page_in_place_of_the_wording_is_said() {
    check(WORDING, Fault::Replaced);
}

#[test]
fn a_program_of_a_wrong_type_works_all_the_same() {
    on_spoilt_page(&[(PROGRAM, Fault::WrongType)], Console::MayComplain, async |page| {
        page.open().await;
        page.choose("symptom", "limit-gone").await;
    });
}

#[test]
fn another_try_goes_on_from_the_answers_once_the_file_is_there() {
    on_spoilt_page(&[(WORDING, Fault::Missing)], Console::MayComplain, async |page| {
        page.begin_to_load().await;
        page.tap_option("symptom", "limit-gone").await;
        page.asked("warning-signs").await;
        page.to_failure().await;
        page.tap_action("retry").await;
        page.until(|screen| screen.kind == "failure" && screen.is_heading_focused).await;
        page.server.mend(WORDING);
        page.tap_action("retry").await;
        page.until(|screen| screen.is_question() && !screen.is_early).await;
        let review = page.go("review").await;
        assert_eq!(review.question_ids(), ["symptom", "warning-signs", "page-message"]);
        page.settle();
    });
}

/// What stands ready can be answered; then the failure is said, with steps and another try.
fn check(file: &'static str, fault: Fault) {
    check_all(&[(file, fault)]);
}

fn check_all(faults: &[(&'static str, Fault)]) {
    on_spoilt_page(faults, Console::MayComplain, async |page| {
        page.begin_to_load().await;
        let failure = page.to_failure().await;
        assert!(failure.is_heading_focused && !failure.remedies.is_empty(), "{failure:#?}");
        page.loaded().await;
        assert_eq!(failure.actions, ["back", "retry"]);
        assert_eq!(failure.links, ["tel:95188"]);
    });
}
