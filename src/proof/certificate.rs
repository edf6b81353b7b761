use serde::Serialize;

use crate::engine::firmness;

use super::parallel::Done;
use super::{Edition, Line, Model, Progress, ProofSubject, Sample, Verdict, Watch, lines, sampled};

/// How many borrowers are drawn for each symptom; a share of them has an error of about one point.
pub const DRAWS: usize = 2_500;

/// What is proved of a rulebook, and what is counted.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Certificate {
    /// Version and hash of the rulebook.
    pub rulebook: Edition,
    /// The day on which the rules were asked.
    pub as_of: String,
    /// How many borrowers were drawn for each symptom.
    pub draws: usize,
    /// Whether no line fails.
    pub is_green: bool,
    /// The lines.
    pub lines: Vec<Line>,
}

/// Works out every line of the certificate, with so many simulated borrowers for each symptom.
///
/// The result is the same on every machine. `progress` hears how far it is.
///
/// # Examples
///
/// ```
/// use loan_checkup::engine::Date;
/// use loan_checkup::proof::{ProofSubject, certify};
/// use loan_checkup::shipped;
///
/// // Of two causes only, because the whole takes long.
/// let mut rulebook = shipped::rulebook();
/// rulebook.causes.truncate(2);
/// for cause in &mut rulebook.causes {
///     cause.may_trigger.retain(|other| other.at() < 2);
/// }
/// for remedy in &mut rulebook.remedies {
///     remedy.fixes.retain(|fix| fix.cause.at() < 2);
/// }
/// let day = Date::read("2026-11-21").expect("it is a day");
/// let subject =
///     ProofSubject { rulebook: &rulebook, cases: &[], readings: &[], catalogues: &[], day };
/// let certificate = certify(&subject, 1, &|_| ());
/// assert!(certificate.lines.iter().any(|line| line.id == "monotony-of-weights"));
/// ```
#[must_use]
pub fn certify(subject: &ProofSubject, draws: usize, progress: Watch) -> Certificate {
    let model = Model::new(subject.rulebook, subject.day);
    let all = draws * model.symptoms().count();
    let stage = |name: &'static str, from: usize, of: usize, done: usize, all: usize| {
        progress(Progress::new(name, from, done * of / all.max(1)));
    };
    let mut lines = stated_lines(subject, &|done| stage("rules", 0, 20, done, lines::ALL.len()));
    let sample =
        Sample::new(&model, draws, &firmness, &|done| stage("interviews", 20, 50, done, all));
    lines.push(sampled::questions_asked(&sample));
    lines.push(sampled::screens_needed(&sample));
    lines.push(sampled::grade_shares(&sample));
    let grades = sampled::grades_contradicted(&sample, &|done| stage("grades", 70, 20, done, all));
    lines.push(grades);
    lines.push(sampled::first_steps(&sample));
    lines.push(sampled::ties(&sample));
    lines.push(sampled::full_interview(&sample));
    lines.push(sampled::drawn_causes(&sample));
    lines.push(sampled::both_causes(&sample));
    let oracle = sampled::noisy_or(&sample, &|done| stage("second opinion", 90, 10, done, all));
    lines.push(oracle);
    Certificate {
        rulebook: Edition::of(subject.rulebook),
        as_of: subject.day.to_string(),
        draws,
        is_green: lines.iter().all(|line| line.verdict != Verdict::Fails),
        lines,
    }
}

/// The lines that follow from the rules, the cases and the wording; `done` hears how many are made.
fn stated_lines(subject: &ProofSubject, done: Done) -> Vec<Line> {
    let made = |(number, (_, line)): (usize, &(&str, lines::Maker))| {
        done(number);
        line(subject)
    };
    (0..).zip(lines::ALL).map(made).collect()
}
