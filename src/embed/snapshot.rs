//! Answers and diagnosis by name, as JSON.
//!
//! # Design
//!
//! This is far smaller than what serde would put into the borrower's program; whoever wants the whole trace gives the answers to `diagnose` of the screenless program.

use crate::engine::{Answer, AnswerKind, Answers, Diagnosis, QuestionIx, Rulebook};

use super::json::Json;

/// The answers as `loan-checkup explain` reads them.
/// A row of the closing list that was left empty is not among them, because it says less than any answer.
pub(super) fn answers(rulebook: &Rulebook, answers: &Answers) -> String {
    let mut json = Json::default();
    json.open('{');
    for question in rulebook.question_places() {
        if let Some(answer) = answers.get(question) {
            add_answer(&mut json, rulebook, question, answer);
        }
    }
    json.close('}')
}

fn add_answer(json: &mut Json, rulebook: &Rulebook, at: QuestionIx, answer: Answer) {
    let question = rulebook.question(at);
    match (answer, &question.kind) {
        (Answer::Amounts(amounts), AnswerKind::Money(ratio)) => {
            for (name, amount) in ratio.fields.iter().zip(amounts) {
                if let Some(amount) = amount {
                    json.key(name).text(&amount.to_string());
                }
            }
        }
        (Answer::Options(chosen) | Answer::Partly { held: chosen, .. }, kind) => {
            let is_single = matches!(kind, AnswerKind::One);
            if chosen.is_empty() {
                return;
            }
            json.key(&question.id);
            if !is_single {
                json.open('[');
            }
            for option in chosen.iter() {
                json.text(&question.options[option.at()].id);
            }
            if !is_single {
                json.shut(']');
            }
        }
        _ => json.key(&question.id).text("unsure"),
    }
}

/// Outcome, reasons and steps of a diagnosis, with the field names of `loan-checkup explain --json`.
pub(crate) fn diagnosis(rulebook: &Rulebook, diagnosis: &Diagnosis) -> String {
    let mut json = Json::default();
    json.open('{').key("outcome").text(diagnosis.outcome.id());
    json.key("findings").open('[');
    for finding in &diagnosis.findings {
        json.open('{').key("cause").text(&rulebook.cause(finding.cause).id);
        json.key("strength").text(finding.strength.id());
        json.key("also").open('[');
        for cause in &finding.also {
            json.text(&rulebook.cause(*cause).id);
        }
        json.shut(']');
        json.shut('}');
    }
    json.shut(']');
    json.key("plan").open('[');
    for step in &diagnosis.plan {
        json.open('{').key("remedy").text(&rulebook.remedy(step.remedy).id);
        json.shut('}');
    }
    json.shut(']');
    json.key("rulebook").open('{').key("version").text(&rulebook.version);
    json.key("hash").text(&rulebook.hash);
    json.shut('}');
    json.close('}')
}
