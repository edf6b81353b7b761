#[cfg(feature = "lab")]
use crate::engine::Date;
use crate::engine::{
    Answer, AnswerKind, Answers, CauseIx, OptionIx, OptionSet, QuestionIx, QuestionSet, Rulebook,
};

use super::answer_space::{answer, bare, chosen_symptom, fill_clean};
use super::witness::Witnesses;
use super::{Chance, Model, ProofSubject};

/// How many borrowers of each kind are drawn for each symptom.
const DRAWN: u64 = 300;

/// How one cause can be shown under one symptom for which it is in question.
pub(super) struct Standing {
    /// The cause.
    pub(super) cause: CauseIx,
    /// The symptom.
    pub(super) symptom: OptionIx,
    /// Borrowers with the best answers.
    pub(super) witnesses: Witnesses,
    /// A borrower whose result has the cause.
    pub(super) shown: Option<Answers>,
    /// A borrower whose first reason it is.
    pub(super) first: Option<Answers>,
}

/// Every cause under every symptom for which it is in question.
pub(super) fn survey(subject: &ProofSubject) -> Vec<Standing> {
    let (rulebook, day) = (subject.rulebook, subject.day);
    let mut found = Vec::new();
    for cause in rulebook.cause_places() {
        for symptom in symptoms(rulebook) {
            if rulebook.cause(cause).prior(Some(symptom)).is_some() {
                let witnesses = Witnesses::of(rulebook, day, cause, symptom);
                let shown = witnesses.shown(rulebook, day, cause);
                let first = witnesses.first(rulebook, day, cause);
                found.push(Standing { cause, symptom, witnesses, shown, first });
            }
        }
    }
    found
}

/// A borrower with the symptom whose result has the cause; none where there is none.
#[cfg(feature = "lab")]
pub(crate) fn witness(
    rulebook: &Rulebook,
    day: Date,
    cause: CauseIx,
    symptom: OptionIx,
) -> Option<Answers> {
    Witnesses::of(rulebook, day, cause, symptom).shown(rulebook, day, cause)
}

/// All symptoms.
pub(super) fn symptoms(rulebook: &Rulebook) -> impl Iterator<Item = OptionIx> + use<> {
    OptionIx::all(rulebook.question(rulebook.symptom).options.len())
}

/// Borrowers of every kind, few answers first: one who says nothing, one for each symptom, with and without everything
/// clean, those who show a cause, those of the worked cases, those drawn from the rulebook's own model, and those who
/// say anything at all.
pub(super) fn borrowers(subject: &ProofSubject, survey: &[Standing]) -> Vec<Answers> {
    let rulebook = subject.rulebook;
    let mut found: Vec<Answers> = vec![Answers::new()];
    for symptom in symptoms(rulebook) {
        let mut clean = bare(rulebook, symptom);
        found.push(clean.clone());
        fill_clean(rulebook, &mut clean, QuestionSet::EMPTY);
        found.push(clean);
    }
    for standing in survey {
        let first = standing.witnesses.bare.iter().take(1);
        let clean = standing.witnesses.clean.iter().take(1);
        found.extend(first.chain(clean).chain(&standing.shown).chain(&standing.first).cloned());
    }
    found.extend(subject.cases.iter().map(|case| case.answers.clone()));
    found.extend(drawn(subject));
    found.extend(pairs(rulebook, survey));
    found
}

/// Borrowers of the model, each also with half of the answers, and borrowers who say anything.
fn drawn(subject: &ProofSubject) -> Vec<Answers> {
    let rulebook = subject.rulebook;
    let model = Model::new(rulebook, subject.day);
    let mut found = Vec::new();
    for symptom in symptoms(rulebook) {
        for number in 0..DRAWN {
            let says = model.borrower(symptom, number).says;
            found.push(half(rulebook, &says, Chance::new(number).about("half")));
            found.push(says);
            found.push(anything(rulebook, symptom, Chance::new(number).about("anything")));
        }
    }
    found
}

fn half(rulebook: &Rulebook, says: &Answers, chance: Chance) -> Answers {
    let mut answers = says.clone();
    for question in rulebook.question_places().filter(|at| *at != rulebook.symptom) {
        if chance.about(&rulebook.question(question).id).below(2) == 0 {
            answers.clear(question);
        }
    }
    answers
}

/// A borrower with the symptom who says anything, whether it makes sense or not; one question in three stays open.
pub(super) fn anything(rulebook: &Rulebook, symptom: OptionIx, chance: Chance) -> Answers {
    let mut answers = bare(rulebook, symptom);
    for at in rulebook.question_places().filter(|at| *at != rulebook.symptom) {
        let chance = chance.about(&rulebook.question(at).id);
        let options = any_options(rulebook, at, symptom, chance);
        if chance.about("open").below(3) > 0 && !options.is_empty() {
            answers.set(at, answer(rulebook, at, options));
        }
    }
    answers
}

fn any_options(
    rulebook: &Rulebook,
    at: QuestionIx,
    symptom: OptionIx,
    chance: Chance,
) -> OptionSet {
    let question = rulebook.question(at);
    let offered: Vec<OptionIx> = question.offered(Some(symptom)).iter().collect();
    let drawn = usize::try_from(chance.below(offered.len() as u64)).unwrap_or(0);
    let Some(one) = offered.get(drawn).copied() else { return OptionSet::EMPTY };
    match question.kind {
        AnswerKind::Many { alone } if alone != Some(one) => offered
            .into_iter()
            .filter(|option| alone != Some(*option))
            .filter(|option| chance.number(u64::from(option.0)).below(3) == 0)
            .fold(OptionSet::of(one), OptionSet::with),
        _ => OptionSet::of(one),
    }
}

/// For every two causes of a symptom a borrower who says what shows either of them.
fn pairs(rulebook: &Rulebook, survey: &[Standing]) -> Vec<Answers> {
    let mut found = Vec::new();
    for (place, one) in survey.iter().enumerate() {
        for other in &survey[place + 1..] {
            if let (true, Some(of_one), Some(of_other)) = (
                one.symptom == other.symptom,
                one.witnesses.bare.first(),
                other.witnesses.bare.first(),
            ) {
                found.push(both(rulebook, of_one, of_other));
            }
        }
    }
    found
}

/// What both say; where they differ on a question with several ticks both ticks, else what the first one says.
fn both(rulebook: &Rulebook, one: &Answers, other: &Answers) -> Answers {
    let mut answers = one.clone();
    for at in rulebook.question_places() {
        let alone = rulebook.question(at).alone();
        let has_ticks = matches!(rulebook.question(at).kind, AnswerKind::Many { .. });
        match (one.get(at), other.get(at)) {
            (None, Some(said)) => answers.set(at, said),
            (Some(Answer::Options(one)), Some(Answer::Options(other))) if has_ticks => {
                let ticks = one.and(other).minus(alone.map_or(OptionSet::EMPTY, OptionSet::of));
                let ticks = if ticks.is_empty() { one } else { ticks };
                answers.set(at, Answer::Options(ticks));
            }
            _ => {}
        }
    }
    answers
}

/// The symptom's id.
pub(super) fn symptom_id<'a>(rulebook: &'a Rulebook, answers: &Answers) -> &'a str {
    chosen_symptom(rulebook, answers)
        .map_or("", |symptom| &*rulebook.option(rulebook.symptom, symptom).id)
}
