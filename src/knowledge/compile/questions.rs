use crate::engine::{
    AnswerKind, AnswerOption, Evidence, GroupIx, OptionIx, Question, QuestionIx, Ratio, Rulebook,
    SymptomSet,
};
use crate::knowledge::ProblemCode;
use crate::knowledge::names::Names;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::{Placed, Raw, RawKind, RawOption, RawQuestion};

use super::numbers::{parts, share};

/// The option that stands alone in a question of kind many.
const ALONE: &str = "none";

/// Makes the questions; their groups are added later.
pub(super) fn questions(raw: &Raw, names: &Names, problems: &mut Problems) -> Vec<Question> {
    raw.questions.iter().map(|question| one_question(question, names, problems)).collect()
}

fn one_question(raw: &Placed<RawQuestion>, names: &Names, problems: &mut Problems) -> Question {
    let (place, value) = (&raw.place, &raw.value);
    Question {
        id: value.id.as_str().into(),
        kind: kind(raw, problems),
        named: value.named,
        effort: parts(&value.effort, 10, place, problems),
        applies: match value.after_warning {
            Some(_) => SymptomSet::NONE,
            None => names.symptom_set(value.symptoms.as_ref(), place, problems),
        },
        after_warning: value
            .after_warning
            .as_ref()
            .and_then(|id| names.option(&value.id, id, place, problems).map(|(_, option)| option)),
        on_page: value.on_page,
        group: None,
        options: value.option.iter().map(|option| choice(option, raw, names, problems)).collect(),
    }
}

fn choice(
    raw: &RawOption,
    question: &Placed<RawQuestion>,
    names: &Names,
    problems: &mut Problems,
) -> AnswerOption {
    let place = &question.place;
    AnswerOption {
        id: raw.id.as_str().into(),
        base_rate: share(&raw.base_rate, 10_000, place, problems),
        is_clean: raw.clean,
        offered: names.symptom_set(raw.symptoms.as_ref(), place, problems),
        becomes: raw.becomes.as_ref().and_then(|id| {
            names.option(&question.value.id, id, place, problems).map(|(_, option)| option)
        }),
    }
}

fn kind(raw: &Placed<RawQuestion>, problems: &mut Problems) -> AnswerKind {
    match raw.value.kind {
        RawKind::One => AnswerKind::One,
        RawKind::Many => AnswerKind::Many {
            alone: OptionIx::all(raw.value.option.len())
                .find(|at| raw.value.option[at.at()].id == ALONE),
        },
        RawKind::Money => AnswerKind::Money(ratio(raw, problems)),
    }
}

fn ratio(raw: &Placed<RawQuestion>, problems: &mut Problems) -> Ratio {
    let (place, value) = (&raw.place, &raw.value);
    let fields = value.fields.clone().unwrap_or_default();
    let of = value.ratio.as_ref().map_or("", |ratio| &ratio.of);
    let to = value.ratio.as_ref().map_or("", |ratio| &ratio.to);
    let numerator = fields.iter().position(|field| field == of).unwrap_or(0);
    if fields[numerator] != of || fields[1 - numerator] != to || of.is_empty() {
        let message = format!("question `{}` needs two `fields` and a `ratio` of them", value.id);
        problems.add(ProblemCode::Unreadable, place, message);
    }
    let below: Vec<Option<u32>> = value
        .option
        .iter()
        .map(|band| band.below.as_ref().map(|text| parts(text, 10_000, place, problems)))
        .collect();
    let last = below.len().saturating_sub(1);
    let is_rising = below.is_sorted_by(|one, other| match (one, other) {
        (Some(one), Some(other)) => one < other,
        (Some(_), None) => true,
        (None, _) => false,
    });
    if !is_rising || below.get(last).is_none_or(Option::is_some) {
        let message = format!("bands of question `{}` do not rise to an open end", value.id);
        problems.add(ProblemCode::BandsNotRising, place, message);
    }
    Ratio { fields: fields.map(Into::into), numerator: u8::try_from(numerator).unwrap_or(0), below }
}

/// Notes for each question the group that it is in.
pub(super) fn add_groups(
    raw: &Raw,
    names: &Names,
    rulebook: &mut Rulebook,
    problems: &mut Problems,
) {
    for (at, group) in GroupIx::all(raw.groups.len()).zip(&raw.groups) {
        for id in &group.value.questions {
            let Some(question) = names.question(id, &group.place, problems) else { continue };
            let question = &mut rulebook.questions[question.at()];
            if question.group.is_some() {
                let message = format!("question `{id}` is in two groups");
                problems.add(ProblemCode::QuestionInTwoGroups, &group.place, message);
            }
            question.group = Some(at);
        }
    }
}

/// Narrows each question to the symptoms for which it can change something; screens with a fixed place stay.
pub(super) fn narrow_to_what_matters(rulebook: &mut Rulebook) {
    let symptoms = rulebook.questions.get(rulebook.symptom.at()).map_or(0, |q| q.options.len());
    for at in QuestionIx::all(rulebook.questions.len()) {
        let has_place = |screen| rulebook.screen(screen).place.is_some();
        if rulebook.screen_of(at).is_some_and(has_place) {
            continue;
        }
        let mut matters = SymptomSet::NONE;
        for symptom in OptionIx::all(symptoms) {
            if can_matter(rulebook, at, symptom) {
                matters = matters.with(symptom);
            }
        }
        let question = &mut rulebook.questions[at.at()];
        question.applies = question.applies.and(matters);
    }
}

fn can_matter(rulebook: &Rulebook, at: QuestionIx, symptom: OptionIx) -> bool {
    let is_offered =
        |row: &Evidence| rulebook.option(row.question, row.option).offered.has(Some(symptom));
    rulebook.causes.iter().filter(|cause| cause.prior(Some(symptom)).is_some()).any(|cause| {
        cause.evidence.iter().any(|row| row.question == at && is_offered(row))
            || cause.hard_facts.iter().any(|fact| fact.question == at)
    })
}
