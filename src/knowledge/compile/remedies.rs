use crate::engine::{Fix, Remedy};
use crate::knowledge::names::Names;
use crate::knowledge::raw::{Placed, Raw, RawRemedy};
use crate::knowledge::report::Report;

use super::numbers::{date, parts, share};

/// Makes the remedies.
pub(super) fn remedies(raw: &Raw, names: &Names, report: &mut Report) -> Vec<Remedy> {
    raw.remedies.iter().map(|remedy| one_remedy(remedy, names, report)).collect()
}

fn one_remedy(raw: &Placed<RawRemedy>, names: &Names, report: &mut Report) -> Remedy {
    let (place, value) = (&raw.place, &raw.value);
    let mut fixes = Vec::new();
    for fix in &value.fixes {
        if let Some(cause) = names.cause(&fix.cause, place, report) {
            fixes.push(Fix { cause, likelihood: share(&fix.likelihood, 100, place, report) });
        }
    }
    let mut remedies = |ids: &[String]| {
        ids.iter().filter_map(|id| names.remedy(id, place, report)).collect::<Vec<_>>()
    };
    let after = remedies(&value.after);
    let conflicts = remedies(&value.conflicts);
    Remedy {
        id: value.id.as_str().into(),
        who: value.who,
        fixes,
        minutes: value.minutes,
        yuan: parts(&value.yuan, 1, place, report),
        wait_days: value.wait_days,
        risk: value.risk,
        annoyance: value.annoyance,
        touches_credit: value.touches_credit,
        after,
        conflicts,
        is_general: value.general,
        call: value.call.iter().map(|number| number.as_str().into()).collect(),
        reviewed: date(value.reviewed, place, report),
        sources: names.sources(&value.source, place, report),
    }
}
