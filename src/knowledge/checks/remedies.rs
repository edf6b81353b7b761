use crate::engine::{Rulebook, always_has_first_step};
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;

/// Every cause has a remedy, and what must come first goes round in no circle.
pub(super) fn check(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    for cause in &raw.causes {
        let id = &cause.value.id;
        let mut fixes = raw.remedies.iter().flat_map(|remedy| &remedy.value.fixes);
        if !fixes.any(|fix| fix.cause == *id) {
            let message = format!("no remedy fixes cause `{id}`");
            problems.add(ProblemCode::CauseWithoutRemedy, &cause.place, message);
        }
    }
    for (at, remedy) in rulebook.remedy_places().zip(&raw.remedies) {
        if rulebook.comes_before_itself(at) {
            let message = format!("remedy `{}` comes after itself", remedy.value.id);
            problems.add(ProblemCode::RemedyCircle, &remedy.place, message);
        }
    }
}

/// Every cause has a step that can come first, whatever else is shown and whatever was answered.
pub(super) fn check_first_steps(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    for at in rulebook.cause_places() {
        let id = &rulebook.cause(at).id;
        let has_remedy =
            rulebook.remedies.iter().any(|remedy| remedy.fixes.iter().any(|fix| fix.cause == at));
        if has_remedy && !always_has_first_step(rulebook, at) {
            let place = raw.causes.iter().find(|cause| cause.value.id == *id);
            let place = place.map_or(&raw.rulebook.place, |cause| &cause.place);
            let message = format!("cause `{id}` has no remedy that can always come first");
            problems.add(ProblemCode::CauseWithoutFirstStep, place, message);
        }
    }
}
