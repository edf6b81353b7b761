//! Points of interviews as lines of text, which is how a page is told of them.

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, Date, Next, OptionSet, Question, QuestionIx, Rulebook,
};
use loan_checkup::knowledge::Case;

use crate::borrowers::play;

/// What the borrowers of the worked cases have said in the end.
pub(crate) fn of_cases(rulebook: &Rulebook, cases: &[Case]) -> Vec<String> {
    cases.iter().map(|case| line(rulebook, case.day, &case.answers)).collect()
}

/// The points of an interview with a borrower who answers at random, and whether it shows its result there.
pub(crate) fn of_interview(rulebook: &Rulebook, number: u64) -> Vec<(String, bool)> {
    let mut points = Vec::new();
    play(rulebook, number, |point| {
        points.push((line(rulebook, point.day, point.answers), *point.next == Next::Finish));
    });
    points
}

/// A line as the program reads it: the day, then the answers by name.
fn line(rulebook: &Rulebook, day: Date, answers: &Answers) -> String {
    let said = rulebook
        .question_places()
        .filter_map(|question| Some((question, answers.get(question)?)))
        .flat_map(|(at, answer)| words(rulebook.question(at), at, answer, answers));
    core::iter::once(day.to_string()).chain(said).collect::<Vec<_>>().join(" ")
}

fn words(question: &Question, at: QuestionIx, answer: Answer, answers: &Answers) -> Vec<String> {
    let said = match (answer, &question.kind) {
        (Answer::Amounts(amounts), AnswerKind::Money(ratio)) => {
            let given = ratio.fields.iter().zip(amounts);
            return given
                .filter_map(|(field, amount)| Some(format!("{field}={}", amount?)))
                .collect();
        }
        (Answer::Options(chosen), _) => ids(question, chosen),
        (Answer::Partly { held, denied }, _) => {
            format!("{}/{}", ids(question, held), ids(question, denied))
        }
        (Answer::Unsure | Answer::Amounts(_), _) => "unsure".to_owned(),
    };
    let listed = if answers.closing().has(at) { "~" } else { "" };
    vec![format!("{listed}{}={said}", question.id)]
}

fn ids(question: &Question, chosen: OptionSet) -> String {
    let ids: Vec<&str> = chosen.iter().map(|option| &*question.options[option.at()].id).collect();
    ids.join("+")
}
