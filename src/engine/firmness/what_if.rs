use crate::engine::answers::Facts;
use crate::engine::diagnosis::{Diagnosis, assess, first_reason};
use crate::engine::rules::{CauseIx, OptionIx, QuestionIx, Rulebook};

/// Of how many changes a what-if is made at the most; more would help nobody.
const MOST_CHANGES: usize = 3;

/// The smallest change of facts that the borrower can bring about and that changes the first reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// What changes, in the rulebook's order; at most three facts.
    pub changes: Vec<ChangedFact>,
    /// The first reason then; none where nothing would be shown any more.
    pub first: Option<CauseIx>,
}

/// One fact that becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedFact {
    /// The question.
    pub question: QuestionIx,
    /// The answer as it is.
    pub from: OptionIx,
    /// The answer as it could become.
    pub to: OptionIx,
}

/// Looks for the fewest changes that change the first reason; of equally few the first in the rulebook's order.
/// `None` where no reason is shown or no such change exists.
///
/// # Examples
///
/// ```
/// use loan_checkup::engine::{Date, GivenAnswer, diagnose, read_answers, what_if};
/// use loan_checkup::shipped;
///
/// let rulebook = shipped::rulebook();
/// let said = [("symptom", "payout-failed"), ("receiving-card", "closed-lost-frozen")];
/// let said = said.map(|(name, answer)| (name.to_owned(), GivenAnswer::One(answer.to_owned())));
/// let answers = read_answers(&rulebook, said).expect("the rulebook knows them");
/// let day = Date::read("2026-11-21").expect("it is a day");
/// let diagnosis = diagnose(&rulebook, &answers, day);
///
/// // Another card would do.
/// let found = what_if(&rulebook, &diagnosis).expect("the card can be changed");
/// let change = found.changes[0];
/// assert_eq!(rulebook.question(change.question).id, "receiving-card");
/// assert_eq!(rulebook.option(change.question, change.to).id, "own-in-use");
/// ```
#[must_use]
pub fn what_if(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Option<WhatIf> {
    diagnosis.first()?;
    let possible = possible_changes(rulebook, &diagnosis.facts);
    (1..=MOST_CHANGES)
        .find_map(|count| search(rulebook, diagnosis, &possible, count, &mut Vec::new()))
}

fn possible_changes(rulebook: &Rulebook, facts: &Facts) -> Vec<ChangedFact> {
    let mut changes = Vec::new();
    for question in rulebook.question_places() {
        let offered = rulebook.question(question).offered(facts.symptom());
        for from in facts.held(question).iter() {
            let becomes = rulebook.option(question, from).becomes;
            if let Some(to) = becomes.filter(|to| offered.has(*to)) {
                changes.push(ChangedFact { question, from, to });
            }
        }
    }
    changes
}

/// Tries every set of `count` further changes.
fn search(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
    possible: &[ChangedFact],
    count: usize,
    chosen: &mut Vec<ChangedFact>,
) -> Option<WhatIf> {
    if count == 0 {
        let first = first_after(rulebook, &diagnosis.facts, chosen);
        return (first != diagnosis.first()).then(|| WhatIf { changes: chosen.clone(), first });
    }
    for (at, change) in possible.iter().enumerate() {
        chosen.push(*change);
        let found = search(rulebook, diagnosis, &possible[at + 1..], count - 1, chosen);
        chosen.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}

fn first_after(rulebook: &Rulebook, facts: &Facts, changes: &[ChangedFact]) -> Option<CauseIx> {
    let mut facts = facts.clone();
    // All at once: what one answer becomes is not changed again by another change.
    for change in changes {
        let kept = facts.held(change.question).without(change.from);
        facts.hold(rulebook, change.question, kept);
    }
    for change in changes {
        let held = facts.held(change.question);
        let held = match rulebook.question(change.question).alone() {
            // What stands alone holds only when nothing else does.
            Some(alone) if alone == change.to && !held.is_empty() => held,
            Some(alone) if alone != change.to => held.without(alone).with(change.to),
            _ => held.with(change.to),
        };
        facts.hold(rulebook, change.question, held);
    }
    first_reason(rulebook, assess(rulebook, &facts).into_iter())
}
