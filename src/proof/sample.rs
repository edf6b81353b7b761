use serde_json::Value;

use crate::engine::{Answers, CauseIx, OptionIx};

use super::parallel::{Done, in_parallel};
use super::play::Grader;
use super::{Method, Model, Play, Witness, named_answers};

/// Simulated borrowers with their interviews, the same number for each symptom.
pub struct Sample<'a> {
    /// The model that they are drawn from.
    pub model: &'a Model<'a>,
    /// How many there are for each symptom.
    pub draws: usize,
    /// The interviews, symptom after symptom.
    pub plays: Vec<Play>,
}

impl<'a> Sample<'a> {
    /// Draws so many borrowers for each symptom and plays their interviews; `done` hears how many are played.
    #[must_use]
    pub fn new(model: &'a Model<'a>, draws: usize, grader: &Grader, done: Done) -> Self {
        let symptoms: Vec<OptionIx> = model.symptoms().collect();
        let play = |at: usize| {
            let borrower = model.borrower(symptoms[at / draws], (at % draws) as u64);
            Play::new(model, &borrower, grader)
        };
        let plays = in_parallel(draws * symptoms.len(), play, done);
        Self { model, draws, plays }
    }

    /// The interviews, symptom by symptom.
    pub fn by_symptom(&self) -> impl Iterator<Item = (&'a str, &[Play])> {
        let name = |plays: &[Play]| self.symptom_id(plays[0].symptom);
        self.plays.chunks(self.draws.max(1)).map(move |plays| (name(plays), plays))
    }

    /// Those among the interviews that did not end with a warning.
    pub fn without_warning(plays: &[Play]) -> impl Iterator<Item = &Play> + Clone {
        plays.iter().filter(|play| !play.stop.is_warning() && !play.full.is_warning())
    }

    /// How lines that rest on the sample were tried.
    #[must_use]
    pub fn method(&self) -> Method {
        let draws = self.draws;
        Method::Bounded(format!("{draws} borrowers a symptom, drawn from the rulebook's own model"))
    }

    /// A borrower who shows something.
    #[must_use]
    pub fn example(&self, shows: String, answers: &Answers) -> Witness {
        let answers = named_answers(self.model.rulebook(), answers, self.model.day());
        Witness { shows, answers }
    }

    /// The id of a symptom.
    #[must_use]
    pub fn symptom_id(&self, symptom: OptionIx) -> &'a str {
        let rulebook = self.model.rulebook();
        &rulebook.option(rulebook.symptom, symptom).id
    }

    /// The id of a cause, or that there is none.
    #[must_use]
    pub fn cause_id(&self, cause: Option<CauseIx>) -> &'a str {
        cause.map_or("nothing", |cause| &self.model.rulebook().cause(cause).id)
    }
}

/// A share in percent with one decimal place; of nothing it is null.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts are small")]
pub(super) fn percent(part: usize, whole: usize) -> Value {
    match whole {
        0 => Value::Null,
        _ => Value::from((part as f64 / whole as f64 * 1_000.0).round() / 10.0),
    }
}
