//! The closing list holds what could still change the first reason or add one, and its empty rows deny nothing but themselves.

// A likelihood is worked out a second way here, to compare with the engine's whole numbers.
#![allow(clippy::float_arithmetic)]

use std::collections::BTreeSet;

use loan_checkup::engine::{
    Answer, AnswerError, AnswerKind, Answers, CLOSING_LIST, CauseIx, Diagnosis, Effect, Facts,
    Finding, Form, GivenAnswer, GivenRow, Interview, Next, OptionIx, OptionSet, Outcome,
    QuestionIx, Rulebook, Said, closing_answer, read_answers,
};

use crate::borrower::{diagnosis, options};
use crate::borrowers::{Draw, amounts};
use crate::folder;
use crate::small::{dump, rulebook, some_answers, some_ticks};
use crate::strategy::RULEBOOK;

/// How many small rulebooks are tried, each with a few borrowers.
const RULEBOOKS: u64 = 400;

/// By how much a likelihood in fixed-point numbers may be off.
const NEAR: f64 = 0.000_1;

#[test]
fn the_list_holds_the_likeliest_facts_that_change_the_first_reason() {
    let (mut full, mut short) = (0, 0);
    for seed in 0..RULEBOOKS {
        for share in [0, 20, 40, 60] {
            let rulebook = rulebook(seed);
            let answers = some_answers(&rulebook, seed, share);
            let (facts, rows) = check_list(&rulebook, &answers);
            full += u32::from(rows == usize::from(rulebook.settings.closing_rows) && facts > rows);
            short += u32::from(rows > 0 && facts == rows);
        }
    }
    assert!(full >= 20 && short >= 20, "{full} lists are full, {short} are not");
}

#[test]
fn an_empty_row_denies_nothing_but_itself() {
    let mut lists = 0;
    for seed in 0..RULEBOOKS {
        for share in [0, 30, 60] {
            let rulebook = rulebook(seed);
            let answers = some_answers(&rulebook, seed, share);
            let list = closing_list(&rulebook, &answers);
            lists += u32::from(!list.is_empty());
            for number in 0..4 {
                check_closing(&rulebook, &answers, &list, &mut Draw::new(seed * 10 + number));
            }
        }
    }
    assert!(lists >= 100, "only {lists} lists");
}

#[test]
fn rows_by_name_say_what_the_rows_of_the_page_say() {
    for question in RULEBOOK.question_places() {
        let rows: Vec<OptionIx> = options(RULEBOOK.question(question)).take(3).collect();
        // Each row holds, does not hold or is not known: so many ways.
        for way in 0..3_usize.pow(u32::try_from(rows.len()).expect("three")) {
            let held = |at: u32| [None, Some(false), Some(true)][way / 3_usize.pow(at) % 3];
            check_rows(question, (0..).map(held).zip(rows.iter().copied()).collect());
        }
    }
}

/// The answer is made of the rows of which something is known; without one nothing is.
fn check_rows(question: QuestionIx, rows: Vec<(Option<bool>, OptionIx)>) {
    let rules = RULEBOOK.question(question);
    let set = |of: &dyn Fn(Option<bool>) -> bool| {
        let those = rows.iter().filter(|(holds, _)| of(*holds));
        those.fold(OptionSet::EMPTY, |set, (_, option)| set.with(*option))
    };
    let (known, ticked) = (set(&|holds| holds.is_some()), set(&|holds| holds == Some(true)));
    let mut expected = Answers::new();
    expected.set_closing(
        question,
        match known.is_empty() {
            true => Answer::Unsure,
            false => closing_answer(rules, known, ticked),
        },
    );
    let named = rows.iter().map(|(holds, option)| GivenRow {
        question: rules.id.clone(),
        answer: RULEBOOK.option(question, *option).id.clone(),
        holds: *holds,
    });
    let given = [(CLOSING_LIST.to_owned(), GivenAnswer::Rows(named.collect()))];
    assert_eq!(read_answers(&RULEBOOK, given), Ok(expected), "{}: {rows:?}", rules.id);
}

#[test]
fn rows_stand_under_the_closing_list_and_nothing_else_does() {
    let row = |question: &str, answer: &str| GivenRow {
        question: question.to_owned(),
        answer: answer.to_owned(),
        holds: Some(true),
    };
    let one = |text: &str| GivenAnswer::One(text.to_owned());
    for (name, given, is_named) in [
        (CLOSING_LIST, one("yes"), "closing-list"),
        (CLOSING_LIST, GivenAnswer::Many(Vec::new()), "closing-list"),
        ("court-record", GivenAnswer::Rows(vec![row("court-record", "yes")]), "`court-record`"),
        (CLOSING_LIST, GivenAnswer::Rows(vec![row("court-recrod", "yes")]), "`court-record`"),
        (CLOSING_LIST, GivenAnswer::Rows(vec![row("court-record", "yess")]), "`yes`"),
    ] {
        let errors: Vec<AnswerError> =
            read_answers(&RULEBOOK, [(name.to_owned(), given)]).expect_err(is_named);
        assert!(
            matches!(&errors[..], [error] if error.to_string().contains(is_named)),
            "{errors:?}"
        );
    }
}

fn closing_list(rulebook: &Rulebook, answers: &Answers) -> Vec<Said> {
    Interview::new(rulebook, answers, &diagnosis(rulebook, answers)).closing_list()
}

/// Compares the list with all facts that could stand on it; says how many they are, and how many rows there are.
fn check_list(rulebook: &Rulebook, answers: &Answers) -> (usize, usize) {
    let before = diagnosis(rulebook, answers);
    let list = closing_list(rulebook, answers);
    let mut facts: Vec<((u8, f64), Said)> = rulebook
        .question_places()
        .filter(|question| can_be_asked(rulebook, answers, &before, *question))
        .flat_map(|question| rows(rulebook, answers, &before, question))
        .map(|(stake, said)| ((stake, likelihood(rulebook, &before, said)), said))
        .collect();
    let count = facts.len();
    let say = || format!("{list:?} of {facts:?}\n{}", dump(rulebook, answers));
    let say = &say();
    let most = usize::from(rulebook.settings.closing_rows);
    assert_eq!(list.len(), count.min(most), "another number of rows: {say}");
    for row in &list {
        let place = facts.iter().position(|(_, said)| said == row);
        let place = place.unwrap_or_else(|| panic!("{row:?} should not be there: {say}"));
        let ((stake, likelihood), _) = facts.remove(place);
        let above = |((other_stake, other), _): &((u8, f64), Said)| {
            *other_stake > stake || (*other_stake == stake && *other > likelihood + NEAR)
        };
        assert!(!facts.iter().any(above), "{row:?} stands too high: {say}");
    }
    (count, list.len())
}

/// Whether nothing was said to the question, and it is asked of the borrower, but not at a fixed place.
fn can_be_asked(
    rulebook: &Rulebook,
    answers: &Answers,
    before: &Diagnosis,
    at: QuestionIx,
) -> bool {
    let question = rulebook.question(at);
    let screen = rulebook.screen_of(at).map(|screen| rulebook.screen(screen));
    answers.get(at).is_none()
        && question.applies.has(before.facts.symptom())
        && !question.on_page
        && screen.is_some_and(|screen| screen.place.is_none())
}

/// What hangs on a row, the least first: another reason, one that is shown, the warning.
const ADDS: u8 = 0;
const CHANGES_SHOWN: u8 = 1;
const WARNS: u8 = 2;

/// The options that change the first reason, or bring or take another one; of two that exclude each other one stands for both.
fn rows(
    rulebook: &Rulebook,
    answers: &Answers,
    before: &Diagnosis,
    at: QuestionIx,
) -> Vec<(u8, Said)> {
    let question = rulebook.question(at);
    let offered = question.offered(before.facts.symptom());
    let stake = |option: OptionIx| {
        let answer = match &question.kind {
            AnswerKind::Money(ratio) => amounts(rulebook, ratio, option),
            _ => Answer::Options(OptionSet::of(option)),
        };
        let mut answers = answers.clone();
        answers.set(at, answer);
        let after = diagnosis(rulebook, &answers);
        let named = |diagnosis: &Diagnosis| -> BTreeSet<CauseIx> {
            diagnosis.findings.iter().flat_map(Finding::causes).collect()
        };
        let (shown, left) = (named(before), named(&after));
        match () {
            () if after.first() != before.first() && after.outcome == Outcome::StopScam => {
                Some(WARNS)
            }
            () if after.first() != before.first() => Some(CHANGES_SHOWN),
            () if left.is_subset(&shown) => (left != shown).then_some(CHANGES_SHOWN),
            () => Some(ADDS),
        }
    };
    let said = |option| Said { question: at, option };
    let stakes: Vec<(OptionIx, u8)> =
        offered.iter().filter_map(|option| Some((option, stake(option)?))).collect();
    let Some(most) = stakes.iter().map(|(_, stake)| *stake).max() else { return Vec::new() };
    let troubles = offered.iter().filter(|option| is_trouble(rulebook, said(*option)));
    let is_pair = matches!(question.kind, AnswerKind::One) && offered.len() == 2;
    if most == WARNS || is_pair {
        let rows = troubles.take(if most == WARNS { usize::MAX } else { 1 });
        return rows.map(|option| (most, said(option))).collect();
    }
    let rows = stakes.into_iter().filter(|(option, _)| is_trouble(rulebook, said(*option)));
    rows.map(|(option, stake)| (stake, said(option))).collect()
}

/// Whether the option says that something is there, so that leaving it empty says nothing bad.
fn is_trouble(rulebook: &Rulebook, said: Said) -> bool {
    let question = rulebook.question(said.question);
    let stored_by_empty_rows = rulebook.screens.iter().any(|screen| match &screen.form {
        Form::List(rows) => {
            rows.iter().any(|row| (row.question, row.otherwise) == (said.question, said.option))
        }
        Form::Full(_) => false,
    });
    let stands_alone = question.alone() == Some(said.option);
    !question.options[said.option.at()].is_clean && !stands_alone && !stored_by_empty_rows
}

/// How likely the answer is if exactly one cause is at work.
fn likelihood(rulebook: &Rulebook, before: &Diagnosis, said: Said) -> f64 {
    let odds = |decibans: f64| 10_f64.powf(decibans / 10.0);
    let tenths = |tenths: i32| f64::from(tenths) / 10.0;
    let (mut total, mut joint) = (0.0, 0.0);
    for assessment in &before.assessments {
        let support = match (assessment.settled_by, assessment.ruled_out_by, assessment.prior) {
            (Some(_), _, _) => 40.0,
            (None, None, Some(_)) => tenths(assessment.support.tenths()),
            _ => continue,
        };
        let cause = rulebook.cause(assessment.cause);
        let here = |question, option| question == said.question && option == said.option;
        let rows = cause.evidence.iter().filter(|row| here(row.question, row.option));
        let rows = rows.filter(|row| row.holds_on(folder::day()));
        let weight: f64 = rows.map(|row| tenths(row.weight.tenths())).sum();
        let facts = cause.hard_facts.iter().filter(|fact| here(fact.question, fact.option));
        let weight = facts.fold(weight, |_, fact| match fact.effect {
            Effect::Settles => 20.0,
            Effect::RulesOut => -20.0,
        });
        let base = f64::from(rulebook.option(said.question, said.option).base_rate) / 10_000.0;
        total += odds(support);
        joint += odds(support) * base * odds(weight.clamp(-20.0, 20.0));
    }
    if total > 0.0 { joint / total } else { 0.0 }
}

/// Ticks some rows and leaves the others empty.
fn check_closing(rulebook: &Rulebook, answers: &Answers, list: &[Said], draw: &mut Draw) {
    let before = diagnosis(rulebook, answers);
    let mut after = answers.clone();
    let mut expected: Vec<(QuestionIx, OptionSet)> = Vec::new();
    for question in rulebook.question_places() {
        let here = list.iter().filter(|said| said.question == question);
        let rows = here.fold(OptionSet::EMPTY, |rows, said| rows.with(said.option));
        if rows.is_empty() {
            expected.push((question, before.facts.held(question)));
            continue;
        }
        let ticked = some_ticks(rulebook.question(question), rows, draw);
        let answer = closing_answer(rulebook.question(question), rows, ticked);
        if let Answer::Partly { held, denied } = answer {
            assert_eq!((held, denied), (ticked, rows.minus(ticked)), "{question:?}");
        }
        after.set_closing(question, answer);
        let left = rulebook.question(question).offered(before.facts.symptom()).minus(rows);
        expected.push((question, held(rulebook, question, ticked, left)));
    }
    let facts = Facts::new(rulebook, &after, folder::day());
    for (question, expected) in expected {
        let held = facts.held(question);
        assert_eq!(held, expected, "{question:?}, {list:?}\n{}", dump(rulebook, &after));
    }
    let diagnosis = diagnosis(rulebook, &after);
    let next = Interview::new(rulebook, &after, &diagnosis).next();
    assert!(list.is_empty() || !matches!(next, Next::Close(_)), "a second list");
}

/// What is established: the ticks; else what alone is left of a choice that everybody can make.
fn held(rulebook: &Rulebook, at: QuestionIx, ticked: OptionSet, left: OptionSet) -> OptionSet {
    let question = rulebook.question(at);
    let is_last = match question.kind {
        AnswerKind::One => left.len() == 1,
        AnswerKind::Many { alone } => alone.map(OptionSet::of) == Some(left),
        AnswerKind::Money(_) => false,
    };
    match () {
        () if !ticked.is_empty() => ticked,
        () if is_last => left,
        () => OptionSet::EMPTY,
    }
}

/// Surety and the day of repayment were no row and no question for whoever could borrow 1 yuan only.
#[test]
fn whatever_nobody_asked_can_still_be_said_at_the_end() {
    for symptom in options(RULEBOOK.question(RULEBOOK.symptom)) {
        let (answers, rows) = at_the_closing_list(symptom);
        let diagnosis = diagnosis(&RULEBOOK, &answers);
        for (at, question) in RULEBOOK.question_places().zip(&RULEBOOK.questions) {
            let is_open = question.applies.has(diagnosis.facts.symptom()) && !answers.has(at);
            let is_asked_in_place = RULEBOOK
                .screen_of(at)
                .is_some_and(|screen| RULEBOOK.screen(screen).place.is_some());
            let says_something = rows.iter().any(|row| row.question == at);
            assert!(
                !is_open || is_asked_in_place || question.on_page || says_something,
                "{} was not asked and cannot be said",
                question.id
            );
        }
    }
}

/// Somebody with this symptom and nothing else to say, and all that the end of the asking offers.
fn at_the_closing_list(symptom: OptionIx) -> (Answers, Vec<Said>) {
    let mut answers = Answers::new();
    answers.set(RULEBOOK.symptom, Answer::Options(OptionSet::of(symptom)));
    loop {
        let diagnosis = diagnosis(&RULEBOOK, &answers);
        let interview = Interview::new(&RULEBOOK, &answers, &diagnosis);
        match interview.next() {
            Next::Ask(screen) => {
                for question in interview.questions_on(screen) {
                    answers.set(question, clean(question));
                }
            }
            Next::Close(rows) => {
                let further = interview.further_rows(&rows);
                return (answers, rows.into_iter().chain(further).collect());
            }
            Next::Finish => return (answers, Vec::new()),
        }
    }
}

/// That all is well, or nothing where no answer says so.
fn clean(at: QuestionIx) -> Answer {
    let question = RULEBOOK.question(at);
    let clean = options(question).find(|option| question.options[option.at()].is_clean);
    clean.map_or(Answer::Unsure, |option| Answer::Options(OptionSet::of(option)))
}
