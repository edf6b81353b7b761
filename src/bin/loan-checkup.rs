//! The command line: checks the knowledge folder, explains answers.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;

use clap::{Args, Parser, Subcommand, value_parser};
use indicatif::{ProgressBar, ProgressStyle};
use loan_checkup::copy_rules;
use loan_checkup::engine::{
    Answers, Date, Diagnosis, GivenAnswer, Rulebook, diagnose, firmness, read_answers,
};
use loan_checkup::explanation::explain;
use loan_checkup::knowledge::{self, Folder, Knowledge, Problem, Severity};
use loan_checkup::proof::diff::{Effort, difference};
use loan_checkup::proof::{DRAWS, Progress, ProofSubject, certify, report as certificate_report};
use loan_checkup::shipped;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Checks the knowledge folder, explains answers, proves and compares rulebooks.
#[derive(Parser)]
#[command(name = "loan-checkup", version, after_help = "Exit code: 2 if the input cannot be used.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints every problem of a knowledge folder; exit code 1 if one is an error
    Check(DatedFolder),
    /// Prints the diagnosis of answers with its trace
    Explain {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
        /// The answers as JSON, as in {"answers": {"symptom": "one-yuan-cap"}}; "-" reads standard input
        #[arg(value_name = "ANSWERS.JSON")]
        file: PathBuf,
    },
    /// Prints what is proved of a rulebook; exit code 1 if a line fails
    Certify {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        of: DatedFolder,
    },
    /// Prints which borrowers would see something else; exit code 1 if any, or if the rules or the wording differ
    Diff {
        /// Print it as JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        as_of: AsOf,
        /// How many borrowers are drawn where there are too many to look at all of them; 20000 if it is not set
        #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..))]
        draws: Option<u32>,
        /// The knowledge folder before the change
        old: PathBuf,
        /// The knowledge folder after the change
        new: PathBuf,
    },
}

/// A knowledge folder on a day.
#[derive(Args)]
struct DatedFolder {
    #[command(flatten)]
    as_of: AsOf,
    /// The knowledge folder
    #[arg(default_value = "knowledge")]
    folder: PathBuf,
}

#[derive(Args)]
struct AsOf {
    /// The day on which the rules are asked, such as 2026-11-21; today if it is not set
    #[arg(long = "as-of", value_name = "DAY", value_parser = day)]
    day: Option<Date>,
}

impl AsOf {
    fn day(&self) -> Date {
        self.day.unwrap_or_else(today)
    }
}

/// Exit code for input that cannot be used; clap takes the same one for arguments.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(of) => check(&of),
        Command::Explain { json, file } => run_explain(&file, json),
        Command::Certify { json, of } => run_certify(&of, json),
        Command::Diff { json, as_of, draws, old, new } => {
            let effort = draws.map(|draws| Effort::of_draws(u64::from(draws))).unwrap_or_default();
            run_diff([&old, &new], as_of.day(), effort, json)
        }
    };
    done.unwrap_or_else(|message| {
        eprintln!("{message}");
        ExitCode::from(BAD_INPUT)
    })
}

fn day(text: &str) -> Result<Date, &'static str> {
    Date::read(text).ok_or("not a day such as 2026-11-21")
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

/// As JSON, or as the report for people.
fn print_either<T: Serialize>(
    found: &T,
    json: bool,
    report: impl Fn(&T) -> String,
) -> Result<(), String> {
    match json {
        true => {
            print(&serde_json::to_string_pretty(found).map_err(|e| format!("cannot print: {e}"))?)
        }
        false => print(&report(found)),
    }
}

fn check(of: &DatedFolder) -> Result<ExitCode, String> {
    let files = read_folder(&of.folder)?;
    let (mut problems, summary) = match knowledge::load(&files, Some(of.as_of.day())) {
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

fn read_folder(folder: &Path) -> Result<Folder, String> {
    Folder::read(folder)
        .map_err(|error| format!("cannot read the folder `{}`: {error}", folder.display()))
}

fn run_certify(of: &DatedFolder, json: bool) -> Result<ExitCode, String> {
    let day = of.as_of.day();
    let knowledge = knowledge::load(&read_folder(&of.folder)?, Some(day)).map_err(|problems| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    })?;
    let bar = Bar::new();
    let certificate = certify(&ProofSubject::of(&knowledge, day), DRAWS, &|at| bar.show(at));
    bar.finish();
    print_either(&certificate, json, certificate_report)?;
    Ok(if certificate.is_green { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_diff(
    folders: [&Path; 2],
    day: Date,
    effort: Effort,
    json: bool,
) -> Result<ExitCode, String> {
    let (old, new) = match folders.map(|folder| usable(folder, day)) {
        [Ok(old), Ok(new)] => (old, new),
        unusable => {
            let whys: Vec<String> = unusable.into_iter().filter_map(Result::err).collect();
            return Err(whys.join("\n"));
        }
    };
    let bar = Bar::new();
    let [old, new] = [&old, &new].map(|knowledge| ProofSubject::of(knowledge, day));
    let found = difference(&old, &new, effort, &|at| bar.show(at));
    bar.finish();
    print_either(&found, json, |found| found.report())?;
    Ok(if found.is_empty { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is in a folder, if it has no error.
fn usable(folder: &Path, day: Date) -> Result<Knowledge, String> {
    knowledge::load(&read_folder(folder)?, Some(day)).map_err(|problems| {
        let errors = problems.iter().filter(|one| one.code.severity() == Severity::Error);
        let errors: Vec<String> = errors.map(ToString::to_string).collect();
        format!("the folder `{}` cannot be used:\n{}", folder.display(), errors.join("\n"))
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

fn run_explain(file: &Path, json: bool) -> Result<ExitCode, String> {
    let name = file.display();
    let text = if file.as_os_str() == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|error| format!("cannot read `{name}`: {error}"))?;
    let input: Input = serde_json::from_str(&text).map_err(|error| format!("`{name}`: {error}"))?;
    let day = match &input.as_of {
        Some(text) => Date::read(text)
            .ok_or_else(|| format!("as-of: `{text}` is not a day such as 2026-11-21"))?,
        None => today(),
    };
    let rulebook = shipped::rulebook();
    let answers = read(&rulebook, input)?;
    let diagnosis = diagnose(&rulebook, &answers, day);
    print_either(&explain(&rulebook, &answers, &diagnosis), json, |_| {
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

/// How far a long command is, on standard error: a bar on a terminal, a line for each stage elsewhere.
struct Bar {
    bar: ProgressBar,
    stage: Mutex<&'static str>,
}

impl Bar {
    fn new() -> Self {
        let style = ProgressStyle::with_template("[{bar:30}] {percent:>3} % {msg}");
        let style = style.expect("the template is one").progress_chars("## ");
        Self { bar: ProgressBar::new(100).with_style(style), stage: Mutex::default() }
    }

    fn show(&self, Progress { stage, percent }: Progress) {
        // Nobody is harmed by a bar that cannot be drawn.
        let Ok(mut shown) = self.stage.lock() else { return };
        if *shown != stage {
            *shown = stage;
            self.bar.set_message(stage);
            if self.bar.is_hidden() {
                eprintln!("{percent:>3} % {stage}");
            }
        }
        self.bar.set_position(u64::try_from(percent).unwrap_or_default());
    }

    fn finish(self) {
        self.bar.finish_and_clear();
    }
}
