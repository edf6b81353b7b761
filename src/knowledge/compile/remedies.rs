use crate::engine::{Fix, Remedy};
use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawRemedy};

use super::conditions::conditions;
use super::numbers::{date, parts, share};

/// Makes the remedies.
pub(super) fn remedies(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<Remedy> {
    raw.remedies.iter().map(|remedy| one_remedy(remedy, names, problems)).collect()
}

fn one_remedy(raw: &Placed<RawRemedy>, names: &Names, problems: &mut Problems) -> Remedy {
    let (place, value) = (&raw.place, &raw.value);
    let mut fixes = Vec::new();
    for fix in &value.fixes {
        if let Some(cause) = names.cause(&fix.cause, place, problems) {
            fixes.push(Fix { cause, likelihood: share(&fix.likelihood, 100, place, problems) });
        }
    }
    let mut remedies = |ids: &[String]| {
        ids.iter().filter_map(|id| names.remedy(id, place, problems)).collect::<Vec<_>>()
    };
    let after = remedies(&value.after);
    let conflicts = remedies(&value.conflicts);
    let when = conditions(&value.when, place, names, problems);
    let any_of = conditions(&value.any_of, place, names, problems);
    let unless = conditions(&value.unless, place, names, problems);
    Remedy {
        id: value.id.as_str().into(),
        who: value.who,
        fixes,
        minutes: value.minutes,
        yuan: parts(&value.yuan, 1, place, problems),
        wait_days: value.wait_days,
        risk: value.risk,
        annoyance: value.annoyance,
        touches_credit: value.touches_credit,
        after,
        conflicts,
        when,
        any_of,
        unless,
        standing: value.standing,
        is_general: value.general,
        call: value.call.iter().map(|number| number.as_str().into()).collect(),
        reviewed: date(value.reviewed, place, problems),
        sources: names.sources(&value.source, place, problems),
    }
}
