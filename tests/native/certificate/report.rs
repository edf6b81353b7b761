//! How a certificate is printed, and what the command refuses.

use loan_checkup::proof::{Certificate, Edition, Line, Method, Verdict, Witness, report};
use serde_json::{Map, Value, json};

use crate::cli::{run, text};

fn certificate(verdict: Verdict) -> Certificate {
    let line = |id, verdict, examples| Line {
        id,
        claim: "everything is well",
        method: Method::Bounded("a few".to_owned()),
        verdict,
        figures: vec![("tried".to_owned(), json!(3)), ("best".to_owned(), json!({ "one": 1.5 }))],
        examples,
    };
    let answers: Map<String, Value> =
        [("symptom".to_owned(), json!("one-yuan-cap"))].into_iter().collect();
    let shown = Witness { shows: "somebody".to_owned(), answers };
    Certificate {
        rulebook: Edition { version: "1".to_owned(), hash: "abc".to_owned() },
        as_of: "2026-11-21".to_owned(),
        draws: 7,
        is_green: verdict != Verdict::Fails,
        lines: vec![
            line("first-line", Verdict::Holds, Vec::new()),
            line("second-line", verdict, vec![shown]),
        ],
    }
}

#[test]
fn a_report_names_every_line_and_ends_with_the_verdict() {
    let red = report(&certificate(Verdict::Fails));
    for part in
        ["first-line", "second-line", "everything is well", "bounded: a few", "one 1.5", "somebody"]
    {
        assert!(red.contains(part), "{part}: {red}");
    }
    let last = |report: &str| report.lines().last().map(str::to_owned).expect("a report has lines");
    assert!(last(&red).starts_with("red"), "{red}");
    assert!(last(&report(&certificate(Verdict::Counted))).starts_with("green"));
}

#[test]
fn the_answers_of_a_report_can_be_given_to_explain() {
    let red = report(&certificate(Verdict::Fails));
    let answers = red.lines().map(str::trim).find(|line| line.starts_with('{'));
    let done = run(&["explain", "-"], answers.expect("the borrower is printed"));
    assert!(done.status.success(), "{}", text(&done.stderr));
}

#[test]
fn the_json_has_the_figures_by_name() {
    let json = serde_json::to_value(certificate(Verdict::Fails)).expect("it can be written");
    assert_eq!(json["lines"][1]["verdict"], "fails");
    assert_eq!(json["lines"][1]["figures"]["tried"], 3);
    assert_eq!(json["lines"][1]["examples"][0]["answers"]["symptom"], "one-yuan-cap");
    assert_eq!(json["is-green"], false);
}

#[test]
fn a_folder_with_errors_is_refused_with_its_problems() {
    let done = run(&["certify", "tests/native/bad"], "");
    assert_eq!(done.status.code(), Some(2), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("error["), "{}", text(&done.stderr));
    assert!(done.stdout.is_empty());
}

#[test]
fn what_certify_does_not_know_is_refused() {
    for arguments in [
        &["certify", "--xml"][..],
        &["certify", "--as-of"],
        &["certify", "--as-of", "yesterday"],
        &["certify", "no-such-folder"],
        &["certify", "knowledge", "knowledge"],
    ] {
        let done = run(arguments, "");
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(done.stdout.is_empty(), "{arguments:?}");
    }
}
