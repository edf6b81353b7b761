use serde_json::json;

use crate::engine::{
    AnswerKind, Answers, Cause, CauseIx, Diagnosis, Form, NotShown, OptionIx, OptionSet,
    QuestionIx, Rulebook, Said, SymptomSet, WhyNot, diagnose,
};
use crate::proof::answer_space::{answer, chosen_symptom};
use crate::proof::survey::{borrowers, survey, symptoms};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// No option changes nothing, except those that only say that no other option of their question holds.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let borrowers = borrowers(subject, &survey(subject));
    let (mut idle, mut neutral) = (Vec::new(), Vec::new());
    let (mut only_reasons, mut never_offered) = (Vec::new(), Vec::new());
    let (mut count, mut has_dead_rule) = (0, false);
    for said in options(rulebook) {
        count += 1;
        match effect(subject, &borrowers, said) {
            // Only who takes a warning back is asked.
            Influence::Unasked if rulebook.question(said.question).after_warning.is_some() => {}
            Influence::Unasked => never_offered.push(name(rulebook, said)),
            Influence::Result => {}
            Influence::Reason => only_reasons.push(name(rulebook, said)),
            Influence::Nothing if !says_something(rulebook, said) && is_rest(rulebook, said) => {
                neutral.push(name(rulebook, said));
            }
            Influence::Nothing => {
                has_dead_rule |= says_something(rulebook, said);
                idle.push(said);
            }
        }
    }
    Line {
        id: "options-that-change-nothing",
        claim: "every option changes some result, except those that only deny the other options of their question",
        method: match has_dead_rule {
            false => Method::Exact,
            true => Method::Bounded(format!("{} borrowers of every kind", borrowers.len())),
        },
        verdict: if idle.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("options".to_owned(), json!(count)),
            ("change nothing".to_owned(), json!(idle.len())),
            ("never offered".to_owned(), json!(never_offered)),
            ("only deny the others".to_owned(), json!(neutral)),
            (
                "offered for a symptom for which they say nothing".to_owned(),
                json!(misplaced(rulebook)),
            ),
            ("found to change only why a cause is not shown".to_owned(), json!(only_reasons)),
        ],
        examples: idle.into_iter().map(|said| example(subject, &borrowers, said)).collect(),
    }
}

/// What choosing an option changes against leaving its question open.
enum Influence {
    /// It is offered for no symptom.
    Unasked,
    Nothing,
    /// Only the reason why a cause is not shown.
    Reason,
    /// The reasons, their strength or the steps.
    Result,
}

fn options(rulebook: &Rulebook) -> impl Iterator<Item = Said> {
    rulebook.question_places().filter(|at| *at != rulebook.symptom).flat_map(|question| {
        let options = OptionIx::all(rulebook.question(question).options.len());
        options.map(move |option| Said { question, option })
    })
}

/// Whether a rule of any cause is about the option, or it counts as clean.
fn says_something(rulebook: &Rulebook, said: Said) -> bool {
    let has_weight = |cause: &Cause| cause.hears(said.question, said.option);
    rulebook.causes.iter().any(has_weight) || rulebook.option(said.question, said.option).is_clean
}

/// Whether it stands for all that the question's other options do not say: one of several that exclude each other,
/// and no row of a list, whose tick would say nothing.
fn is_rest(rulebook: &Rulebook, said: Said) -> bool {
    let has_row = rulebook.screens.iter().any(|screen| match &screen.form {
        Form::Full(_) => false,
        Form::List(rows) => {
            rows.iter().any(|row| (row.question, row.option) == (said.question, said.option))
        }
    });
    let question = rulebook.question(said.question);
    let excludes =
        !matches!(question.kind, AnswerKind::Many { .. }) || question.alone() == Some(said.option);
    let others = OptionIx::all(question.options.len());
    let says = |option| says_something(rulebook, Said { question: said.question, option });
    excludes && !has_row && others.filter(|option| *option != said.option).any(says)
}

/// The options that say something for one symptom and are offered for another one for which they say nothing.
fn misplaced(rulebook: &Rulebook) -> Vec<String> {
    let mut found = Vec::new();
    for said in options(rulebook).filter(|said| says_something(rulebook, *said)) {
        let choice = rulebook.option(said.question, said.option);
        let applies = rulebook.question(said.question).applies.and(choice.offered);
        let on_page = rulebook.question(said.question).on_page;
        for symptom in symptoms(rulebook).filter(|at| applies.has(Some(*at)) && !choice.is_clean) {
            let counts =
                |cause: &&Cause| on_page || cause.stops || cause.prior(Some(symptom)).is_some();
            let mut causes = rulebook.causes.iter().filter(counts);
            if !causes.any(|cause| cause.hears(said.question, said.option)) {
                let symptom = &rulebook.option(rulebook.symptom, symptom).id;
                found.push(format!("{} for `{symptom}`", name(rulebook, said)));
            }
        }
    }
    found
}

fn effect(subject: &ProofSubject, borrowers: &[Answers], said: Said) -> Influence {
    let rulebook = subject.rulebook;
    let mut asked =
        borrowers.iter().filter(|borrower| is_asked(rulebook, borrower, said)).peekable();
    match asked.peek() {
        None => return Influence::Unasked,
        Some(_) if !says_something(rulebook, said) => return Influence::Nothing,
        Some(_) => {}
    }
    let mut found = Influence::Nothing;
    for borrower in asked {
        let [with, without] = with_and_without(subject, borrower, said);
        if with.outcome != without.outcome
            || with.findings != without.findings
            || with.plan != without.plan
        {
            return Influence::Result;
        }
        if why_not(&with) != why_not(&without) {
            found = Influence::Reason;
        }
    }
    found
}

/// Why each cause is not shown; that it was asked about is no influence of the answer.
fn why_not(diagnosis: &Diagnosis) -> Vec<(CauseIx, WhyNot)> {
    let why = |not: &NotShown| match not.why {
        WhyNot::NotAsked => (not.cause, WhyNot::NothingForIt),
        why => (not.cause, why),
    };
    diagnosis.not_shown.iter().map(why).collect()
}

/// Whether the borrower's symptom is one for which the question is asked and the option offered.
fn is_asked(rulebook: &Rulebook, borrower: &Answers, said: Said) -> bool {
    let symptom = chosen_symptom(rulebook, borrower);
    let is_in = |set: SymptomSet| symptom.is_some() && set.has(symptom);
    is_in(rulebook.question(said.question).applies)
        && is_in(rulebook.option(said.question, said.option).offered)
}

fn with_and_without(subject: &ProofSubject, borrower: &Answers, said: Said) -> [Diagnosis; 2] {
    let rulebook = subject.rulebook;
    let mut answers = borrower.clone();
    answers.clear(said.question);
    let without = diagnose(rulebook, &answers, subject.day);
    choose(rulebook, &mut answers, said.question, said.option);
    [diagnose(rulebook, &answers, subject.day), without]
}

fn choose(rulebook: &Rulebook, answers: &mut Answers, question: QuestionIx, option: OptionIx) {
    answers.set(question, answer(rulebook, question, OptionSet::of(option)));
}

/// A borrower who chooses the option and sees what everybody sees who leaves the question open.
fn example(subject: &ProofSubject, borrowers: &[Answers], said: Said) -> Witness {
    let rulebook = subject.rulebook;
    let mut asked = borrowers.iter().filter(|borrower| is_asked(rulebook, borrower, said));
    let shows = format!("{} changes nothing", name(rulebook, said));
    let Some(mut answers) = asked.next().cloned() else {
        return Witness { shows, answers: serde_json::Map::new() };
    };
    choose(rulebook, &mut answers, said.question, said.option);
    Witness { shows, answers: named_answers(rulebook, &answers, subject.day) }
}

fn name(rulebook: &Rulebook, said: Said) -> String {
    let question = &rulebook.question(said.question).id;
    format!("`{question}` = `{}`", rulebook.option(said.question, said.option).id)
}
