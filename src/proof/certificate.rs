use serde::Serialize;

use crate::engine::firmness;

use super::{Edition, Line, Model, Progress, ProofSubject, Sample, Verdict, lines, sampled};

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
#[must_use]
pub fn certify(
    subject: &ProofSubject,
    draws: usize,
    progress: &mut dyn FnMut(Progress),
) -> Certificate {
    let mut lines = stated_lines(subject, &mut |done| progress(Progress::new("rules", 0, done)));
    let model = Model::new(subject.rulebook, subject.day);
    let all = draws * model.symptoms().count();
    let mut stage = |name: &'static str, from: usize, of: usize, done: usize| {
        progress(Progress::new(name, from, done * of / all.max(1)));
    };
    let sample =
        Sample::new(&model, draws, &firmness, &mut |done| stage("interviews", 20, 50, done));
    lines.push(sampled::questions_asked(&sample));
    lines.push(sampled::screens_needed(&sample));
    lines.push(sampled::grade_shares(&sample));
    let grades = sampled::grades_contradicted(&sample, &mut |done| stage("grades", 70, 20, done));
    lines.push(grades);
    lines.push(sampled::ties(&sample));
    lines.push(sampled::full_interview(&sample));
    lines.push(sampled::drawn_causes(&sample));
    lines.push(sampled::both_causes(&sample));
    let oracle = sampled::noisy_or(&sample, &mut |done| stage("second opinion", 90, 10, done));
    lines.push(oracle);
    Certificate {
        rulebook: Edition::of(subject.rulebook),
        as_of: subject.day.to_string(),
        draws,
        is_green: lines.iter().all(|line| line.verdict != Verdict::Fails),
        lines,
    }
}

/// The lines that follow from the rules, the cases and the wording; `done` hears how far they are, of 20.
fn stated_lines(subject: &ProofSubject, done: &mut dyn FnMut(usize)) -> Vec<Line> {
    let made = |(at, (_, line)): (usize, &(&str, lines::Maker))| {
        done(at * 20 / lines::ALL.len());
        line(subject)
    };
    lines::ALL.iter().enumerate().map(made).collect()
}
