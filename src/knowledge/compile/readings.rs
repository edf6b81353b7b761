use crate::knowledge::names::Names;
use crate::knowledge::raw::Raw;
use crate::knowledge::reading::Reading;
use crate::knowledge::report::Report;

/// Resolves the ids of the second reading.
pub(super) fn readings(raw: &Raw, names: &Names, report: &mut Report) -> Vec<Reading> {
    raw.readings
        .iter()
        .filter_map(|raw| {
            let (place, value) = (&raw.place, &raw.value);
            let cause = names.cause(&value.cause, place, report);
            let (question, option) = names.option(&value.question, &value.option, place, report)?;
            let (says, is_general, decides) = (value.says, value.general, value.decides);
            Some(Reading { cause: cause?, question, option, says, is_general, decides })
        })
        .collect()
}
