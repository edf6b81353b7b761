//! Plans and readers that are made up for these tests.

use std::collections::BTreeMap;

use loan_checkup::knowledge::Knowledge;
use loan_checkup::lab::readers::{
    Due, OwnQuestion, PlanCase, ReaderCode, Session, Setup, TestPlan, TestQuestion,
    TestQuestionKind, TestResults, TestVersion,
};
use loan_checkup::wording::Catalogue;

use crate::folder;

thread_local! {
    /// A test's own copy, kept to the end: catalogues do not go from thread to thread.
    static KNOWLEDGE: &'static Knowledge = Box::leak(Box::new(folder::knowledge()));
}

/// The shipped folder.
pub(super) fn knowledge() -> &'static Knowledge {
    KNOWLEDGE.with(|knowledge| *knowledge)
}

/// Worked cases with a first reason each.
pub(super) const CASES: [&str; 3] =
    ["number-changed-a-month-ago", "repaid-early", "overdue-last-spring"];

/// The shipped wording in Chinese.
pub(super) fn base() -> &'static Catalogue {
    let mut catalogues = knowledge().catalogues.iter();
    catalogues.find(|catalogue| catalogue.locale() == "zh-CN").expect("Chinese is shipped")
}

/// A worked case of the shipped folder.
pub(super) fn case(name: &str) -> PlanCase {
    let case = knowledge().cases.iter().find(|case| case.name.starts_with(name));
    PlanCase::worked(case.expect("the case is shipped"), &knowledge().rulebook)
}

/// A version that changes one sentence, or none.
pub(super) fn version(name: &str, changed: Option<&str>) -> TestVersion {
    let key = "cause.phone-number-changed.summary".to_owned();
    let texts = changed.map(|text| (key, text.to_owned()));
    TestVersion { name: name.to_owned(), texts: texts.into_iter().collect::<BTreeMap<_, _>>() }
}

pub(super) fn reckoned(kind: TestQuestionKind) -> TestQuestion {
    TestQuestion::new(kind, format!("{}?", kind.id()))
}

pub(super) fn own(case: Option<&str>) -> TestQuestion {
    let choices = ["a call", "a letter", "nothing"].map(str::to_owned).to_vec();
    let case = case.map(|name| self::case(name).name);
    TestQuestion::Own(OwnQuestion { ask: "What comes?".to_owned(), case, choices, right: 1 })
}

/// A setup with so many versions and the cases and questions of these tests.
pub(super) fn setup(versions: usize) -> Setup {
    let names = ["shipped", "B", "C", "D", "E", "F"];
    let versions = names.iter().take(versions).enumerate();
    Setup {
        title: "A test".to_owned(),
        locale: "zh-CN".to_owned(),
        versions: versions.map(|(at, name)| version(name, (at > 0).then_some(*name))).collect(),
        cases: CASES.map(case).to_vec(),
        questions: vec![
            reckoned(TestQuestionKind::Reason),
            reckoned(TestQuestionKind::FirstStep),
            reckoned(TestQuestionKind::Strength),
            own(Some(CASES[0])),
        ],
        cannot_tell: "?".to_owned(),
        seed: 20_261_121,
    }
}

/// The plan of a setup under the shipped folder.
pub(super) fn plan(setup: Setup) -> TestPlan {
    TestPlan::new(setup, &knowledge().rulebook, base()).unwrap_or_else(|fault| panic!("{fault:?}"))
}

pub(super) fn code(device: char, number: u32) -> ReaderCode {
    ReaderCode::new(device, number).expect("the code is one")
}

/// A reader who takes so many steps; `is_right` says of each place of the sheet whether it is answered right.
pub(super) fn reader(
    plan: &TestPlan,
    reader: ReaderCode,
    steps: usize,
    is_right: impl Fn(usize) -> bool,
) -> Session {
    let mut session = Session::new(plan, reader);
    for at in 0..steps {
        let milliseconds = 1_000 + u32::try_from(at).expect("few steps");
        session = match session.next(plan) {
            None => break,
            Some(Due::Read(case)) => session.read(plan, case, milliseconds),
            Some(Due::Answer(at, asked)) => {
                let wrong = asked.choices.iter().find(|choice| **choice != asked.right);
                let choice = if is_right(at) { &asked.right } else { wrong.expect("one is wrong") };
                session.answered(plan, at, choice, milliseconds)
            }
        };
    }
    session
}

/// The results of these sessions.
pub(super) fn results(sessions: impl IntoIterator<Item = Session>) -> TestResults {
    let mut results = TestResults::default();
    for session in sessions {
        results.add(session, &mut Default::default());
    }
    results
}
