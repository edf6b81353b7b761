use serde_json::json;

use crate::engine::{
    Answers, Condition, Effect, HardFact, OptionIx, OptionSet, Outcome, QuestionIx, Rulebook, Said,
    diagnose,
};
use crate::proof::answer_space::{answer, bare};
use crate::proof::survey::{anything, symptoms};
use crate::proof::{Chance, Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// How many borrowers say anything else besides each sign.
const DRAWN: u64 = 200;

/// Every sign of fraud ends the asking with the warning, under every symptom, whatever else is answered.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let mut tried = 0usize;
    let mut examples = Vec::new();
    let signs = signs(rulebook);
    for sign in &signs {
        for symptom in symptoms(rulebook).filter(|symptom| is_offered(rulebook, *sign, *symptom)) {
            let drawn = (0..DRAWN).map(|number| anything(rulebook, symptom, Chance::new(number)));
            let borrowers = core::iter::once(bare(rulebook, symptom)).chain(drawn);
            let mut said = borrowers.map(|answers| {
                tried += 1;
                with_sign(rulebook, answers, *sign)
            });
            if let Some(answers) = said.find(|answers| !is_warned(subject, answers)) {
                examples.push(example(subject, *sign, &answers));
            }
        }
    }
    let gaps: Vec<String> = signs.iter().filter_map(|sign| gap(rulebook, *sign)).collect();
    let taken_back: Vec<String> = signs
        .iter()
        .filter(|sign| unless(rulebook, **sign).next().is_some())
        .map(|sign| name(rulebook, *sign))
        .collect();
    let is_good = gaps.is_empty() && examples.is_empty() && !signs.is_empty();
    Line {
        id: "warnings-lead-to-the-fraud-screen",
        claim: "every sign of fraud leads to the warning, under every symptom and whatever else is answered; only an answer \
                that the sign's own rule names takes it back",
        method: match gaps.is_empty() {
            true => Method::Exact,
            false => Method::Bounded(format!("{tried} borrowers who say anything else")),
        },
        verdict: if is_good { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("signs".to_owned(), json!(signs.len())),
            ("taken back by an answer".to_owned(), json!(taken_back)),
            ("gaps in the proof".to_owned(), json!(gaps)),
            ("borrowers tried as well".to_owned(), json!(tried)),
        ],
        examples,
    }
}

/// What settles a cause that stops the interview, and every other option of a question that is asked for such signs
/// (one in a fixed place of which most options settle one), except the option that stands alone.
fn signs(rulebook: &Rulebook) -> Vec<Said> {
    let mut signs = Vec::new();
    for question in rulebook.question_places() {
        let of = rulebook.question(question);
        let settles = |option: &OptionIx| {
            let said = Said { question, option: *option };
            stopping(rulebook).any(|(_, fact)| fact.said() == said)
        };
        let others = || OptionIx::all(of.options.len()).filter(|at| of.alone() != Some(*at));
        let settling = others().filter(settles).count();
        let is_about_signs = 2 * settling > others().count();
        let options = others().filter(|option| is_about_signs || settles(option));
        signs.extend(options.map(|option| Said { question, option }));
    }
    signs
}

/// The hard facts that settle a cause which stops the interview, with the cause's other hard facts.
fn stopping(rulebook: &Rulebook) -> impl Iterator<Item = (&[HardFact], &HardFact)> {
    let stopping = rulebook.causes.iter().filter(|cause| cause.stops);
    stopping.flat_map(|cause| {
        let facts = cause.hard_facts.iter().filter(|fact| fact.effect == Effect::Settles);
        facts.map(|fact| (cause.hard_facts.as_slice(), fact))
    })
}

/// What takes the sign back by the rules that settle a warning on it.
fn unless(rulebook: &Rulebook, sign: Said) -> impl Iterator<Item = &Condition> {
    let of_sign = stopping(rulebook).filter(move |(_, fact)| fact.said() == sign);
    of_sign.flat_map(|(_, fact)| &fact.unless)
}

fn name(rulebook: &Rulebook, sign: Said) -> String {
    let question = rulebook.question(sign.question);
    format!("`{}` = `{}`", question.id, question.options[sign.option.at()].id)
}

/// Why the sign might not lead to the warning. It does where a fact settles a stopping cause that the page cannot rule
/// out, without a condition but what takes it back: such causes rank before all others and stand alone.
fn gap(rulebook: &Rulebook, sign: Said) -> Option<String> {
    let on_page = |question: QuestionIx| rulebook.question(question).on_page;
    let is_sure = stopping(rulebook).any(|(all, fact)| {
        let denies =
            |other: &&HardFact| other.effect == Effect::RulesOut && on_page(other.question);
        fact.said() == sign
            && fact.when.is_empty()
            && (on_page(sign.question) || !all.iter().any(|other| denies(&other)))
    });
    let question = rulebook.question(sign.question);
    let missing = |symptom: &OptionIx| !is_offered(rulebook, sign, *symptom);
    let is_everywhere = question.alone().is_none() || !symptoms(rulebook).any(|at| missing(&at));
    match (is_sure, is_everywhere) {
        (false, _) => Some(format!("{} settles no warning for certain", name(rulebook, sign))),
        (true, false) => Some(format!("{} is not offered for every symptom", name(rulebook, sign))),
        (true, true) => None,
    }
}

fn is_offered(rulebook: &Rulebook, sign: Said, symptom: OptionIx) -> bool {
    rulebook.question(sign.question).counts(Some(symptom))
        && rulebook.option(sign.question, sign.option).offered.has(Some(symptom))
}

fn with_sign(rulebook: &Rulebook, mut answers: Answers, sign: Said) -> Answers {
    for condition in unless(rulebook, sign) {
        answers.clear(condition.question);
    }
    answers.set(sign.question, answer(rulebook, sign.question, OptionSet::of(sign.option)));
    answers
}

fn is_warned(subject: &ProofSubject, answers: &Answers) -> bool {
    diagnose(subject.rulebook, answers, subject.day).outcome == Outcome::StopScam
}

fn example(subject: &ProofSubject, sign: Said, answers: &Answers) -> Witness {
    let question = subject.rulebook.question(sign.question);
    let option = &question.options[sign.option.at()].id;
    Witness {
        shows: format!("`{}` = `{option}` leads to no warning", question.id),
        answers: named_answers(subject.rulebook, answers, subject.day),
    }
}
