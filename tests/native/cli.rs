//! The command line: exit codes, messages, and the contract of its JSON.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use loan_checkup::engine::Decibans;
use serde_json::Value;

use crate::borrower::Borrower;
use crate::folder;

/// Runs the program with a text on its standard input.
#[track_caller]
pub(crate) fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loan-checkup"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that stops over its arguments does not read its input.
    let _ = child.stdin.take().expect("the input is a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

/// What a program wrote.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What is wrong with the command itself or its input.
const BAD_INPUT: i32 = 2;

#[test]
fn a_wrong_command_prints_how_it_is_used() {
    for arguments in [
        &[][..],
        &["explain"],
        &["check", "--quick"],
        &["check", "--as-of"],
        &["check", "knowledge", "knowledge"],
        &["explain", "--xml", "-"],
        &["explain", "--json"],
    ] {
        let done = run(arguments, "");
        check(&done, BAD_INPUT, &["--help"]);
        assert!(done.stdout.is_empty(), "{arguments:?} prints to standard output");
    }
}

#[test]
fn a_misspelt_command_or_option_is_told_the_right_one() {
    for (arguments, meant) in [
        (&["certfy"][..], "'certify'"),
        (&["check", "--as-off", folder::DAY], "'--as-of'"),
        (&["explain", "--jsn", "-"], "'--json'"),
        (&["diff", "--draw", "20", "knowledge", "knowledge"], "'--draws'"),
    ] {
        check(&run(arguments, ""), BAD_INPUT, &[meant]);
    }
}

#[test]
fn help_is_no_error_and_names_every_command() {
    let commands = ["check", "explain", "certify", "diff"];
    for word in ["help", "--help", "-h"] {
        let done = run(&[word], "");
        let help = text(&done.stdout);
        assert!(done.status.success() && commands.iter().all(|name| help.contains(name)), "{word}");
    }
    for command in commands {
        let done = run(&[command, "--help"], "");
        let usage = format!("Usage: loan-checkup {command} ");
        assert!(done.status.success() && text(&done.stdout).contains(&usage), "{command}");
    }
}

#[test]
fn the_version_is_the_package_s() {
    let done = run(&["--version"], "");
    assert_eq!(text(&done.stdout), concat!("loan-checkup ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[cfg(feature = "prerender")]
#[test]
fn the_programs_of_the_build_take_their_arguments_alike() {
    for program in [env!("CARGO_BIN_EXE_page-parts"), env!("CARGO_BIN_EXE_sheet")] {
        let run = |argument: &str| {
            let done = Command::new(program).arg(argument).output();
            done.expect("the program starts")
        };
        let help = run("--help");
        assert!(help.status.success() && text(&help.stdout).contains("Usage:"), "{program}");
        assert!(run("--version").status.success(), "{program}");
        check(&run("--hlep"), BAD_INPUT, &["'--help'"]);
        check(&run("too-much"), BAD_INPUT, &["Usage:", "--help"]);
    }
}

#[cfg(feature = "sheet")]
#[test]
fn a_sheet_that_cannot_be_made_is_refused_with_what_can_be_chosen() {
    for (option, value, meant) in [
        ("--widths", "360,239", "240..=2560"),
        ("--widths", "360px", "--widths"),
        ("--schemes", "lihgt", "'light'"),
        ("--locales", "zh-CNN", "`zh-CN`"),
        ("--cases", "no-such-case", "`no-such-case`"),
        ("--wdths", "360", "'--widths'"),
    ] {
        let done = Command::new(env!("CARGO_BIN_EXE_sheet")).args([option, value]).output();
        check(&done.expect("the program starts"), BAD_INPUT, &[meant]);
    }
}

#[test]
fn an_unknown_question_is_named_with_the_right_one() {
    check_input(r#"{"answers": {"symptm": "one-yuan-cap"}}"#, &["`symptm`", "`symptom`"]);
}

#[test]
fn an_unknown_option_is_named_with_the_right_one() {
    check_input(
        r#"{"answers": {"symptom": "one-yuan-cup"}}"#,
        &["`one-yuan-cup`", "`symptom`", "`one-yuan-cap`"],
    );
}

#[test]
fn a_far_id_gets_no_suggestion() {
    let done = run(&["explain", "-"], r#"{"answers": {"weather": "rain"}}"#);
    check(&done, BAD_INPUT, &["`weather`"]);
    assert_eq!(text(&done.stderr).matches('`').count(), 2, "{}", text(&done.stderr));
}

#[test]
fn every_wrong_answer_is_named_at_once() {
    check_input(
        r#"{"answers": {"symptm": "x", "account-age": "old", "monthly-income": "much"}}"#,
        &["`symptm`", "`old`", "`much`", "`monthly-income`"],
    );
}

#[test]
fn a_malformed_amount_is_named_with_its_field() {
    for amount in ["8,00", "1e5", "-5", "", "99999999999999999999999999999"] {
        let input = format!(r#"{{"answers": {{"monthly-income": "{amount}"}}}}"#);
        check_input(&input, &["`monthly-income`", &format!("`{amount}`")]);
    }
}

#[test]
fn a_money_question_by_its_own_name_is_told_its_amounts() {
    check_input(
        r#"{"answers": {"repayment-burden": "under-30-percent"}}"#,
        &["`repayment-burden`", "`monthly-repayments`", "`monthly-income`"],
    );
}

#[test]
fn answers_of_the_wrong_number_are_refused() {
    for (answer, named) in [
        (r#""symptom": []"#, "`symptom`"),
        (r#""symptom": ["one-yuan-cap", "limit-gone"]"#, "`symptom`"),
        (r#""warning-signs": ["none", "asked-to-pay"]"#, "`none`"),
        (r#""warning-signs": ["unsure", "asked-to-pay"]"#, "`unsure`"),
        (r#""monthly-income": ["8000"]"#, "`monthly-income`"),
    ] {
        check_input(&format!(r#"{{"answers": {{{answer}}}}}"#), &[named]);
    }
}

#[test]
fn input_that_is_no_json_is_refused() {
    for input in [
        "",
        "{",
        "[]",
        "null",
        r#"{"answers": 1}"#,
        r#"{"answers": {"symptom": 1}}"#,
        r#"{"answers": {"symptom": null}}"#,
        r#"{"answers": {}, "as-off": "2026-11-21"}"#,
        "\u{feff}{}",
        "{\"answers\": {}} tail",
    ] {
        check_input(input, &["`-`"]);
    }
}

#[test]
fn a_day_that_does_not_exist_is_refused() {
    check_input(r#"{"answers": {}, "as-of": "2026-02-30"}"#, &["as-of", "`2026-02-30`"]);
    check(
        &run(&["check", "--as-of", "tomorrow"], ""),
        BAD_INPUT,
        &["'tomorrow'", "'--as-of <DAY>'"],
    );
}

#[test]
fn a_missing_file_or_folder_is_named() {
    check(&run(&["explain", "no-such-file.json"], ""), BAD_INPUT, &["`no-such-file.json`"]);
    check(&run(&["check", "no-such-folder"], ""), BAD_INPUT, &["`no-such-folder`"]);
}

#[test]
fn answers_in_a_file_are_explained_as_those_on_standard_input() {
    let input = r#"{"answers": {"symptom": "payout-failed", "receiving-card": ["not-own"]}, "as-of": "2026-11-21"}"#;
    let folder = temporary("answers");
    let file = folder.join("answers.json");
    fs::write(&file, input).expect("a file can be written");
    for arguments in [&["explain"][..], &["explain", "--json"]] {
        let from_file = run(&[arguments, &[&file.to_string_lossy()]].concat(), "");
        let from_input = run(&[arguments, &["-"]].concat(), input);
        assert!(from_file.status.success(), "{}", text(&from_file.stderr));
        assert_eq!(text(&from_file.stdout), text(&from_input.stdout));
    }
    fs::remove_dir_all(folder).expect("the folder can go");
}

#[test]
fn the_report_for_people_names_reasons_their_answers_and_steps() {
    let input =
        r#"{"answers": {"symptom": "payout-failed", "receiving-card": ["closed-lost-frozen"]}}"#;
    let report = text(&run(&["explain", "-"], input).stdout);
    for part in [
        "outcome: findings",
        "receiving-card-unusable: settled",
        "receiving-card = closed-lost-frozen",
        "step 1: ",
    ] {
        assert!(report.contains(part), "`{part}` is not in\n{report}");
    }
}

#[test]
fn the_shipped_folder_passes_the_check() {
    let done = run(&["check", "--as-of", folder::DAY, "knowledge"], "");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stdout));
    assert!(text(&done.stdout).contains(": 0 errors, 0 warnings"), "{}", text(&done.stdout));
}

#[test]
fn a_folder_with_an_error_fails_the_check() {
    let copy = copied("error");
    let path = copy.join("groups.toml");
    let groups = fs::read_to_string(&path).expect("the copy can be read");
    fs::write(&path, groups.replacen("cap = \"18\"", "cap = \"0\"", 1))
        .expect("the copy can be written");
    let done = run(&["check", "--as-of", folder::DAY, &copy.to_string_lossy()], "");
    assert_eq!(done.status.code(), Some(1), "{}", text(&done.stdout));
    for part in ["groups.toml:", "error[group-without-cap]", "hint: ", "1 error, 0 warnings"] {
        assert!(text(&done.stdout).contains(part), "`{part}` is not in\n{}", text(&done.stdout));
    }
    fs::remove_dir_all(copy).expect("the copy can go");
}

#[test]
fn a_folder_with_a_warning_passes_the_check() {
    let done = run(&["check", "--as-of", "2099-01-01", "knowledge"], "");
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stdout));
    assert!(text(&done.stdout).contains("warning[source-past-review]"), "{}", text(&done.stdout));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_loan-checkup"))
        .args(["explain", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("the input is a pipe");
    input.write_all(br#"{"answers": {"symptom": "limit-gone"}}"#).expect("the program reads");
    drop(input);
    let done = child.wait_with_output().expect("the program ends");
    assert!(done.status.success() && done.stderr.is_empty(), "{}", text(&done.stderr));
}

/// Field names and types of `explain --json` are a contract; more fields may come.
#[test]
fn the_json_has_the_fields_of_the_contract() {
    let borrower = Borrower::who_says(&[
        ("symptom", "one-yuan-cap"),
        ("warning-signs", "none"),
        ("phone-number-change", "within-7-days"),
        ("phone-number-match", "code-to-old-number"),
        ("device-or-place", "new-handset"),
        ("overdue-history", "never"),
        ("one-yuan-meaning", "largest-amount-accepted"),
        ("monthly-income", "8000"),
    ]);
    let done = run(&["explain", "--json", "-"], &borrower.json().to_string());
    let result: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    assert_eq!(result["outcome"], "findings");
    let finding = &result["findings"][0];
    assert_eq!(finding["cause"], "phone-number-changed");
    check_decimal(&finding["support"]);
    check_decimal(&finding["evidence"][0]["weight"]);
    let also = finding["also"].as_array().expect("a list");
    assert!(also.contains(&"unusual-device-or-place".into()), "{also:?} is not folded");
    let fields = [
        (&result, &["outcome", "findings", "plan", "not-shown", "open-questions", "rulebook"][..]),
        (finding, &["cause", "strength", "support", "also", "evidence"]),
        (&finding["evidence"][0], &["question", "answer", "weight"]),
        (&result["plan"][0], &["remedy", "for", "who", "wait-days"]),
        (&result["not-shown"][0], &["cause", "support", "reason"]),
        (&result["rulebook"], &["version", "hash"]),
    ];
    for (object, names) in fields {
        for name in names {
            assert!(!object[name].is_null(), "no `{name}` in {object:#}");
        }
    }
    let not_shown = result["not-shown"].as_array().expect("a list");
    let ruled_out = not_shown.iter().find(|not| not["cause"] == "minimum-hint-misread");
    assert_eq!(ruled_out.map(|not| &not["reason"]), Some(&"ruled-out".into()));
    assert!(
        result["open-questions"]
            .as_array()
            .is_some_and(|open| open.contains(&"other-loans".into()))
    );
    assert!(result["plan"][0]["wait-days"].is_u64());
    assert_eq!(result["rulebook"]["hash"].as_str().map(str::len), Some(16));
}

#[test]
fn the_same_answers_print_the_same() {
    let input = r#"{"answers": {"symptom": "limit-gone", "other-loans": "five-or-more"}, "as-of": "2026-11-21"}"#;
    let [one, other] = [(); 2].map(|()| run(&["explain", "--json", "-"], input).stdout);
    assert!(!one.is_empty() && one == other);
}

/// The exit code, and parts that the message has.
#[track_caller]
fn check(done: &Output, code: i32, parts: &[&str]) {
    let message = text(&done.stderr);
    assert_eq!(done.status.code(), Some(code), "{message}");
    for part in parts {
        assert!(message.contains(part), "`{part}` is not in\n{message}");
    }
    assert!(!message.contains("panicked"), "{message}");
}

/// Input that cannot be used, and what the message names.
#[track_caller]
fn check_input(input: &str, parts: &[&str]) {
    for arguments in [&["explain", "-"][..], &["explain", "--json", "-"]] {
        let done = run(arguments, input);
        check(&done, BAD_INPUT, parts);
        assert!(done.stdout.is_empty(), "something is printed for {input}");
    }
}

/// Decimals cross the seam as text.
#[track_caller]
fn check_decimal(value: &Value) {
    let text = value.as_str().unwrap_or_default();
    assert!(
        Decibans::read(text).is_some_and(|weight| weight.to_string() == text),
        "{value} is no decimal"
    );
}

/// An empty folder for one test.
fn temporary(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("loan-checkup-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// A copy of the shipped folder.
fn copied(name: &str) -> PathBuf {
    let copy = temporary(name);
    folder::copy(&folder::path("knowledge"), &copy);
    copy
}
