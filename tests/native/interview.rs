//! The interview, gone through with borrowers drawn at random: it ends, and it asks what it must.

use std::rc::Rc;

use loan_checkup::engine::{
    Answer, Answers, CauseIx, Decibans, Diagnosis, Form, Interview, InterviewNotes, Next, OptionIx,
    OptionSet, Outcome, QuestionIx, Rulebook, Said, ScreenIx, closing_answer,
};
use proptest::prelude::*;

use crate::borrower::diagnosis;
use crate::draw::{RULEBOOK, config, drawn_answer, draws, option_at};
use crate::properties::check_result;

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_interview_ends_in_its_budget_and_asks_what_it_must(
        draws in draws(), unsure in prop::collection::vec(0..6_u8, RULEBOOK.screens.len()),
    ) {
        check_interview(&RULEBOOK, &draws, &unsure)?;
    }

    /// Five screens are the least: three with a place, and two for what the product is named for.
    #[test]
    fn a_short_budget_leaves_room_for_what_must_be_asked(
        draws in draws(), most_screens in 5..12_u8, least_gain in 0..50_000_u32,
    ) {
        let mut rulebook = RULEBOOK.clone();
        (rulebook.settings.most_screens, rulebook.settings.least_gain) = (most_screens, least_gain);
        check_interview(&rulebook, &draws, &[])?;
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn the_largest_numbers_that_are_accepted_overflow_nothing(draws in draws()) {
        check_interview(&extreme(), &draws, &[])?;
    }
}

/// Seen by what it finds although it is asked about other answers, which nobody else may do.
#[test]
fn a_look_with_notes_finds_what_was_worked_out_before() {
    let said = |answers: Answers| (diagnosis(&RULEBOOK, &answers), answers);
    let (before, none) = said(Answers::new());
    let mut answers = Answers::new();
    answers.set(RULEBOOK.symptom, Answer::Options(OptionSet::of(OptionIx(0))));
    let (after, some) = said(answers);
    let notes: Rc<InterviewNotes> = Rc::default();
    let first = Interview::with_notes(&RULEBOOK, &none, &before, Rc::clone(&notes)).next();
    assert_ne!(Interview::new(&RULEBOOK, &some, &after).next(), first);
    assert_eq!(Interview::with_notes(&RULEBOOK, &some, &after, notes).next(), first);
}

/// The shipped rulebook with every number as large as the files may write it.
fn extreme() -> Rulebook {
    let mut rulebook = RULEBOOK.clone();
    let cost = &mut rulebook.settings.cost;
    for cost in [
        &mut cost.minute,
        &mut cost.yuan,
        &mut cost.wait_day,
        &mut cost.annoyance,
        &mut cost.risk_high,
    ] {
        *cost = u16::MAX;
    }
    for remedy in &mut rulebook.remedies {
        (remedy.minutes, remedy.yuan, remedy.wait_days) = (u16::MAX, u16::MAX, u16::MAX);
        remedy.annoyance = u8::MAX;
        for fix in &mut remedy.fixes {
            fix.likelihood = 100;
        }
    }
    for choice in rulebook.questions.iter_mut().flat_map(|question| &mut question.options) {
        choice.base_rate = 10_000;
    }
    for evidence in rulebook.causes.iter_mut().flat_map(|cause| &mut cause.evidence) {
        evidence.weight = Decibans::from_tenths(999 * evidence.weight.tenths().signum());
    }
    rulebook
}

/// Goes through a whole interview and checks every screen of it.
pub(crate) fn check_interview(
    rulebook: &Rulebook,
    draws: &[u32],
    unsure: &[u8],
) -> Result<(), TestCaseError> {
    let most = usize::from(rulebook.settings.most_screens);
    let mut answers = Answers::new();
    // The closing list stands among them as no screen.
    let mut asked: Vec<Option<ScreenIx>> = Vec::new();
    loop {
        let diagnosis = diagnosis(rulebook, &answers);
        check_result(rulebook, &diagnosis)?;
        let interview = Interview::new(rulebook, &answers, &diagnosis);
        prop_assert_eq!(interview.asked(), asked.len(), "screens are not counted right");
        prop_assert!(
            interview.remaining() + asked.len() <= most.max(asked.len() + 1),
            "more promised than the budget"
        );
        let screen = match interview.next() {
            Next::Ask(screen) => screen,
            Next::Close(rows) => {
                prop_assert!(asked.len() < most, "more screens than the budget");
                prop_assert!(!asked.contains(&None), "two closing lists");
                check_closing_list(rulebook, &rows, &answers, &diagnosis)?;
                let given = closing_answers(rulebook, &rows, draws);
                for (question, answer) in given {
                    answers.set_closing(question, answer);
                }
                asked.push(None);
                continue;
            }
            Next::Finish => {
                prop_assert_eq!(interview.remaining(), 0);
                return check_named(rulebook, &interview, &answers, &diagnosis);
            }
        };
        prop_assert!(asked.len() < most, "more screens than the budget");
        prop_assert!(
            !asked.contains(&Some(screen)),
            "screen {} is asked twice",
            rulebook.screen(screen).id
        );
        let questions = interview.questions_on(screen);
        prop_assert!(!questions.is_empty(), "screen {} is empty", rulebook.screen(screen).id);
        for question in &questions {
            let applies = rulebook.question(*question).applies.has(diagnosis.facts.symptom());
            prop_assert!(applies, "{} does not apply", rulebook.question(*question).id);
            prop_assert!(
                !interview.options_of(*question).is_empty(),
                "a question without an option"
            );
        }
        let is_unsure = unsure.get(screen.at()) == Some(&1);
        let given = screen_answers(rulebook, &interview, &diagnosis, screen, draws, is_unsure);
        for (question, answer) in given {
            answers.set(question, answer);
        }
        asked.push(Some(screen));
    }
}

/// The list is short, asks nothing twice, and each of its rows would change the first reason:
/// by being ticked, or, where one of two answers is left, by not being ticked.
fn check_closing_list(
    rulebook: &Rulebook,
    rows: &[Said],
    answers: &Answers,
    before: &Diagnosis,
) -> Result<(), TestCaseError> {
    prop_assert!(!rows.is_empty() && rows.len() <= usize::from(rulebook.settings.closing_rows));
    for row in rows {
        prop_assert!(!answers.has(row.question), "asked already");
        let firsts: Vec<_> = rulebook
            .question(row.question)
            .offered(before.facts.symptom())
            .iter()
            .map(|option| {
                let mut with = answers.clone();
                with.choose(row.question, option);
                (option, diagnosis(rulebook, &with).first())
            })
            .collect();
        let changes = |(option, first): &(OptionIx, Option<CauseIx>)| {
            (*option == row.option || firsts.len() == 2) && *first != before.first()
        };
        prop_assert!(firsts.iter().any(changes), "a row that changes nothing");
    }
    Ok(())
}

fn closing_answers(rulebook: &Rulebook, rows: &[Said], draws: &[u32]) -> Vec<(QuestionIx, Answer)> {
    rows.iter()
        .map(|row| {
            let of_question = rows.iter().filter(|other| other.question == row.question);
            let listed = of_question.fold(OptionSet::EMPTY, |set, row| set.with(row.option));
            let is_ticked = draws[row.question.at()] & 1 == 1;
            let ticked = if is_ticked { OptionSet::of(row.option) } else { OptionSet::EMPTY };
            (row.question, closing_answer(rulebook.question(row.question), listed, ticked))
        })
        .collect()
}

/// What the borrower answers on a screen: the draws, where a list stores its denial for what is not ticked.
fn screen_answers(
    rulebook: &Rulebook,
    interview: &Interview,
    diagnosis: &Diagnosis,
    screen: ScreenIx,
    draws: &[u32],
    is_unsure: bool,
) -> Vec<(QuestionIx, Answer)> {
    let symptom = diagnosis.facts.symptom();
    let draw = |question: QuestionIx| draws[question.at()];
    let answer = |question: QuestionIx| match symptom {
        _ if question == rulebook.symptom => {
            let options = rulebook.question(question).options.len();
            Answer::Options(OptionSet::of(option_at(draw(question) as usize % options)))
        }
        Some(symptom) if draw(question) > 0 => {
            drawn_answer(rulebook, symptom, question, draw(question))
        }
        _ => Answer::Unsure,
    };
    let rows = interview.rows_on(screen);
    let from_list = |question: QuestionIx| {
        let ticked: Vec<_> = rows
            .iter()
            .filter(|row| row.question == question)
            .filter(|row| draw(question) >> row.option.0 & 1 == 1)
            .map(|row| row.option)
            .collect();
        let otherwise = rows.iter().find(|row| row.question == question).map(|row| row.otherwise);
        match (ticked.first(), otherwise) {
            (Some(first), _) => Answer::Options(OptionSet::of(*first)),
            (None, Some(otherwise)) if !is_unsure => Answer::Options(OptionSet::of(otherwise)),
            (None, _) => Answer::Unsure,
        }
    };
    let is_list = matches!(rulebook.screen(screen).form, Form::List(_));
    interview
        .questions_on(screen)
        .into_iter()
        .map(|question| (question, if is_list { from_list(question) } else { answer(question) }))
        .collect()
}

/// At the end a question that the product is named for is answered, or could say nothing more:
/// its causes are out of question or decided. After a fraud warning nothing more is asked.
fn check_named(
    rulebook: &Rulebook,
    interview: &Interview,
    answers: &Answers,
    diagnosis: &Diagnosis,
) -> Result<(), TestCaseError> {
    if diagnosis.outcome == Outcome::StopScam {
        prop_assert!(interview.open_questions().is_empty());
        return Ok(());
    }
    for at in
        rulebook.question_places().filter(|at| rulebook.question(*at).named && !answers.has(*at))
    {
        let question = rulebook.question(at);
        let is_undecided = |cause: CauseIx| {
            let assessment = diagnosis.assessment(cause);
            assessment.prior.is_some()
                && assessment.settled_by.is_none()
                && assessment.ruled_out_by.is_none()
        };
        let mut causes = rulebook.cause_places().filter(|cause| rulebook.cause(*cause).weighs(at));
        prop_assert!(
            !question.applies.has(diagnosis.facts.symptom()) || !causes.any(is_undecided),
            "{} was not asked",
            question.id
        );
    }
    Ok(())
}
