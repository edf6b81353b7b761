//! The reasoning as `./dev bench` measures it, natively and as WebAssembly: the same calls on the same points.
//!
//! This module knows the engine. It must not know a clock: whoever calls it measures.

use core::hint::black_box;

use wasm_bindgen::prelude::*;

use crate::engine::{
    Answer, Answers, Date, GivenAnswer, Interview, Next, OptionSet, Question, QuestionIx, Rulebook,
    diagnose, firmness, read_answers, what_if,
};
use crate::shipped;

/// Points of interviews, and what is done at each of them.
///
/// What the methods return depends on what the engine says, so that no work can be left out, and two platforms
/// that did the same return the same.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Measured {
    rulebook: Rulebook,
    points: Vec<(Date, Answers)>,
}

#[wasm_bindgen]
impl Measured {
    /// Reads points, one a line: a day, then the answers by name, as in
    /// `2026-11-21 symptom=one-yuan-cap warning-signs=link+calls monthly-income=8000`.
    ///
    /// `~account-age=under-3-months/long-unused` is an answer of the closing list: what holds, then what does not.
    ///
    /// # Errors
    ///
    /// The first line that cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(points: &str) -> Result<Self, String> {
        let rulebook = shipped::rulebook();
        let points: Result<_, String> = points
            .lines()
            .map(|line| point(&rulebook, line).ok_or_else(|| format!("no point: {line}")))
            .collect();
        Ok(Self { points: points?, rulebook })
    }

    /// Diagnoses all points, so many times.
    #[must_use]
    pub fn diagnose_all(&self, times: u32) -> u32 {
        (0..times).flat_map(|_| &self.points).fold(0, |said, (day, answers)| {
            let diagnosis = diagnose(&self.rulebook, black_box(answers), *day);
            said.wrapping_add(count(black_box(&diagnosis.plan)))
        })
    }

    /// Diagnoses all points and finds the next screen with what is on it, so many times.
    #[must_use]
    pub fn ask_all(&self, times: u32) -> u32 {
        let points = (0..times).flat_map(|_| &self.points);
        points.fold(0, |said, point| said.wrapping_add(self.next(point)))
    }

    /// Diagnoses one point and finds the next screen with what is on it, so many times; 0 where there is no such point.
    #[must_use]
    pub fn ask(&self, place: usize, times: u32) -> u32 {
        let Some(point) = self.points.get(place) else { return 0 };
        (0..times).fold(0, |said, _| said.wrapping_add(self.next(point)))
    }

    /// Diagnoses one point, grades the result and looks for a what-if, so many times; 0 where there is no such point.
    #[must_use]
    pub fn grade(&self, place: usize, times: u32) -> u32 {
        let Some((day, answers)) = self.points.get(place) else { return 0 };
        (0..times).fold(0, |said, _| {
            let diagnosis = diagnose(&self.rulebook, black_box(answers), *day);
            let firmness = black_box(firmness(&self.rulebook, answers, &diagnosis));
            let what_if = black_box(what_if(&self.rulebook, &diagnosis));
            let changes = what_if.map_or(0, |what_if| count(&what_if.changes));
            said.wrapping_add(count(&firmness.changes_first) + changes)
        })
    }

    fn next(&self, (day, answers): &(Date, Answers)) -> u32 {
        let diagnosis = diagnose(&self.rulebook, black_box(answers), *day);
        let interview = Interview::new(&self.rulebook, answers, &diagnosis);
        match black_box(interview.next()) {
            Next::Finish => count(&diagnosis.plan),
            Next::Close(facts) => 100 * count(&facts),
            Next::Ask(screen) => {
                let questions = black_box(interview.questions_on(screen));
                let rows = black_box(interview.rows_on(screen));
                1_000 * u32::from(screen.0) + count(&questions) + count(&rows)
            }
        }
    }
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

fn point(rulebook: &Rulebook, line: &str) -> Option<(Date, Answers)> {
    let mut words = line.split(' ');
    let day = Date::read(words.next()?)?;
    let (listed, said): (Vec<&str>, Vec<&str>) = words.partition(|word| word.starts_with('~'));
    let said: Option<Vec<(String, GivenAnswer)>> = said.into_iter().map(given).collect();
    let mut answers = read_answers(rulebook, said?).ok()?;
    for word in listed {
        let (question, answer) = closing(rulebook, word.strip_prefix('~')?)?;
        answers.set_closing(question, answer);
    }
    Some((day, answers))
}

fn given(word: &str) -> Option<(String, GivenAnswer)> {
    let (name, said) = word.split_once('=')?;
    let answer = match said.split_once('+') {
        Some(_) => GivenAnswer::Many(said.split('+').map(str::to_owned).collect()),
        None => GivenAnswer::One(said.to_owned()),
    };
    Some((name.to_owned(), answer))
}

fn closing(rulebook: &Rulebook, word: &str) -> Option<(QuestionIx, Answer)> {
    let (name, said) = word.split_once('=')?;
    let at = rulebook.find_question(name)?;
    let question = rulebook.question(at);
    let answer = match said.split_once('/') {
        None if said == "unsure" => Answer::Unsure,
        None => Answer::Options(options(question, said)?),
        Some((held, denied)) => {
            Answer::Partly { held: options(question, held)?, denied: options(question, denied)? }
        }
    };
    Some((at, answer))
}

fn options(question: &Question, ids: &str) -> Option<OptionSet> {
    ids.split('+')
        .filter(|id| !id.is_empty())
        .try_fold(OptionSet::EMPTY, |set, id| Some(set.with(question.option(id)?)))
}
