use crate::engine::{QuestionIx, Rulebook};
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawQuestion};

/// How many rows a phone shows.
const MOST_ROWS: usize = 8;

/// Every question stands on one screen and can change something; lists are short.
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
