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
fn reloading_after_a_failure_works_once_the_file_is_there() {
    on_spoilt_page(&[(WORDING, Fault::Missing)], Console::MayComplain, async |page| {
        page.begin_to_load().await;
        page.until(|screen| screen.kind == "failure").await;
        page.server.mend(WORDING);
        page.tap_action("restart").await;
        page.until(|screen| screen.id == "symptom" && !screen.is_early).await;
        page.loaded().await;
        page.choose("symptom", "limit-gone").await;
    });
}

/// The failure is shown instead of the question, with a way to load the page again.
fn check(file: &'static str, fault: Fault) {
    check_all(&[(file, fault)]);
}

fn check_all(faults: &[(&'static str, Fault)]) {
    on_spoilt_page(faults, Console::MayComplain, async |page| {
        page.begin_to_load().await;
        let failure =
            page.until(|screen| screen.kind == "failure" && screen.is_heading_focused).await;
        page.loaded().await;
        assert_eq!(failure.actions, ["restart"]);
        assert_eq!(failure.links, [""], "the link does not lead to this page");
    });
}
