use super::findings::{findings, first_reason};
use super::outlook::{Outlook, open_questions};
use super::reach::Reach;
use super::{Answers, Assessment, CauseIx, Diagnosis, OptionSet, QuestionIx, Rulebook};

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
/// The first step follows from the first reason alone (see the plan), so what keeps the one keeps the other.
#[must_use]
pub fn firmness(rulebook: &Rulebook, answers: &Answers, diagnosis: &Diagnosis) -> Firmness {
    if diagnosis.facts.symptom().is_none() {
        let changes_first = vec![rulebook.symptom];
        return Firmness { grade: Grade::Open, changes_first, changes_rest: Vec::new() };
    }
    let open = open_questions(rulebook, answers, &diagnosis.facts);
    let mut outlook = Outlook::new(rulebook, diagnosis);
    let shown = reasons(rulebook, &diagnosis.assessments);
    let (mut changes_first, mut changes_rest) = (Vec::new(), Vec::new());
    for (question, options) in &open {
        let mut changes = Change::Nothing;
        for option in options.iter() {
            let after = outlook.after(*question, OptionSet::of(option));
            changes = changes.max(change(rulebook, diagnosis, &shown, &after));
        }
        match changes {
            Change::First => changes_first.push(*question),
            Change::Rest => changes_rest.push(*question),
            Change::Nothing => {}
        }
    }
    let mut reach = Reach::new(rulebook, diagnosis, open);
    let grade = match () {
        () if !changes_first.is_empty() => Grade::Open,
        () if reach.another_first(diagnosis) => Grade::Steady,
        () if !changes_rest.is_empty() || reach.another_list(diagnosis) => Grade::FirstSettled,
        () => Grade::Settled,
    };
    Firmness { grade, changes_first, changes_rest }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Nothing,
    Rest,
    First,
}

fn change(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
    shown: &[Vec<CauseIx>],
    after: &[Assessment],
) -> Change {
    match () {
        () if first_reason(rulebook, after.iter().copied()) != diagnosis.first() => Change::First,
        () if reasons(rulebook, after) != shown => Change::Rest,
        () => Change::Nothing,
    }
}

/// The reasons as they are shown: each with the causes folded into it.
fn reasons(rulebook: &Rulebook, assessments: &[Assessment]) -> Vec<Vec<CauseIx>> {
    findings(rulebook, assessments).iter().map(|finding| finding.causes().collect()).collect()
}
