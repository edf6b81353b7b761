use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;
use crate::knowledge::reading::Reading;

/// Resolves the ids of the second reading.
pub(super) fn readings(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<Reading> {
    raw.readings
        .iter()
        .filter_map(|raw| {
            let (place, value) = (&raw.place, &raw.value);
            let cause = names.cause(&value.cause, place, problems);
            let (question, option) =
                names.option(&value.question, &value.option, place, problems)?;
            let (says, is_general, decides) = (value.says, value.general, value.decides);
            Some(Reading { cause: cause?, question, option, says, is_general, decides })
        })
        .collect()
}
