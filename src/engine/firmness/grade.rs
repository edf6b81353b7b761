use crate::engine::answers::Answers;
use crate::engine::diagnosis::{Diagnosis, Finding, findings};
use crate::engine::rules::{CauseIx, OptionSet, QuestionIx, Rulebook};

use super::first_steps::another_first_step;
use super::lookahead::{Lookahead, open_questions};
use super::search::Search;

/// How firm a result is against the questions that are still open; always exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A single further fact could change the first reason.
    Open,
    /// No single further fact (one option of one open question) changes the first reason.
    Steady,
    /// No answers to the open questions change the first reason and the first step.
    FirstSettled,
    /// No answers to the open questions change the reasons, their order or the first step.
    Settled,
}

impl Grade {
    /// The id, as on the page and in the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Steady => "steady",
            Self::FirstSettled => "first-settled",
            Self::Settled => "settled",
        }
    }
}

/// How firm a result is, and what could still move it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firmness {
    /// The grade.
    pub grade: Grade,
    /// The open questions of which a single option would change the first reason, in the rulebook's order.
    pub changes_first: Vec<QuestionIx>,
    /// The other open questions of which a single option would add, drop or move a reason, in the rulebook's order.
    pub changes_rest: Vec<QuestionIx>,
}

/// Works out how firm the result is; the diagnosis must be that of the answers.
///
/// What keeps the first reason keeps the first step, except where an open answer decides which of its steps can be taken;
/// that is looked at by itself.
///
/// # Examples
///
/// ```
/// use loan_checkup::engine::{Date, GivenAnswer, Grade, diagnose, firmness, read_answers};
/// use loan_checkup::shipped;
///
/// let rulebook = shipped::rulebook();
/// let said = [("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")];
/// let said = said.map(|(name, answer)| (name.to_owned(), GivenAnswer::One(answer.to_owned())));
/// let answers = read_answers(&rulebook, said).expect("the rulebook knows them");
/// let day = Date::read("2026-11-21").expect("it is a day");
/// let diagnosis = diagnose(&rulebook, &answers, day);
///
/// // The warning signs were not asked yet, and fraud comes before all else.
/// let firmness = firmness(&rulebook, &answers, &diagnosis);
/// let warning_signs = rulebook.find_question("warning-signs").expect("it is asked");
/// assert_eq!(firmness.grade, Grade::Open);
/// assert!(firmness.changes_first.contains(&warning_signs));
/// ```
#[must_use]
pub fn firmness(rulebook: &Rulebook, answers: &Answers, diagnosis: &Diagnosis) -> Firmness {
    if diagnosis.facts.symptom().is_none() {
        let changes_first = vec![rulebook.symptom];
        return Firmness { grade: Grade::Open, changes_first, changes_rest: Vec::new() };
    }
    let open = open_questions(rulebook, answers, &diagnosis.facts);
    let mut lookahead = Lookahead::new(rulebook, diagnosis);
    let shown = reasons(&diagnosis.findings);
    let (mut changes_first, mut changes_rest) = (Vec::new(), Vec::new());
    for (question, options) in &open {
        let mut changes = Moved::Nothing;
        for option in options.iter() {
            let after = lookahead.after(*question, OptionSet::of(option));
            changes = changes.max(change(&shown, &reasons(&findings(rulebook, &after))));
        }
        match changes {
            Moved::First => changes_first.push(*question),
            Moved::Rest => changes_rest.push(*question),
            Moved::Nothing => {}
        }
    }
    let is_open = !changes_first.is_empty();
    let keeps_step = is_open || !another_first_step(rulebook, diagnosis, &open);
    let mut search = Search::new(rulebook, diagnosis, open);
    let grade = match () {
        () if is_open => Grade::Open,
        () if !keeps_step || search.another_first(diagnosis) => Grade::Steady,
        () if !changes_rest.is_empty() || search.another_list(diagnosis) => Grade::FirstSettled,
        () => Grade::Settled,
    };
    Firmness { grade, changes_first, changes_rest }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Moved {
    Nothing,
    Rest,
    First,
}

/// What differs between the reasons before and after; the head of the first one is the first reason.
fn change(before: &[Vec<CauseIx>], after: &[Vec<CauseIx>]) -> Moved {
    let first =
        |reasons: &[Vec<CauseIx>]| reasons.first().and_then(|causes| causes.first().copied());
    match () {
        () if first(before) != first(after) => Moved::First,
        () if before != after => Moved::Rest,
        () => Moved::Nothing,
    }
}

/// The reasons as they are shown: each with the causes folded into it.
fn reasons(findings: &[Finding]) -> Vec<Vec<CauseIx>> {
    findings.iter().map(|finding| finding.causes().collect()).collect()
}
