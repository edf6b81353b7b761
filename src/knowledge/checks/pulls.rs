use std::collections::BTreeSet;

use crate::engine::{CauseIx, Evidence, QuestionIx, Rulebook};
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;

/// Two questions that pull the same two causes the same way belong in one group.
///
/// What the page itself says is left out: it is another speaker, not a second view of an answer.
pub(super) fn check(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    let pulls: Vec<(QuestionIx, BTreeSet<CauseIx>)> = rulebook
        .question_places()
        .filter(|at| !rulebook.question(*at).on_page)
        .map(|at| (at, pulled_up(rulebook, at)))
        .collect();
    for (place, (one, up)) in pulls.iter().enumerate() {
        for (other, other_up) in &pulls[place + 1..] {
            let group = rulebook.question(*one).group;
            let share_a_group = group.is_some() && group == rulebook.question(*other).group;
            if !share_a_group && up.intersection(other_up).count() >= 2 {
                let [one, other] = [one, other].map(|at| &rulebook.question(*at).id);
                let message = format!(
                    "questions `{one}` and `{other}` pull the same two causes the same way and share no group"
                );
                let place = raw.questions.iter().find(|question| *question.value.id == **one);
                let place = place.map_or(&raw.rulebook.place, |question| &question.place);
                problems.add(ProblemCode::UngroupedPull, place, message);
            }
        }
    }
}

/// The causes for which an answer of the question's own speaks clearly.
fn pulled_up(rulebook: &Rulebook, at: QuestionIx) -> BTreeSet<CauseIx> {
    let pulls = |row: &Evidence| row.question == at && row.weight.tenths() > 0 && !row.is_general;
    rulebook
        .cause_places()
        .filter(|cause| rulebook.cause(*cause).evidence.iter().any(pulls))
        .collect()
}
