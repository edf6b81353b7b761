//! The command line: checks the knowledge folder, explains answers.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use loan_checkup::copy_rules;
use loan_checkup::engine::{
    Answers, Date, Diagnosis, GivenAnswer, Rulebook, diagnose, firmness, read_answers,
};
use loan_checkup::explanation::explain;
use loan_checkup::knowledge::{self, Folder, Knowledge, Problem, Severity};
use loan_checkup::proof::diff::{Effort, difference};
use loan_checkup::proof::{
    DRAWS, ProgressBar, ProofSubject, certify, report as certificate_report,
};
use loan_checkup::shipped;
use serde::Deserialize;
use time::OffsetDateTime;

const USAGE: &str = "\
usage:
  loan-checkup check [--as-of DAY] [knowledge/]   every problem; exit 1 if there is an error
  loan-checkup explain [--json] answers.json      the diagnosis with its trace (\"-\" reads standard input)
  loan-checkup certify [--json] [--as-of DAY] [knowledge/]
                                                  what is proved of the rulebook; exit 1 if a line fails
  loan-checkup diff [--json] [--as-of DAY] [--draws N] OLD NEW
                                                  which borrowers would see something else; exit 1 if any";

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
        ["certify", rest @ ..] => run_certify(rest),
        ["diff", rest @ ..] => run_diff(rest),
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
    let day = day_or_today(day)?;
    let files = read_folder(folder)?;
    let (mut problems, summary) = match knowledge::load(&files, Some(day)) {
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
    problems.extend(copy_rules::check(&files));
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

fn day_or_today(day: Option<&str>) -> Result<Date, String> {
    day.map_or(Ok(today()), |text| {
        Date::read(text).ok_or_else(|| format!("`{text}` is not a day such as 2026-11-21"))
    })
}

fn read_folder(folder: &str) -> Result<Folder, String> {
    Folder::read(Path::new(folder))
        .map_err(|error| format!("cannot read the folder `{folder}`: {error}"))
}

fn run_certify(arguments: &[&str]) -> Result<ExitCode, String> {
    let (mut as_json, mut day, mut folder) = (false, None, None);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match *word {
            "--json" => as_json = true,
            "--as-of" => day = Some(*words.next().ok_or(USAGE)?),
            word if word.starts_with('-') || folder.is_some() => return Err(USAGE.to_owned()),
            word => folder = Some(word),
        }
    }
    let day = day_or_today(day)?;
    let knowledge = knowledge::load(&read_folder(folder.unwrap_or("knowledge"))?, Some(day))
        .map_err(|problems| {
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        })?;
    let mut bar = ProgressBar::on_stderr();
    let certificate =
        certify(&ProofSubject::of(&knowledge, day), DRAWS, &mut |progress| bar.show(progress));
    bar.finish();
    print(&if as_json {
        serde_json::to_string_pretty(&certificate)
            .map_err(|error| format!("cannot print the certificate: {error}"))?
    } else {
        certificate_report(&certificate)
    })?;
    Ok(if certificate.is_green { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compares two knowledge folders; exit 1 if anybody would see a difference, or if the rules or the wording differ.
fn run_diff(arguments: &[&str]) -> Result<ExitCode, String> {
    let (mut folders, mut day, mut as_json) = (Vec::new(), None, false);
    let mut effort = Effort::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match *word {
            "--json" => as_json = true,
            "--as-of" => day = Some(*words.next().ok_or(USAGE)?),
            "--draws" => effort = draws(words.next().ok_or(USAGE)?)?,
            word if word.starts_with('-') => return Err(USAGE.to_owned()),
            word => folders.push(word),
        }
    }
    let [old, new] = folders[..] else { return Err(USAGE.to_owned()) };
    let day = day_or_today(day)?;
    let (old, new) = match (usable(old, day), usable(new, day)) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            let whys: Vec<String> = [old.err(), new.err()].into_iter().flatten().collect();
            return Err(whys.join("\n"));
        }
    };
    let found = difference(&ProofSubject::of(&old, day), &ProofSubject::of(&new, day), effort);
    print(&if as_json {
        serde_json::to_string_pretty(&found)
            .map_err(|error| format!("cannot print the difference: {error}"))?
    } else {
        found.report()
    })?;
    Ok(if found.is_empty { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// So many borrowers, and interviews in proportion.
fn draws(text: &str) -> Result<Effort, String> {
    let borrowers = text.parse::<u32>().ok().filter(|count| *count > 0);
    let borrowers = borrowers.ok_or_else(|| format!("`{text}` is no number of borrowers"))?;
    Ok(Effort::of_draws(u64::from(borrowers)))
}

/// What is in a folder, if it has no error.
fn usable(folder: &str, day: Date) -> Result<Knowledge, String> {
    knowledge::load(&read_folder(folder)?, Some(day)).map_err(|problems| {
        let errors = problems.iter().filter(|one| one.code.severity() == Severity::Error);
        let errors: Vec<String> = errors.map(ToString::to_string).collect();
        format!("the folder `{folder}` cannot be used:\n{}", errors.join("\n"))
    })
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
