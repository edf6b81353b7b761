//! The interview, gone through with borrowers drawn at random: it ends, and it asks what it must.

use std::collections::BTreeSet;
use std::rc::Rc;

use loan_checkup::engine::{
    Answer, Answers, CauseIx, Decibans, Diagnosis, Finding, Interview, InterviewNotes, Next,
    OptionIx, OptionSet, Outcome, Rulebook, Said, ScreenIx,
};
use proptest::prelude::*;

use crate::borrower::diagnosis;
use crate::borrowers::{Draw, closing_replies, screen_replies};
use crate::properties::check_result;
use crate::strategy::{RULEBOOK, config};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn the_interview_ends_in_its_budget_and_asks_what_it_must(number in any::<u64>()) {
        check_interview(&RULEBOOK, number)?;
    }

    /// Seven screens are the least: three with a place, one that the page's message leads to, two for what the product is
    /// named for, and one for how long somebody has waited who is not sure of the symptom.
    #[test]
    fn a_short_budget_leaves_room_for_what_must_be_asked(
        number in any::<u64>(), most_screens in 7..12_u8, least_gain in 0..50_000_u32,
    ) {
        let mut rulebook = RULEBOOK.clone();
        (rulebook.settings.most_screens, rulebook.settings.least_gain) = (most_screens, least_gain);
        check_interview(&rulebook, number)?;
    }
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn the_largest_numbers_that_are_accepted_overflow_nothing(number in any::<u64>()) {
        check_interview(&extreme(), number)?;
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

/// Goes through the whole interview of the borrower with this number and checks every screen of it.
pub(crate) fn check_interview(rulebook: &Rulebook, number: u64) -> Result<(), TestCaseError> {
    let draw = &mut Draw::new(number);
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
                for (question, answer) in closing_replies(rulebook, &rows, draw) {
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
        let symptom = diagnosis.facts.symptom();
        for (question, answer) in screen_replies(rulebook, &interview, screen, symptom, draw) {
            answers.set(question, answer);
        }
        asked.push(Some(screen));
    }
}

/// The list is short, asks nothing twice, and each of its rows would change which reasons are shown or which is first:
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
        let offered = rulebook.question(row.question).offered(before.facts.symptom());
        // Of a pair the empty row says the other one; and what could take a warning back stands beside what warns.
        let is_beside = |option: OptionIx| {
            rows.iter().any(|other| (other.question, other.option) == (row.question, option))
        };
        let is_told = |option: &OptionIx| is_beside(*option) || offered.len() == 2;
        let named = |diagnosis: &Diagnosis| -> BTreeSet<CauseIx> {
            diagnosis.findings.iter().flat_map(Finding::causes).collect()
        };
        let changes = offered.iter().filter(is_told).any(|option| {
            let mut with = answers.clone();
            with.choose(row.question, option);
            let after = diagnosis(rulebook, &with);
            after.first() != before.first() || named(&after) != named(before)
        });
        prop_assert!(changes, "a row that changes nothing");
    }
    Ok(())
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
        prop_assert_eq!(interview.next(), Next::Finish);
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
