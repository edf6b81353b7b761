use crate::engine::answers::{Answer, Answers, Facts, closing_answer};
use crate::engine::rules::{Form, OptionSet, QuestionIx, Rulebook, Said, ScreenIx};

use super::{Interview, Next};

/// What somebody who would say this to every question says on what is asked next; `said` are the facts of it.
#[must_use]
pub fn replies_to(
    rulebook: &Rulebook,
    interview: &Interview,
    next: &Next,
    says: &Answers,
    said: &Facts,
) -> Vec<(QuestionIx, Answer)> {
    match next {
        Next::Ask(screen) => replies(rulebook, interview, *screen, says, said),
        Next::Close(rows) => closing_replies(rulebook, rows, says, said),
        Next::Finish => Vec::new(),
    }
}

fn answer_of(says: &Answers, question: QuestionIx) -> Answer {
    says.get(question).unwrap_or(Answer::Unsure)
}

/// What the borrower says on a screen.
fn replies(
    rulebook: &Rulebook,
    interview: &Interview,
    screen: ScreenIx,
    says: &Answers,
    said: &Facts,
) -> Vec<(QuestionIx, Answer)> {
    let questions = interview.questions_on(screen);
    if let Form::Full(_) = rulebook.screen(screen).form {
        return questions.into_iter().map(|at| (at, answer_of(says, at))).collect();
    }
    let rows = interview.rows_on(screen);
    let reply = |at: QuestionIx| {
        let mut of_question = rows.iter().filter(|row| row.question == at).peekable();
        let otherwise = of_question.peek().map(|row| row.otherwise);
        let ticked = of_question
            .map(|row| row.option)
            .filter(|option| said.held(at).has(*option))
            .fold(OptionSet::EMPTY, OptionSet::with);
        match otherwise {
            _ if !ticked.is_empty() => Answer::Options(ticked),
            Some(otherwise) if said.held(at).has(otherwise) => {
                Answer::Options(OptionSet::of(otherwise))
            }
            // What the list has no row for is "not sure about one of these".
            _ => Answer::Unsure,
        }
    };
    questions.into_iter().map(|at| (at, reply(at))).collect()
}

/// What the borrower says on the closing list.
fn closing_replies(
    rulebook: &Rulebook,
    rows: &[Said],
    says: &Answers,
    said: &Facts,
) -> Vec<(QuestionIx, Answer)> {
    let mut replies: Vec<(QuestionIx, Answer)> = Vec::new();
    for row in rows {
        let at = row.question;
        if replies.iter().any(|(question, _)| *question == at) {
            continue;
        }
        let of_question = rows.iter().filter(|row| row.question == at).map(|row| row.option);
        let shown = of_question.fold(OptionSet::EMPTY, OptionSet::with);
        let ticked = shown.minus(shown.minus(said.held(at)));
        let answer = match answer_of(says, at) {
            Answer::Unsure => Answer::Unsure,
            _ => closing_answer(rulebook.question(at), shown, ticked),
        };
        replies.push((at, answer));
    }
    replies
}
