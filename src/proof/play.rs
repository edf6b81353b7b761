use crate::engine::{
    Answer, Answers, CauseIx, Diagnosis, Facts, Finding, Firmness, Grade, Interview, Next,
    OptionIx, Outcome, QuestionSet, RemedyIx, Rulebook, diagnose, replies_to,
};

use super::{Borrower, Model};

/// How firm a result is; the engine's `firmness`, or another one in a test.
pub type Grader = dyn Fn(&Rulebook, &Answers, &Diagnosis) -> Firmness + Sync;

/// The interview of one borrower of the model, to its stop, and the full one beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// The symptom; with the number it names the borrower.
    pub symptom: OptionIx,
    /// The borrower's number.
    pub number: u64,
    /// The causes at work.
    pub causes: Vec<CauseIx>,
    /// How many screens were asked, the closing list included.
    pub screens: usize,
    /// The questions that were asked on them.
    pub asked: QuestionSet,
    /// The answers at the stop.
    pub answers: Answers,
    /// What is shown at the stop.
    pub stop: ShownResult,
    /// How firm it is.
    pub grade: Grade,
    /// What is shown when every question that applies is answered.
    pub full: ShownResult,
}

/// What a borrower is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownResult {
    /// What the page is about.
    pub outcome: Outcome,
    /// The reasons, best first.
    pub findings: Vec<Finding>,
    /// The first step.
    pub first_step: Option<RemedyIx>,
}

impl ShownResult {
    /// What this diagnosis shows.
    #[must_use]
    pub fn of(diagnosis: &Diagnosis) -> Self {
        Self {
            outcome: diagnosis.outcome,
            findings: diagnosis.findings.clone(),
            first_step: diagnosis.plan.first().map(|step| step.remedy),
        }
    }

    /// The first reason.
    #[must_use]
    pub fn first(&self) -> Option<CauseIx> {
        self.findings.first().map(|finding| finding.cause)
    }

    /// Every cause that is named, in the order of the page.
    pub fn causes(&self) -> impl Iterator<Item = CauseIx> {
        self.findings.iter().flat_map(Finding::causes)
    }

    /// Whether only a warning is shown.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        self.outcome == Outcome::StopScam
    }
}

impl Play {
    /// Plays the interview of a borrower.
    #[must_use]
    pub fn new(model: &Model, borrower: &Borrower, grader: &Grader) -> Self {
        let rulebook = model.rulebook();
        let said = Facts::new(rulebook, &borrower.says, model.day());
        let (mut answers, mut asked) = (Answers::new(), QuestionSet::EMPTY);
        let mut screens = 0;
        let stop = loop {
            let diagnosis = diagnose(rulebook, &answers, model.day());
            let interview = Interview::new(rulebook, &answers, &diagnosis);
            let next = interview.next();
            if next == Next::Finish {
                break diagnosis;
            }
            let replies = replies_to(rulebook, &interview, &next, &borrower.says, &said);
            let is_closing = matches!(next, Next::Close(_));
            // A screen without a question would be asked for ever.
            if replies.is_empty() {
                break diagnosis;
            }
            screens += 1;
            for (question, answer) in replies {
                asked = asked.with(question);
                match is_closing {
                    true => answers.set_closing(question, answer),
                    false => answers.set(question, answer),
                }
            }
        };
        let full = completed(&answers, &borrower.says, rulebook);
        Self {
            symptom: borrower.symptom,
            number: borrower.number,
            causes: borrower.causes.clone(),
            screens,
            asked,
            grade: grader(rulebook, &answers, &stop).grade,
            stop: ShownResult::of(&stop),
            full: ShownResult::of(&diagnose(rulebook, &full, model.day())),
            answers,
        }
    }

    /// The answers of the full interview.
    #[must_use]
    pub fn full_answers(&self, model: &Model) -> Answers {
        let borrower = model.borrower(self.symptom, self.number);
        completed(&self.answers, &borrower.says, model.rulebook())
    }
}

/// The answers at the stop, and the borrower's own ones to what is open.
fn completed(stop: &Answers, says: &Answers, rulebook: &Rulebook) -> Answers {
    let mut full = Answers::new();
    for at in rulebook.question_places() {
        let answer = match stop.get(at) {
            None | Some(Answer::Partly { .. }) => says.get(at),
            given => given,
        };
        if let Some(answer) = answer {
            full.set(at, answer);
        }
    }
    full
}
