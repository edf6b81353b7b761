//! The model of borrowers: always the same ones, and drawn as their chances say.

use loan_checkup::engine::{Answer, OptionSet};
use loan_checkup::proof::Model;
use loan_checkup::shipped;

use crate::folder;

#[test]
fn a_borrower_is_always_the_same() {
    let rulebook = shipped::rulebook();
    let (one, other) = (Model::new(&rulebook, folder::day()), Model::new(&rulebook, folder::day()));
    for symptom in one.symptoms() {
        for number in (0..20).rev() {
            assert_eq!(one.borrower(symptom, number), other.borrower(symptom, number));
        }
    }
}

#[test]
fn a_new_question_changes_no_answer_to_the_others() {
    let rulebook = shipped::rulebook();
    let mut longer = rulebook.clone();
    let mut question = longer.questions[5].clone();
    question.id = "new-question".to_owned();
    longer.questions.push(question);
    let (before, after) =
        (Model::new(&rulebook, folder::day()), Model::new(&longer, folder::day()));
    for symptom in before.symptoms() {
        let (one, other) = (before.borrower(symptom, 7), after.borrower(symptom, 7));
        assert_eq!(one.causes, other.causes);
        for question in rulebook.question_places() {
            assert_eq!(one.says.get(question), other.says.get(question));
        }
    }
}

#[test]
fn the_chances_of_the_causes_sum_to_one_and_are_kept() {
    let rulebook = shipped::rulebook();
    let model = Model::new(&rulebook, folder::day());
    let symptom = model.symptoms().next().expect("there is a symptom");
    let hypotheses = model.hypotheses(symptom);
    let sum: f64 = hypotheses.iter().map(|(_, chance)| chance).sum();
    assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    let drawn: Vec<_> = (0..2_000).map(|number| model.borrower(symptom, number)).collect();
    for cause in rulebook.cause_places() {
        let with = hypotheses.iter().filter(|(causes, _)| causes.contains(&cause));
        let expected: f64 = with.map(|(_, chance)| chance).sum();
        let found = drawn.iter().filter(|borrower| borrower.causes.contains(&cause)).count();
        let found = f64::from(u32::try_from(found).expect("few")) / 2_000.0;
        // Four standard errors of the largest share.
        assert!(
            (found - expected).abs() < 0.04,
            "{}: {found} {expected}",
            rulebook.cause(cause).id
        );
    }
}

#[test]
fn answers_come_as_often_as_their_likelihood_says() {
    let rulebook = shipped::rulebook();
    let model = Model::new(&rulebook, folder::day());
    let symptom = model.symptoms().next().expect("there is a symptom");
    let question = rulebook.find_question("overdue-history").expect("the rulebook asks it");
    let drawn: Vec<_> = (0..4_000).map(|number| model.borrower(symptom, number)).collect();
    let known = drawn.iter().filter(|borrower| borrower.answer(question) != Answer::Unsure).count();
    for option in rulebook.question(question).offered(Some(symptom)).iter() {
        let chosen = OptionSet::of(option);
        let expected: f64 = model
            .hypotheses(symptom)
            .iter()
            .map(|(causes, chance)| chance * model.likelihood(symptom, question, chosen, causes))
            .sum();
        let says = |answer| answer == Answer::Options(chosen);
        let found = drawn.iter().filter(|borrower| says(borrower.answer(question))).count();
        let share = |count: usize| f64::from(u32::try_from(count).expect("few"));
        let found = share(found) / share(known);
        assert!((found - expected).abs() < 0.035, "{option:?}: {found} {expected}");
    }
}
