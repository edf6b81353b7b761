use crate::engine::{AnswerKind, Form, OptionIx, QuestionIx, Rulebook};
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawQuestion};

/// How many rows a phone shows.
const MOST_ROWS: usize = 8;

/// Every question stands on one screen and can change something; lists are short; the first screens can stand ready.
pub(super) fn check(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    for (at, question) in rulebook.question_places().zip(&raw.questions) {
        let id = &question.value.id;
        let screens =
            raw.screens.iter().filter(|s| s.value.question_ids().any(|q| q == id)).count();
        if screens != 1 {
            let message = format!("question `{id}` stands on {screens} screens");
            problems.add(ProblemCode::QuestionWithoutScreen, &question.place, message);
        }
        check_effect(rulebook, at, question, problems);
    }
    for screen in &raw.screens {
        let rows = screen.value.rows.len();
        if rows > MOST_ROWS {
            let message = format!("list `{}` has {rows} rows", screen.value.id);
            problems.add(ProblemCode::ListTooLong, &screen.place, message);
        }
    }
    check_ready(raw, rulebook, problems);
}

/// What has a fixed place stands ready in the page before the program, which alone knows more than options.
fn check_ready(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    let first =
        rulebook.screen_places().min_by_key(|at| rulebook.screen(*at).place.unwrap_or(u8::MAX));
    for (at, placed) in rulebook.screen_places().zip(&raw.screens) {
        let screen = rulebook.screen(at);
        let reason = match &screen.form {
            _ if screen.place.is_none() => continue,
            Form::List(_) => "is a list",
            Form::Full(questions)
                if Some(at) == first && !questions.contains(&rulebook.symptom) =>
            {
                "comes before the symptom"
            }
            Form::Full(questions) => match questions.iter().find_map(|at| objection(rulebook, *at))
            {
                Some(reason) => reason,
                None => continue,
            },
        };
        let message = format!("screen `{}` has a fixed place and {reason}", screen.id);
        problems.add(ProblemCode::NotReady, &placed.place, message);
    }
}

/// Why a question cannot stand on a ready screen.
fn objection(rulebook: &Rulebook, at: QuestionIx) -> Option<&'static str> {
    let question = rulebook.question(at);
    let mut symptoms = OptionIx::all(rulebook.question(rulebook.symptom).options.len());
    if matches!(question.kind, AnswerKind::Money(_)) {
        return Some("asks for amounts");
    }
    let applies = symptoms.all(|symptom| question.applies.has(Some(symptom)));
    (!applies).then_some("is not for every symptom")
}

fn check_effect(
    rulebook: &Rulebook,
    at: QuestionIx,
    question: &Placed<RawQuestion>,
    problems: &mut Problems,
) {
    let changes_something = rulebook.causes.iter().any(|cause| {
        cause.evidence.iter().any(|row| row.question == at && row.weight.tenths() != 0)
            || cause.hard_facts.iter().any(|fact| fact.question == at)
    });
    if at != rulebook.symptom && !changes_something {
        let message = format!("no answer to question `{}` changes anything", question.value.id);
        problems.add(ProblemCode::QuestionChangesNothing, &question.place, message);
    }
}
