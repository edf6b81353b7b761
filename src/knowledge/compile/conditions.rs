use crate::engine::Condition;
use crate::knowledge::Place;
use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::RawCondition;

/// Makes the conditions of a hard fact or a remedy.
pub(super) fn conditions(
    raw: &[RawCondition],
    place: &Place,
    names: &Names,
    problems: &mut Problems,
) -> Vec<Condition> {
    raw.iter().filter_map(|condition| names.condition(condition, place, problems)).collect()
}
