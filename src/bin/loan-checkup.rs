//! The command line: checks the knowledge folder, explains answers.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use loan_checkup::engine::{
    Answers, Date, Diagnosis, GivenAnswer, Rulebook, diagnose, firmness, read_answers,
};
use loan_checkup::explanation::explain;
use loan_checkup::knowledge::{self, Folder, Problem, Severity};
use loan_checkup::shipped;
use serde::Deserialize;
use time::OffsetDateTime;

const USAGE: &str = "\
usage:
  loan-checkup check [--as-of DAY] [knowledge/]   every problem; exit 1 if there is an error
  loan-checkup explain [--json] answers.json      the diagnosis with its trace (\"-\" reads standard input)";

/// Exit code for input that cannot be used.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["check"] => check("knowledge", None),
        ["check", "--as-of", day] => check("knowledge", Some(day)),
        ["check", "--as-of", day, folder] => check(folder, Some(day)),
        ["check", folder] if !folder.starts_with('-') => check(folder, None),
        ["explain", "--json", file] | ["explain", file, "--json"] => run_explain(file, true),
        ["explain", file] if !file.starts_with("--") => run_explain(file, false),
        ["--help" | "-h" | "help"] => print(USAGE).map(|()| ExitCode::SUCCESS),
        _ => Err(USAGE.to_owned()),
    };
    done.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(BAD_INPUT)
    })
}

/// Prints, and is quiet when the reader has gone away.
fn print(text: &str) -> Result<(), String> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot print: {error}"))
        }
        _ => Ok(()),
    }
}

fn check(folder: &str, day: Option<&str>) -> Result<ExitCode, String> {
    let day = match day {
        Some(text) => {
            Date::read(text).ok_or_else(|| format!("`{text}` is not a day such as 2026-11-21"))?
        }
        None => today(),
    };
    let files = Folder::read(Path::new(folder))
        .map_err(|error| format!("cannot read the folder `{folder}`: {error}"))?;
    let (problems, summary) = match knowledge::load(&files, Some(day)) {
        Ok(knowledge) => {
            let rules = &knowledge.rulebook;
            let summary = format!(
                "{} causes, {} questions, {} remedies, {} cases, {} locales",
                rules.causes.len(),
                rules.questions.len(),
                rules.remedies.len(),
                knowledge.cases.len(),
                knowledge.catalogues.len(),
            );
            (knowledge.warnings, Some(summary))
        }
        Err(problems) => (problems, None),
    };
    for problem in &problems {
        print(&problem.to_string())?;
    }
    let count =
        |severity| problems.iter().filter(|p: &&Problem| p.code.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let counts = format!("{}, {}", plural(errors, "error"), plural(warnings, "warning"));
    print(&summary.map_or(counts.clone(), |summary| format!("{summary}: {counts}")))?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// The input of `explain`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Input {
    answers: BTreeMap<String, GivenAnswer>,
    as_of: Option<String>,
}

fn run_explain(file: &str, as_json: bool) -> Result<ExitCode, String> {
    let text = if file == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|error| format!("cannot read `{file}`: {error}"))?;
    let input: Input = serde_json::from_str(&text).map_err(|error| format!("`{file}`: {error}"))?;
    let day = match &input.as_of {
        Some(text) => Date::read(text)
            .ok_or_else(|| format!("as-of: `{text}` is not a day such as 2026-11-21"))?,
        None => today(),
    };
    let rulebook = shipped::rulebook();
    let answers = read(&rulebook, input)?;
    let diagnosis = diagnose(&rulebook, &answers, day);
    print(&if as_json {
        serde_json::to_string_pretty(&explain(&rulebook, &answers, &diagnosis))
            .map_err(|error| format!("cannot print the diagnosis: {error}"))?
    } else {
        report(&rulebook, &answers, &diagnosis)
    })?;
    Ok(ExitCode::SUCCESS)
}

fn read(rulebook: &Rulebook, input: Input) -> Result<Answers, String> {
    read_answers(rulebook, input.answers)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// The diagnosis for a person at a terminal, by ids.
fn report(rulebook: &Rulebook, answers: &Answers, diagnosis: &Diagnosis) -> String {
    let mut lines = vec![format!("outcome: {}", diagnosis.outcome.id())];
    lines.push(format!("grade: {}", firmness(rulebook, answers, diagnosis).grade.id()));
    for finding in &diagnosis.findings {
        let assessment = diagnosis.assessment(finding.cause);
        lines.push(format!(
            "{}: {} ({} dB)",
            rulebook.cause(finding.cause).id,
            finding.strength.id(),
            assessment.support
        ));
        for cause in &finding.also {
            lines.push(format!("  with {}", rulebook.cause(*cause).id));
        }
        if let Some(fact) = &assessment.settled_by {
            let question = rulebook.question(fact.question);
            let option = &question.options[fact.option.at()].id;
            lines.push(format!("  settled by {} = {option}", question.id));
        }
        if let Some(prior) = assessment.prior {
            lines.push(format!("  {:>6} before any answer", prior.to_string()));
        }
        let trace = diagnosis.trace(rulebook, finding.cause);
        for row in &trace.rows {
            let question = rulebook.question(row.question);
            let option = &question.options[row.option.at()].id;
            lines.push(format!("  {:>6} {} = {option}", row.weight.to_string(), question.id));
        }
        for (_, weight) in &trace.capped {
            lines.push(format!("  {:>6} held by a cap", weight.to_string()));
        }
    }
    for (number, step) in (1..).zip(&diagnosis.plan) {
        lines.push(format!("step {number}: {}", rulebook.remedy(step.remedy).id));
    }
    lines.join("\n")
}

/// Today's date in UTC; the only clock of the command line.
fn today() -> Date {
    let today = OffsetDateTime::now_utc().date();
    let year = u32::try_from(today.year()).unwrap_or(0);
    Date::new(year, u32::from(u8::from(today.month())), u32::from(today.day()))
        .unwrap_or(Date::FIRST)
}
