use crate::engine::{Cause, Decibans, Effect, Evidence, HardFact, QuestionIx, Rulebook};
use crate::knowledge::ProblemCode;
use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawCause, RawEvidence, RawHardFact};

use super::conditions::conditions;
use super::mixture::mixture;
use super::numbers::{date, weight};

/// Makes the causes in the rulebook's order.
pub(super) fn causes(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<Cause> {
    in_order(raw, names).map(|cause| one_cause(cause, names, problems)).collect()
}

fn in_order<'a>(raw: &'a Raw, names: &Names) -> impl Iterator<Item = &'a Placed<RawCause>> {
    let mut causes: Vec<&Placed<RawCause>> = raw.causes.iter().collect();
    let mut ignored = Problems::default();
    causes.sort_by_key(|cause| names.cause(&cause.value.id, &cause.place, &mut ignored));
    causes.into_iter()
}

fn one_cause(raw: &Placed<RawCause>, names: &Names, problems: &mut Problems) -> Cause {
    let (place, value) = (&raw.place, &raw.value);
    for id in value.prior.keys().filter(|id| !names.symptoms().contains(id)) {
        problems.unknown(place, "symptom", id, names.symptoms().iter().map(String::as_str));
    }
    let priors: Vec<Option<Decibans>> = names
        .symptoms()
        .iter()
        .map(|symptom| value.prior.get(symptom).map(|text| weight(text, place, problems)))
        .collect();
    let mut hard_facts = Vec::new();
    for (effect, facts) in [(Effect::Settles, &value.settles), (Effect::RulesOut, &value.rules_out)]
    {
        for fact in facts {
            hard_facts.extend(hard_fact(effect, fact, names, problems));
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
            .filter_map(|id| names.cause(id, place, problems))
            .collect(),
        priors,
        mixed_prior: None,
        evidence: Vec::new(),
        hard_facts,
        sources: names.sources(&value.source, place, problems),
    }
}

fn hard_fact(
    effect: Effect,
    raw: &Placed<RawHardFact>,
    names: &Names,
    problems: &mut Problems,
) -> Option<HardFact> {
    let (place, value) = (&raw.place, &raw.value);
    let (question, option) = names.option(&value.question, &value.option, place, problems)?;
    names.sources(&value.source, place, problems);
    let when = conditions(&value.when, place, names, problems);
    let unless = conditions(&value.unless, place, names, problems);
    Some(HardFact { effect, question, option, when, unless })
}

/// Works out the priors under the mixture of symptoms; it needs the questions.
pub(super) fn add_mixed_priors(rulebook: &mut Rulebook) {
    let symptoms = rulebook.questions.get(rulebook.symptom.at()).map_or(&[][..], |q| &q.options);
    let shares: Vec<u32> = symptoms.iter().map(|symptom| u32::from(symptom.base_rate)).collect();
    for cause in &mut rulebook.causes {
        let parts: Vec<_> = shares.iter().copied().zip(cause.priors.iter().copied()).collect();
        cause.mixed_prior = mixture(&parts);
    }
}

/// Reads the weights of every cause; it needs the questions with their groups.
pub(super) fn add_evidence(
    raw: &Raw,
    names: &Names,
    rulebook: &mut Rulebook,
    problems: &mut Problems,
) {
    for (at, cause) in in_order(raw, names).enumerate() {
        let mut evidence = Vec::new();
        for raw in &cause.value.evidence {
            let Some(row) = one_row(raw, names, problems) else { continue };
            let is_same = |other: &Evidence| {
                (other.question, other.option) == (row.question, row.option)
                    && other.shares_a_day_with(&row)
            };
            if evidence.iter().any(is_same) {
                let (question, option) = (&raw.value.question, &raw.value.option);
                let message = format!(
                    "`{question}` = `{option}` has two weights in one cause on the same day"
                );
                problems.add(ProblemCode::DuplicateWeight, &raw.place, message);
            }
            evidence.push(row);
        }
        evidence.sort_by_key(|row| (group_first(rulebook, row.question), row.question, row.option));
        if let Some(cause) = rulebook.causes.get_mut(at) {
            cause.evidence = evidence;
        }
    }
}

/// The first question of the group, so that the questions of a group stand together in the rulebook's order.
fn group_first(rulebook: &Rulebook, at: QuestionIx) -> QuestionIx {
    let group = rulebook.questions.get(at.at()).and_then(|question| question.group);
    let of_group = |other: &QuestionIx| rulebook.question(*other).group == group;
    group.and_then(|_| rulebook.question_places().find(of_group)).unwrap_or(at)
}

fn one_row(raw: &Placed<RawEvidence>, names: &Names, problems: &mut Problems) -> Option<Evidence> {
    let (place, value) = (&raw.place, &raw.value);
    names.sources(&value.source, place, problems);
    let target = names.option(&value.question, &value.option, place, problems);
    let mut day = |given| date(given, place, problems);
    let valid = (value.valid_from.map(&mut day), value.valid_until.map(&mut day));
    let weight = weight(&value.weight, place, problems);
    let (question, option) = target?;
    Some(Evidence { question, option, weight, is_general: value.general, valid })
}
