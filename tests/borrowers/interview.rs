use loan_checkup::engine::{
    Answer, AnswerKind, Answers, Date, Diagnosis, Form, Interview, Next, OptionIx, OptionSet,
    QuestionIx, Row, Rulebook, Said, ScreenIx, closing_answer, diagnose,
};

use super::{Draw, Ticks, random_answer};

/// More steps than an interview has; the changing of answers could otherwise go on for long.
const MOST_STEPS: usize = 30;

/// What is known and what is asked between two screens of an interview.
pub(crate) struct Point<'a> {
    pub(crate) answers: &'a Answers,
    pub(crate) day: Date,
    pub(crate) diagnosis: &'a Diagnosis,
    pub(crate) next: &'a Next,
    /// The questions on the screen that is opened.
    pub(crate) questions: &'a [QuestionIx],
    /// The rows on it where it is a list.
    pub(crate) rows: &'a [Row],
}

/// Plays the interview with this number, and shows each of its points.
pub(crate) fn play(rulebook: &Rulebook, number: u64, mut visit: impl FnMut(&Point)) {
    let draw = &mut Draw::new(number);
    let day = random_day(draw);
    let mut answers = Answers::new();
    for _ in 0..MOST_STEPS {
        let diagnosis = diagnose(rulebook, &answers, day);
        let interview = Interview::new(rulebook, &answers, &diagnosis);
        let next = interview.next();
        let screen = match next {
            Next::Ask(screen) => Some(screen),
            // Who goes on although the asking is over may open any screen.
            Next::Finish if draw.is_one_in(3) => Some(random_screen(rulebook, draw)),
            Next::Close(_) | Next::Finish => None,
        };
        let questions = screen.map(|at| interview.questions_on(at)).unwrap_or_default();
        let rows = screen.map(|at| interview.rows_on(at)).unwrap_or_default();
        visit(&Point {
            answers: &answers,
            day,
            diagnosis: &diagnosis,
            next: &next,
            questions: &questions,
            rows: &rows,
        });
        match (&next, screen) {
            (Next::Close(listed), _) => {
                for (question, answer) in closing_replies(rulebook, listed, draw) {
                    answers.set_closing(question, answer);
                }
            }
            (_, Some(screen)) => {
                let symptom = diagnosis.facts.symptom();
                for (question, answer) in
                    screen_replies(rulebook, &interview, screen, symptom, draw)
                {
                    answers.set(question, answer);
                }
            }
            (_, None) => return,
        }
        if draw.is_one_in(5) {
            change(rulebook, &mut answers, draw);
        }
    }
}

/// A day of the years around now; sources and causes come and go with it.
fn random_day(draw: &mut Draw) -> Date {
    let (year, month, day) = (draw.below(4), draw.below(12), draw.below(28));
    Date::new(2025 + year, 1 + month, 1 + day).unwrap_or(Date::FIRST)
}

fn random_screen(rulebook: &Rulebook, draw: &mut Draw) -> ScreenIx {
    let screens: Vec<ScreenIx> = rulebook.screen_places().collect();
    draw.one_of(&screens)
}

/// What is said on a screen; of a question that is told twice the last counts.
pub(crate) fn screen_replies(
    rulebook: &Rulebook,
    interview: &Interview,
    screen: ScreenIx,
    symptom: Option<OptionIx>,
    draw: &mut Draw,
) -> Vec<(QuestionIx, Answer)> {
    match rulebook.screen(screen).form {
        Form::List(_) => ticked(rulebook, &interview.rows_on(screen), draw),
        Form::Full(_) => interview
            .questions_on(screen)
            .into_iter()
            .map(|question| {
                (question, random_answer(rulebook, question, symptom, Ticks::Rare, draw))
            })
            .collect(),
    }
}

/// Ticks some of the rows; a question without a tick is denied, or left unsure.
fn ticked(rulebook: &Rulebook, rows: &[Row], draw: &mut Draw) -> Vec<(QuestionIx, Answer)> {
    let ticked: Vec<Row> = rows.iter().filter(|_| draw.is_one_in(4)).copied().collect();
    let answer = |row: &Row| {
        let of_question = ticked.iter().filter(|other| other.question == row.question);
        let chosen: Vec<OptionIx> = of_question.map(|other| other.option).collect();
        match (&rulebook.question(row.question).kind, chosen.last()) {
            (AnswerKind::Many { .. }, Some(_)) => Answer::Options(set_of(&chosen)),
            (_, Some(last)) => Answer::Options(OptionSet::of(*last)),
            (_, None) if draw.is_one_in(8) => Answer::Unsure,
            (_, None) => Answer::Options(OptionSet::of(row.otherwise)),
        }
    };
    let questions = rows.iter().map(|row| row.question);
    questions.zip(rows.iter().map(answer)).collect()
}

/// Ticks some of the facts of the closing list; of a question that is told twice the last counts.
pub(crate) fn closing_replies(
    rulebook: &Rulebook,
    listed: &[Said],
    draw: &mut Draw,
) -> Vec<(QuestionIx, Answer)> {
    let ticked: Vec<Said> = listed.iter().filter(|_| draw.is_one_in(4)).copied().collect();
    let answer = |Said { question, .. }: &Said| {
        let of_question = |facts: &[Said]| {
            let facts = facts.iter().filter(|fact| fact.question == *question);
            facts.map(|fact| fact.option).collect::<Vec<_>>()
        };
        let mut ticked = of_question(&ticked);
        if !matches!(rulebook.question(*question).kind, AnswerKind::Many { .. }) {
            ticked.truncate(1);
        }
        let rows = set_of(&of_question(listed));
        match draw.is_one_in(8) {
            true => Answer::Unsure,
            false => closing_answer(rulebook.question(*question), rows, set_of(&ticked)),
        }
    };
    let questions = listed.iter().map(|fact| fact.question);
    questions.zip(listed.iter().map(answer)).collect()
}

fn set_of(options: &[OptionIx]) -> OptionSet {
    options.iter().copied().fold(OptionSet::EMPTY, OptionSet::with)
}

/// Changes an earlier answer or takes it back, the symptom among them.
fn change(rulebook: &Rulebook, answers: &mut Answers, draw: &mut Draw) {
    let answered: Vec<QuestionIx> =
        rulebook.question_places().filter(|question| answers.has(*question)).collect();
    if answered.is_empty() {
        return;
    }
    let question = draw.one_of(&answered);
    if draw.is_one_in(4) {
        answers.clear(question);
    } else {
        // Without a symptom also what the borrower's page does not offer.
        answers.set(question, random_answer(rulebook, question, None, Ticks::Rare, draw));
    }
}
