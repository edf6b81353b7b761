use crate::engine::{CauseSet, OptionSet, QuestionSet, SymptomSet};
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Raw, RawKind};
use crate::knowledge::{Place, ProblemCode};

/// How many entries of a kind have a place in the program.
const MOST_PLACES: usize = 255;

/// How many options a question of kind many may have, the one that stands alone left out: every set of them is tried.
const MOST_TICKS: usize = 10;

/// Nothing is more than the program's sets and places can hold.
pub(super) fn check(raw: &Raw, problems: &mut Problems) {
    let place = &raw.rulebook.place;
    for (what, count, most) in [
        ("questions", raw.questions.len(), QuestionSet::MOST),
        ("causes", raw.causes.len(), CauseSet::MOST),
        ("screens", raw.screens.len(), MOST_PLACES),
        ("groups", raw.groups.len(), MOST_PLACES),
        ("remedies", raw.remedies.len(), MOST_PLACES),
        ("sources", raw.sources.len(), MOST_PLACES),
    ] {
        check_one(what, count, most, place, problems);
    }
    for question in &raw.questions {
        let value = &question.value;
        let most = match value.kind {
            _ if value.id == "symptom" => SymptomSet::MOST,
            RawKind::Many => MOST_TICKS + 1,
            RawKind::One | RawKind::Money => OptionSet::MOST,
        };
        check_one(
            &format!("options of `{}`", value.id),
            value.option.len(),
            most,
            &question.place,
            problems,
        );
    }
}

fn check_one(what: &str, count: usize, most: usize, place: &Place, problems: &mut Problems) {
    if count > most {
        problems.add(ProblemCode::TooMany, place, format!("{count} {what}, at most {most} fit"));
    }
}
