use std::collections::BTreeSet;

use loan_checkup::engine::{Outcome, diagnose};
use loan_checkup::lab::readers::{
    CANNOT_TELL, OwnQuestion, PlanCase, PlanMismatch, Setup, SetupFault, TestPlan, TestQuestion,
    TestQuestionKind,
};
use loan_checkup::widget::Kit;

use super::made::{CASES, base, case, knowledge, own, plan, reckoned, setup};
use crate::folder;

/// Of how many worked cases the interview may end with another outcome than all their answers give.
const MOST_OTHERS: usize = 5;

/// A plan about one worked case that asks these questions; `None` where none can be asked.
fn plan_about(case: PlanCase, kinds: &[TestQuestionKind]) -> Option<TestPlan> {
    let questions = kinds.iter().map(|kind| reckoned(*kind)).collect();
    let setup = Setup { cases: vec![case], questions, ..setup(2) };
    TestPlan::new(setup, &knowledge().rulebook, base()).ok()
}

#[test]
fn the_right_answers_are_what_the_screen_of_every_worked_case_shows() {
    let rulebook = &knowledge().rulebook;
    let kit = Kit::new(rulebook.clone(), base().clone(), folder::day());
    let (mut asked_reasons, mut others) = (0, Vec::new());
    for case in &knowledge().cases {
        let of_case = PlanCase::worked(case, rulebook);
        let screen = of_case.screen(&kit).unwrap_or_else(|| panic!("{}", case.name));
        let diagnosis = diagnose(rulebook, screen.answers(), case.day);
        if diagnosis.outcome.id() != case.expect.outcome {
            others.push(&case.name);
        }
        let kinds =
            [TestQuestionKind::Reason, TestQuestionKind::FirstStep, TestQuestionKind::Strength];
        let plan = plan_about(of_case, &kinds).unwrap_or_else(|| panic!("{}", case.name));
        let right = |kind| {
            let asked = plan.sheet.iter().find(|asked| plan.kind(asked) == kind);
            asked.map(|asked| asked.right.as_str())
        };
        let first = screen.number().checked_sub(1);
        let reason = first.map(|at| rulebook.causes[at].id.as_str());
        asked_reasons += usize::from(reason.is_some());
        let step = diagnosis.plan.first().map(|step| &*rulebook.remedy(step.remedy).id);
        let finding = diagnosis.findings.first();
        let strength = finding.map(|finding| finding.strength.id());
        let says_strength = diagnosis.outcome == Outcome::Findings;
        assert_eq!(right(TestQuestionKind::Reason), reason, "{}", case.name);
        assert_eq!(right(TestQuestionKind::FirstStep), step, "{}", case.name);
        assert_eq!(
            right(TestQuestionKind::Strength),
            strength.filter(|_| says_strength),
            "{}",
            case.name
        );
    }
    assert!(asked_reasons > 40, "only {asked_reasons} cases have a reason");
    // An interview may end before it has asked all that a case tells.
    assert!(others.len() <= MOST_OTHERS, "another outcome than all answers give: {others:?}");
}

#[test]
fn one_choice_is_right_and_all_have_words_of_their_own_in_every_version() {
    for case in &knowledge().cases {
        let of_case = PlanCase::worked(case, &knowledge().rulebook);
        let plan = plan_about(
            of_case,
            &[TestQuestionKind::Reason, TestQuestionKind::FirstStep, TestQuestionKind::Strength],
        );
        let plan = plan.unwrap_or_else(|| panic!("{}", case.name));
        for asked in &plan.sheet {
            assert_eq!(asked.choices.len(), 5, "{}: {asked:?}", case.name);
            assert_eq!(asked.choices.last().map(String::as_str), Some(CANNOT_TELL));
            assert!(asked.choices[..4].contains(&asked.right), "{}: {asked:?}", case.name);
            for at in 0..plan.setup.versions.len() {
                let catalogue =
                    plan.setup.catalogue(at, &knowledge().rulebook, base()).expect("the texts fit");
                let labels: BTreeSet<_> = asked
                    .choices
                    .iter()
                    .map(|choice| plan.label(asked, choice, &catalogue))
                    .collect();
                assert_eq!(labels.len(), 5, "{}: {labels:?}", case.name);
                assert!(!labels.iter().any(|label| asked.choices.contains(&label.to_string())));
            }
        }
    }
}

#[test]
fn no_wrong_reason_could_be_held_right() {
    let rulebook = &knowledge().rulebook;
    let kit = Kit::new(rulebook.clone(), base().clone(), folder::day());
    for case in &knowledge().cases {
        let of_case = PlanCase::worked(case, rulebook);
        let findings = of_case.diagnosis(&kit).expect("the case is shipped").findings;
        let Some(plan) = plan_about(of_case, &[TestQuestionKind::Reason]) else { continue };
        let ties = findings.iter().skip(1).filter(|finding| finding.ties_with_previous);
        let folded = findings.iter().flat_map(|finding| finding.also.iter().copied());
        for cause in ties.map(|finding| finding.cause).chain(folded) {
            let id = &rulebook.cause(cause).id;
            assert!(!plan.sheet[0].choices.contains(id), "{} offers {id}", case.name);
        }
    }
}

#[test]
fn a_title_that_two_causes_share_in_one_version_is_offered_once() {
    let plain = plan(setup(2));
    let asked = &plain.sheet[0];
    let other = asked.choices.iter().find(|choice| **choice != asked.right).expect("one is wrong");
    let title = base().slot("cause", &asked.right, "title");
    let mut setup = setup(2);
    setup.versions[1].texts.insert(format!("cause.{other}.title"), title.to_string());
    let changed = plan(setup);
    assert!(!changed.sheet[0].choices.contains(other));
    assert_eq!(changed.sheet[0].right, asked.right);
}

#[test]
fn a_version_can_do_without_a_text_that_may_be_missing() {
    let mut setup = setup(2);
    setup.versions[1].texts = [("question.symptom.hint".to_owned(), String::new())].into();
    let plan = plan(setup);
    let catalogue =
        plan.setup.catalogue(1, &knowledge().rulebook, base()).expect("the hint may miss");
    assert!(base().find("question.symptom.hint").is_some());
    assert_eq!(catalogue.find("question.symptom.hint"), None);
}

#[test]
fn an_own_question_is_asked_about_its_case_only() {
    let plan = plan(setup(2));
    let own: Vec<usize> = plan
        .sheet
        .iter()
        .filter(|asked| plan.kind(asked) == TestQuestionKind::Own)
        .map(|asked| asked.case)
        .collect();
    assert_eq!(own, [0]);
}

/// A change of a good setup is refused with this fault.
#[track_caller]
fn check(expected: SetupFault, change: impl FnOnce(&mut Setup)) {
    let mut setup = setup(2);
    change(&mut setup);
    let plan = TestPlan::new(setup, &knowledge().rulebook, base());
    assert_eq!(plan.map(|plan| plan.sheet.len()), Err(expected));
}

#[test]
fn texts_and_versions_that_are_set_up_wrongly_are_named() {
    let version = |text: &str| SetupFault::SameName(text.to_owned());
    check(SetupFault::Title, |setup| setup.title = " ".to_owned());
    check(SetupFault::Title, |setup| setup.title = "two\nlines".to_owned());
    check(SetupFault::Locale, |setup| setup.locale = "en".to_owned());
    check(SetupFault::CannotTell, |setup| setup.cannot_tell.clear());
    check(SetupFault::Versions, |setup| setup.versions.truncate(1));
    check(SetupFault::VersionName, |setup| setup.versions[1].name = "D".repeat(301));
    check(version("shipped"), |setup| setup.versions[1].name = "shipped".to_owned());
    let same = SetupFault::SameTexts("shipped".to_owned(), "B".to_owned());
    check(same, |setup| setup.versions[1].texts.clear());
    for (key, text) in [
        ("cause.loan-scam.title", ""),
        ("cause.no-such.title", "x"),
        ("ui.result.changed", "no placeholders"),
    ] {
        check(SetupFault::Text(key.to_owned()), |setup| {
            setup.versions[1].texts.insert(key.to_owned(), text.to_owned());
        });
    }
}

#[test]
fn cases_and_questions_that_are_set_up_wrongly_are_named() {
    let names: Vec<String> = CASES.map(|name| case(name).name).to_vec();
    check(SetupFault::Cases, |setup| setup.cases.clear());
    check(SetupFault::Cases, |setup| setup.cases = vec![case(CASES[0]); 13]);
    check(SetupFault::CaseText(names[0].clone()), |setup| setup.cases[0].title.clear());
    check(SetupFault::SameCase(names[0].clone()), |setup| setup.cases[1] = case(CASES[0]));
    check(SetupFault::Answers(names[0].clone()), |setup| {
        setup.cases[0].answers.insert("no-such".to_owned(), vec!["x".to_owned()]);
    });
    check(SetupFault::Questions, |setup| setup.questions.clear());
    check(SetupFault::Questions, |setup| {
        setup.questions = vec![reckoned(TestQuestionKind::Reason); 13]
    });
    check(SetupFault::Question(2), |setup| {
        setup.questions[1] = TestQuestion::new(TestQuestionKind::Reason, String::new());
    });
    check(SetupFault::Question(4), |setup| drop(setup.cases.remove(0)));
    let own_with = |change: &dyn Fn(&mut OwnQuestion)| {
        let TestQuestion::Own(mut own) = own(None) else { panic!("it is an own one") };
        change(&mut own);
        vec![TestQuestion::Own(own)]
    };
    check(SetupFault::Question(1), |setup| setup.questions = own_with(&|own| own.right = 3));
    check(SetupFault::Question(1), |setup| setup.questions = own_with(&|own| own.choices.clear()));
    check(SetupFault::Question(1), |setup| {
        setup.questions = own_with(&|own| own.choices[1] = own.choices[0].clone());
    });
    let nothing = SetupFault::NothingAsked(names[1].clone());
    check(nothing, |setup| setup.questions = vec![own(Some(CASES[0]))]);
}

#[test]
fn a_plan_runs_only_with_its_own_rulebook_and_wording() {
    let plan = plan(setup(2));
    let rulebook = &knowledge().rulebook;
    assert_eq!(plan.fits(rulebook, base()), Ok(()));
    let mut other = rulebook.clone();
    other.hash = "0".repeat(16);
    assert_eq!(plan.fits(&other, base()), Err(PlanMismatch::OtherRulebook));
    let text = [("ui.answer.unsure", "another text")];
    let other = base().clone().with_texts(text.into_iter()).expect("the key is there");
    assert_eq!(plan.fits(rulebook, &other), Err(PlanMismatch::OtherWording));
    let mut other = plan.clone();
    let asked = &mut other.sheet[0];
    let wrong = asked.choices.iter().position(|choice| *choice != asked.right);
    asked.right = asked.choices[wrong.expect("one is wrong")].clone();
    assert_eq!(other.fits(rulebook, base()), Err(PlanMismatch::OtherAnswers));
    assert_ne!(other.fingerprint(), plan.fingerprint());
}
