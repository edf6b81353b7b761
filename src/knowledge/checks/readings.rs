use crate::engine::{CauseIx, OptionIx, QuestionIx, Rulebook};
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;
use crate::knowledge::reading::{Disagreement, Reading, disagreements};
use crate::knowledge::{Place, ProblemCode};

/// The weights agree with the second reading of the facts.
pub(super) fn check(raw: &Raw, rulebook: &Rulebook, readings: &[Reading], problems: &mut Problems) {
    for disagreement in disagreements(rulebook, readings) {
        match disagreement {
            Disagreement::NoWord(cause, question, option) => {
                let what = name(rulebook, cause, question, option);
                let place = rule_place(raw, rulebook, cause, question, option);
                let message = format!("{what} has no word of its own in `readings.toml`");
                problems.add(ProblemCode::WeightWithoutReading, place, message);
            }
            Disagreement::NoWeight(reading) => {
                let what = name(rulebook, reading.cause, reading.question, reading.option);
                let message = format!("nothing in the cause's file answers to {what}");
                let place = reading_place(raw, rulebook, &reading);
                problems.add(ProblemCode::ReadingWithoutWeight, place, message);
            }
            Disagreement::OtherWeight(reading, weight) => {
                let what = name(rulebook, reading.cause, reading.question, reading.option);
                let (least, most) = reading.says.range();
                let general = if reading.is_general { ", general" } else { "" };
                let message =
                    format!("{what} weighs {weight}; its reading says {least} to {most}{general}");
                let (cause, question, option) = (reading.cause, reading.question, reading.option);
                let place = rule_place(raw, rulebook, cause, question, option);
                problems.add(ProblemCode::WeightAgainstReading, place, message);
            }
        }
    }
}

fn name(rulebook: &Rulebook, cause: CauseIx, question: QuestionIx, option: OptionIx) -> String {
    let (of, choice) = (rulebook.question(question), rulebook.option(question, option));
    format!("`{}` = `{}` for `{}`", of.id, choice.id, rulebook.cause(cause).id)
}

/// Where the weight stands, else where the hard fact stands.
fn rule_place<'a>(
    raw: &'a Raw,
    rulebook: &Rulebook,
    cause: CauseIx,
    question: QuestionIx,
    option: OptionIx,
) -> &'a Place {
    let id = &rulebook.cause(cause).id;
    let here = (&rulebook.question(question).id, &rulebook.option(question, option).id);
    let Some(file) = raw.causes.iter().find(|raw| raw.value.id == *id) else {
        return &raw.rulebook.place;
    };
    let mut rows = file.value.evidence.iter();
    let mut facts = file.value.settles.iter().chain(&file.value.rules_out);
    let row = rows.find(|row| (&row.value.question, &row.value.option) == here);
    let fact = facts.find(|fact| (&fact.value.question, &fact.value.option) == here);
    row.map(|row| &row.place).or(fact.map(|fact| &fact.place)).unwrap_or(&file.place)
}

fn reading_place<'a>(raw: &'a Raw, rulebook: &Rulebook, reading: &Reading) -> &'a Place {
    let is_it = |raw: &crate::knowledge::raw::RawReading| {
        raw.cause == rulebook.cause(reading.cause).id
            && raw.question == rulebook.question(reading.question).id
            && raw.option == rulebook.option(reading.question, reading.option).id
    };
    let entry = raw.readings.iter().find(|entry| is_it(&entry.value));
    entry.map_or(&raw.rulebook.place, |entry| &entry.place)
}
