//! The checks of the knowledge folder: clean on what is shipped, and each fires on a folder that is bad in one way.
//!
//! `bad/<code>.toml` changes the shipped folder in memory and says what must be reported:
//!
//! - `[[change]]`: in `file`, the first `find` becomes `put`; without `find` the file goes, or moves to `rename`;
//! - `at`: the file that the report names, the changed one by default;
//! - `line`: `file` (the whole file), `change` (the first changed line) or `table` (the entry around it);
//!   or `line-of`: a text that begins on the line;
//! - `suggestion`: what may have been meant; `also`: other codes that cannot be avoided.

use std::collections::BTreeSet;
use std::fs;

use loan_checkup::copy_rules;
use loan_checkup::knowledge::{self, Folder, Problem, ProblemCode, Severity};
use serde::Deserialize;

use crate::folder;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Bad {
    at: Option<String>,
    line: Option<Line>,
    line_of: Option<String>,
    suggestion: Option<String>,
    #[serde(default)]
    also: Vec<String>,
    change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    File,
    Change,
    Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    find: Option<String>,
    #[serde(default)]
    put: String,
    rename: Option<String>,
}

#[test]
fn the_shipped_folder_has_no_problem() {
    let warnings = folder::knowledge().warnings;
    assert!(warnings.is_empty(), "{}", folder::listed(&warnings));
}

#[test]
fn every_problem_code_has_a_bad_folder_and_every_bad_folder_a_code() {
    let codes: BTreeSet<String> =
        ProblemCode::ALL.iter().map(|code| code.id().to_owned()).collect();
    let files: BTreeSet<String> = fs::read_dir(folder::path("tests/native/bad"))
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .map(|name| name.strip_suffix(".toml").unwrap_or(&name).to_owned())
        .collect();
    assert_eq!(codes, files);
}

#[test]
fn each_bad_folder_is_reported_with_its_code_and_place() {
    for code in ProblemCode::ALL {
        check(*code);
    }
}

#[test]
fn every_name_by_which_something_is_told_is_checked() {
    for (file, found, put, code) in [
        ("questions.toml", "\"monthly-income\"", "'monthly \"income'", ProblemCode::MalformedId),
        ("questions.toml", "\"monthly-income\"", "\"symptom\"", ProblemCode::DuplicateId),
        ("questions.toml", "id = \"symptom\"", "id = \"closing-list\"", ProblemCode::DuplicateId),
        ("questions.toml", "id = \"limit-gone\"", "id = \"unsure\"", ProblemCode::DuplicateId),
        ("screens.toml", "id = \"warning-signs\"", "id = 'a\\b'", ProblemCode::MalformedId),
        ("screens.toml", "id = \"warning-signs\"", "id = \"symptom\"", ProblemCode::DuplicateId),
        (
            "screens.toml",
            "id = \"warning-signs\"",
            "id = \"closing-list\"",
            ProblemCode::DuplicateId,
        ),
    ] {
        let mut folder = folder::shipped();
        let text = folder.text(file).expect("the file is there").replace(found, put);
        assert_ne!(Some(&*text), folder.text(file), "{file} has no {found}");
        folder.set(file, text);
        let problems = knowledge::load(&folder, None).expect_err("a name is wrong");
        let is_told = problems.iter().any(|problem| problem.code == code);
        assert!(is_told, "{put} in {file}: {}", folder::listed(&problems));
    }
}

#[test]
fn a_problem_prints_its_place_its_code_and_a_hint() {
    let mut folder = folder::shipped();
    folder.remove("groups.toml");
    let problems = knowledge::load(&folder, None).expect_err("a file is missing");
    let missing = problems.iter().find(|problem| problem.code == ProblemCode::MissingFile);
    let printed = missing.expect("the file is reported").to_string();
    for part in ["groups.toml: ", "error[missing-file]", ProblemCode::MissingFile.hint()] {
        assert!(printed.contains(part), "`{part}` is not in\n{printed}");
    }
}

#[test]
fn every_problem_of_a_folder_is_reported_at_once() {
    let mut folder = folder::shipped();
    for path in ["groups.toml", "sources.toml", "screens.toml"] {
        folder.remove(path);
    }
    let problems = knowledge::load(&folder, None).expect_err("files are missing");
    let missing =
        problems.iter().filter(|problem| problem.code == ProblemCode::MissingFile).count();
    assert_eq!(missing, 3, "{}", folder::listed(&problems));
}

#[test]
fn a_share_above_one_is_no_share() {
    for (file, find, put) in [
        ("questions.toml", "base-rate = \"0.35\"", "base-rate = \"3.5\""),
        ("remedies.toml", "likelihood = \"0.9\"", "likelihood = \"1.1\""),
    ] {
        let mut folder = folder::shipped();
        change(&mut folder, file, find, put);
        check_codes(
            file,
            &knowledge::load(&folder, None).expect_err(file),
            &[ProblemCode::MalformedNumber.id()],
        );
    }
}

/// The bad folder of the code reports the code, where it should, and nothing that is not foreseen.
#[track_caller]
fn check(code: ProblemCode) {
    let name = format!("tests/native/bad/{}.toml", code.id());
    let text = fs::read_to_string(folder::path(&name)).expect(&name);
    assert!(text.starts_with("# "), "{name} does not begin with what is wrong");
    let bad: Bad = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let before = folder::shipped();
    let mut after = before.clone();
    for change in &bad.change {
        apply(&mut after, change);
    }
    let problems = problems(&after);
    let foreseen: Vec<&str> = bad.also.iter().map(String::as_str).chain([code.id()]).collect();
    check_codes(&name, &problems, &foreseen);
    let file = bad.at.as_ref().unwrap_or(&bad.change[0].file);
    let line = expected_line(&bad, file, &before, &after);
    let here = |problem: &&Problem| {
        problem.code == code && problem.place.file == *file && problem.place.line == line
    };
    let found = problems.iter().find(here);
    let listed = folder::listed(&problems);
    let found = found.unwrap_or_else(|| panic!("{name}: nothing at {file}:{line}, but\n{listed}"));
    assert_eq!(found.suggestion, bad.suggestion, "{name}");
}

#[track_caller]
fn check_codes(name: &str, problems: &[Problem], foreseen: &[&str]) {
    let found: BTreeSet<&str> = problems.iter().map(|problem| problem.code.id()).collect();
    assert_eq!(found, foreseen.iter().copied().collect(), "{name}:\n{}", folder::listed(problems));
}

/// All problems of a folder, which is refused if one of them is an error.
fn problems(folder: &Folder) -> Vec<Problem> {
    let is_error = |problem: &Problem| problem.code.severity() == Severity::Error;
    let mut problems = match knowledge::load(folder, Some(folder::day())) {
        Ok(knowledge) => {
            assert!(!knowledge.warnings.iter().any(is_error), "a folder with an error is accepted");
            knowledge.warnings
        }
        Err(problems) => {
            assert!(problems.iter().any(is_error), "a folder is refused over warnings");
            problems
        }
    };
    problems.extend(copy_rules::check(folder));
    problems
}

#[track_caller]
fn apply(folder: &mut Folder, given: &Change) {
    match (&given.find, &given.rename) {
        (Some(find), _) => change(folder, &given.file, find, &given.put),
        (None, Some(name)) => {
            let text = folder.text(&given.file).expect(&given.file).to_owned();
            folder.remove(&given.file);
            folder.set(name, text);
        }
        (None, None) => folder.remove(&given.file),
    }
}

#[track_caller]
fn change(folder: &mut Folder, file: &str, find: &str, put: &str) {
    let text = folder.text(file).expect(file);
    assert!(text.contains(find), "{file} has no\n{find}");
    let text = text.replacen(find, put, 1);
    folder.set(file, text);
}

fn expected_line(bad: &Bad, file: &str, before: &Folder, after: &Folder) -> usize {
    let [before, after] = [before, after].map(|folder| folder.text(file).unwrap_or_default());
    let changed =
        before.lines().zip(after.lines()).position(|(one, other)| one != other).unwrap_or_default()
            + 1;
    let is_entry = |line: &str| line.starts_with("[[") && !line.contains('.');
    match (&bad.line, &bad.line_of) {
        (_, Some(text)) => {
            let offset = after.find(text.as_str()).expect("the text of `line-of` is there");
            after[..offset].lines().count() + 1
        }
        (Some(Line::Change), _) => changed,
        (Some(Line::Table), _) => after
            .lines()
            .take(changed)
            .enumerate()
            .filter(|(_, line)| is_entry(line))
            .last()
            .map_or(0, |(at, _)| at + 1),
        (Some(Line::File) | None, None) => 0,
    }
}
