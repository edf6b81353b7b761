use crate::engine::{Cause, Condition, Decibans, Effect, Evidence, HardFact, Rulebook};
use crate::knowledge::Place;
use crate::knowledge::names::Names;
use crate::knowledge::raw::{Placed, Raw, RawCause, RawCondition, RawEvidence, RawHardFact};
use crate::knowledge::report::Report;

use super::numbers::{date, weight};

/// Makes the causes in the rulebook's order.
pub(super) fn causes(raw: &Raw, names: &Names, report: &mut Report) -> Vec<Cause> {
    in_order(raw, names).map(|cause| one_cause(cause, names, report)).collect()
}

fn in_order<'a>(raw: &'a Raw, names: &Names) -> impl Iterator<Item = &'a Placed<RawCause>> {
    let mut causes: Vec<&Placed<RawCause>> = raw.causes.iter().collect();
    let mut ignored = Report::default();
    causes.sort_by_key(|cause| names.cause(&cause.value.id, &cause.place, &mut ignored));
    causes.into_iter()
}

fn one_cause(raw: &Placed<RawCause>, names: &Names, report: &mut Report) -> Cause {
    let (place, value) = (&raw.place, &raw.value);
    for id in value.prior.keys().filter(|id| !names.symptoms().contains(id)) {
        report.unknown(place, "symptom", id, names.symptoms().iter().map(String::as_str));
    }
    let priors: Vec<Option<Decibans>> = names
        .symptoms()
        .iter()
        .map(|symptom| value.prior.get(symptom).map(|text| weight(text, place, report)))
        .collect();
    let mut hard_facts = Vec::new();
    for (effect, facts) in [(Effect::Settles, &value.settles), (Effect::RulesOut, &value.rules_out)]
    {
        for fact in facts {
            hard_facts.extend(hard_fact(effect, fact, names, report));
        }
    }
    Cause {
        id: value.id.as_str().into(),
        shown_on: value.shown_on,
        is_always_last: value.always_last,
        stops: value.stops,
        may_trigger: value
            .may_trigger
            .iter()
            .filter_map(|id| names.cause(id, place, report))
            .collect(),
        priors,
        hard_facts,
        sources: names.sources(&value.source, place, report),
    }
}

fn hard_fact(
    effect: Effect,
    raw: &Placed<RawHardFact>,
    names: &Names,
    report: &mut Report,
) -> Option<HardFact> {
    let (place, value) = (&raw.place, &raw.value);
    let (question, option) = names.option(&value.question, &value.option, place, report)?;
    names.sources(&value.source, place, report);
    let when = conditions(&value.when, place, names, report);
    let unless = conditions(&value.unless, place, names, report);
    Some(HardFact { effect, question, option, when, unless })
}

fn conditions(
    raw: &[RawCondition],
    place: &Place,
    names: &Names,
    report: &mut Report,
) -> Vec<Condition> {
    raw.iter()
        .filter_map(|condition| {
            let (question, options) =
                names.options(&condition.question, &condition.options, place, report)?;
            Some(Condition { question, options })
        })
        .collect()
}

/// Hangs every weight on the option that carries it.
pub(super) fn add_evidence(raw: &Raw, names: &Names, rulebook: &mut Rulebook, report: &mut Report) {
    for cause in in_order(raw, names) {
        for evidence in &cause.value.evidence {
            add_one(&cause.value.id, evidence, names, rulebook, report);
        }
    }
}

fn add_one(
    cause: &str,
    raw: &Placed<RawEvidence>,
    names: &Names,
    rulebook: &mut Rulebook,
    report: &mut Report,
) {
    let (place, value) = (&raw.place, &raw.value);
    names.sources(&value.source, place, report);
    let target = names.option(&value.question, &value.option, place, report);
    let cause = names.cause(cause, place, report);
    let (Some((question, option)), Some(cause)) = (target, cause) else { return };
    let mut day = |given| date(given, place, report);
    let valid = (value.valid_from.map(&mut day), value.valid_until.map(&mut day));
    let weight = weight(&value.weight, place, report);
    let choice = rulebook
        .questions
        .get_mut(question.at())
        .and_then(|question| question.options.get_mut(option.at()));
    if let Some(choice) = choice {
        choice.evidence.push(Evidence { cause, weight, is_general: value.general, valid });
    }
}
