//! Points of interviews as lines of text, which is how a page is told of them.

use loan_checkup::engine::{Answer, Answers, Date, Kind, OptionSet, QuestionIx, Rulebook};
use loan_checkup::knowledge::Case;

use crate::interviews::play;

/// What the borrowers of the worked cases have said in the end.
pub(crate) fn of_cases(rulebook: &Rulebook, cases: &[Case]) -> Vec<String> {
    cases.iter().map(|case| line(rulebook, case.day, &case.answers)).collect()
}

/// The points of one interview with a borrower who answers at random.
pub(crate) fn of_interview(rulebook: &Rulebook, number: u64) -> Vec<String> {
    let mut lines = Vec::new();
    play(rulebook, number, |point| lines.push(line(rulebook, point.day, point.answers)));
    lines
}

/// A line as the program reads it: the day, then the answers by name.
fn line(rulebook: &Rulebook, day: Date, answers: &Answers) -> String {
    let said = rulebook
        .question_places()
        .filter_map(|question| Some((question, answers.get(question)?)))
        .flat_map(|(question, answer)| words(rulebook, question, answer));
    core::iter::once(day.to_string()).chain(said).collect::<Vec<_>>().join(" ")
}

fn words(rulebook: &Rulebook, at: QuestionIx, answer: Answer) -> Vec<String> {
    let question = rulebook.question(at);
    match (answer, &question.kind) {
        // A band ticked on the closing list has no amounts to tell.
        (Answer::Options(chosen), Kind::One | Kind::Many { .. }) => {
            vec![format!("{}={}", question.id, ids(rulebook, at, chosen))]
        }
        (Answer::Amounts(amounts), Kind::Money(ratio)) => {
            let given = ratio.fields.iter().zip(amounts);
            given.filter_map(|(field, amount)| Some(format!("{field}={}", amount?))).collect()
        }
        _ => vec![format!("{}=unsure", question.id)],
    }
}

fn ids(rulebook: &Rulebook, question: QuestionIx, chosen: OptionSet) -> String {
    let ids: Vec<&str> =
        chosen.iter().map(|option| &*rulebook.choice(question, option).id).collect();
    ids.join("+")
}
