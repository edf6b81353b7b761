use crate::engine::{
    AnswerKind, Cause, CauseIx, Decibans, Effect, OptionIx, QuestionIx, Rulebook, ShownOn,
};
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;

/// Every cause can be shown for every symptom for which it is in question.
pub(super) fn check(raw: &Raw, rulebook: &Rulebook, problems: &mut Problems) {
    let symptoms = &rulebook.questions.get(rulebook.symptom.at()).map_or(&[][..], |q| &q.options);
    for cause in rulebook.cause_places() {
        let id = &rulebook.cause(cause).id;
        for symptom in OptionIx::all(symptoms.len()) {
            if !is_showable(rulebook, cause, symptom) {
                let place = raw.causes.iter().find(|raw| *raw.value.id == **id);
                let place = place.map_or(&raw.rulebook.place, |cause| &cause.place);
                let message = format!(
                    "cause `{id}` can never be shown for symptom `{}`",
                    symptoms[symptom.at()].id
                );
                problems.add(ProblemCode::CauseNeverShowable, place, message);
            }
        }
    }
}

fn is_showable(rulebook: &Rulebook, at: CauseIx, symptom: OptionIx) -> bool {
    let cause = rulebook.cause(at);
    let Some(prior) = cause.prior(Some(symptom)) else { return true };
    let is_asked = |question: QuestionIx| rulebook.question(question).applies.has(Some(symptom));
    let is_settled = cause
        .hard_facts
        .iter()
        .any(|fact| fact.effect == Effect::Settles && is_asked(fact.question));
    let best: Decibans = rulebook
        .question_places()
        .filter(|question| is_asked(*question))
        .map(|question| best_weight(rulebook, question, cause, symptom))
        .sum();
    let clean = match cause.shown_on {
        ShownOn::OwnAnswer => Decibans::ZERO,
        ShownOn::CleanAnswers => rulebook.settings.outside_cap,
    };
    is_settled || prior + best + clean >= rulebook.settings.least_support(cause.shown_on)
}

/// The most that answers of the cause's own to one question can say for it.
fn best_weight(
    rulebook: &Rulebook,
    question: QuestionIx,
    cause: &Cause,
    symptom: OptionIx,
) -> Decibans {
    let weights = cause
        .evidence
        .iter()
        .filter(|row| row.question == question && !row.is_general)
        .filter(|row| rulebook.option(question, row.option).offered.has(Some(symptom)))
        .map(|row| row.weight.max(Decibans::ZERO));
    match rulebook.question(question).kind {
        AnswerKind::Many { .. } => weights.sum(),
        AnswerKind::One | AnswerKind::Money(_) => weights.max().unwrap_or_default(),
    }
}
