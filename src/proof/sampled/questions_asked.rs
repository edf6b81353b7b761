use serde_json::{Map, Value, json};

use crate::engine::{QuestionIx, Rulebook, SymptomSet};
use crate::proof::sample::percent;
use crate::proof::{Line, Sample, Verdict, Witness};

/// How many of the questions that are asked least are printed.
const LEAST_ASKED: usize = 5;

/// Questions that no interview asks.
#[must_use]
pub fn questions_asked(sample: &Sample) -> Line {
    let rulebook = sample.model.rulebook();
    let id = |at: &QuestionIx| rulebook.question(*at).id.as_str();
    let count = |at: QuestionIx| sample.plays.iter().filter(|play| play.asked.has(at)).count();
    let mut asked: Vec<(usize, QuestionIx)> =
        freely_asked(rulebook).map(|at| (count(at), at)).collect();
    asked.sort();
    let never: Vec<QuestionIx> =
        asked.iter().filter(|(count, _)| *count == 0).map(|(_, at)| *at).collect();
    let least = asked.iter().filter(|(count, _)| *count > 0).take(LEAST_ASKED);
    let least: Map<String, Value> =
        least.map(|(count, at)| (id(at).to_owned(), percent(*count, sample.plays.len()))).collect();
    Line {
        id: "questions-never-asked",
        claim: "every question is asked of some borrower",
        method: sample.method(),
        verdict: if never.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("questions".to_owned(), json!(asked.len())),
            ("never asked".to_owned(), json!(never.iter().map(id).collect::<Vec<_>>())),
            ("asked least (% of borrowers)".to_owned(), Value::Object(least)),
            ("applies and is never asked".to_owned(), never_by_symptom(sample)),
        ],
        examples: never.iter().map(|at| example(sample, *at)).collect(),
    }
}

/// The questions that no warning must go before: nobody of the model takes one back.
fn freely_asked(rulebook: &Rulebook) -> impl Iterator<Item = QuestionIx> {
    rulebook.question_places().filter(|at| rulebook.question(*at).after_warning.is_none())
}

/// For each symptom the questions that apply and are never asked.
fn never_by_symptom(sample: &Sample) -> Value {
    let rulebook = sample.model.rulebook();
    let never = |(symptom, plays): (&str, &[crate::proof::Play])| {
        let is_never = |at: &QuestionIx| {
            rulebook.question(*at).applies.has(plays.first().map(|play| play.symptom))
                && !plays.iter().any(|play| play.asked.has(*at))
        };
        let ids: Vec<&str> = rulebook
            .question_places()
            .filter(is_never)
            .map(|at| rulebook.question(at).id.as_str())
            .collect();
        (!ids.is_empty()).then(|| (symptom.to_owned(), json!(ids)))
    };
    Value::Object(sample.by_symptom().filter_map(never).collect())
}

/// A borrower to whom the question applies and whose interview ends without it.
fn example(sample: &Sample, at: QuestionIx) -> Witness {
    let question = sample.model.rulebook().question(at);
    let applies = question.applies != SymptomSet::NONE;
    let play = sample.plays.iter().find(|play| {
        applies && !play.stop.is_warning() && question.applies.has(Some(play.symptom))
    });
    match play {
        Some(play) => sample.example(
            format!("the interview ends without a question about `{}`", question.id),
            &play.answers,
        ),
        None => Witness {
            shows: format!("`{}` applies to no symptom", question.id),
            answers: Map::new(),
        },
    }
}
