use serde_json::{Map, Value, json};

use super::band::{Band, amounts};
use crate::engine::{
    Answer, AnswerKind, Answers, CLOSING_LIST, Date, Facts, OptionIx, OptionSet, QuestionIx, Ratio,
    Rulebook,
};

/// The answers by name, as `explain` reads them; they establish the same facts and leave the same questions open.
#[must_use]
pub fn named_answers(rulebook: &Rulebook, answers: &Answers, day: Date) -> Map<String, Value> {
    let facts = Facts::new(rulebook, answers, day);
    let mut named = Map::new();
    let mut rows = Vec::new();
    let applies = |at: &QuestionIx| rulebook.question(*at).applies.has(facts.symptom());
    for at in rulebook.question_places().filter(applies) {
        match (answers.get(at), &rulebook.question(at).kind) {
            (None, _) => {}
            (Some(Answer::Partly { held, denied }), _) => {
                rows.extend(named_rows(rulebook, at, held, true));
                rows.extend(named_rows(rulebook, at, denied, false));
            }
            (Some(answer), AnswerKind::Money(ratio)) => {
                let band = facts.held(at).first();
                named.extend(named_amounts(rulebook, ratio, answer, band));
            }
            (Some(Answer::Unsure), _) => {
                named.insert(rulebook.question(at).id.clone(), json!("unsure"));
            }
            (Some(_), _) => named.extend(named_options(rulebook, at, &facts)),
        }
    }
    if !rows.is_empty() {
        named.insert(CLOSING_LIST.to_owned(), Value::Array(rows));
    }
    named
}

/// The rows of a closing list of which it is known whether they hold.
fn named_rows(
    rulebook: &Rulebook,
    at: QuestionIx,
    options: OptionSet,
    holds: bool,
) -> impl Iterator<Item = Value> {
    let question = rulebook.question(at);
    options.iter().map(move |option| {
        let answer = &question.options[option.at()].id;
        json!({ "question": question.id, "answer": answer, "holds": holds })
    })
}

/// The amounts; where only the band is known, amounts at its lower edge.
fn named_amounts(
    rulebook: &Rulebook,
    ratio: &Ratio,
    answer: Answer,
    band: Option<OptionIx>,
) -> Vec<(String, Value)> {
    let at_edge =
        |band| amounts(ratio, Band::of(ratio, band).least, 1, rulebook.settings.most_amount);
    let Some(Answer::Amounts(amounts)) = (match answer {
        Answer::Amounts(_) => Some(answer),
        _ => band.map(at_edge),
    }) else {
        return Vec::new();
    };
    let named = ratio.fields.iter().zip(amounts);
    named.filter_map(|(field, amount)| Some((field.clone(), json!(amount?.to_string())))).collect()
}

fn named_options(rulebook: &Rulebook, at: QuestionIx, facts: &Facts) -> Option<(String, Value)> {
    let question = rulebook.question(at);
    let ids: Vec<&str> =
        facts.held(at).iter().map(|option| &*rulebook.option(at, option).id).collect();
    let value = match question.kind {
        AnswerKind::One => json!(ids.first()?),
        _ if ids.is_empty() => return None,
        _ => json!(ids),
    };
    Some((question.id.clone(), value))
}
