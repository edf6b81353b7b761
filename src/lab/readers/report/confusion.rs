use std::collections::BTreeSet;

use crate::lab::readers::{CANNOT_TELL, Session, TestPlan, TestQuestionKind};

/// What was chosen where what was right, for one kind of question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    /// The ids that are right somewhere, in the plan's order.
    pub right: Vec<String>,
    /// The ids that are right or that somebody chose, those that are right first, who cannot tell last.
    pub chosen: Vec<String>,
    /// How often, for each right id and each chosen one.
    pub counts: Vec<Vec<u32>>,
}

impl Confusion {
    /// Counts the answers of some sessions; `all` decides which columns there are, so that versions can be compared.
    pub(super) fn new<'a>(
        plan: &TestPlan,
        kind: TestQuestionKind,
        sessions: &[&Session],
        all: impl Iterator<Item = &'a Session>,
    ) -> Self {
        let mut right: Vec<String> = Vec::new();
        for asked in plan.sheet.iter().filter(|asked| plan.kind(asked) == kind) {
            if !right.contains(&asked.right) {
                right.push(asked.right.clone());
            }
        }
        let mut others: BTreeSet<&str> = BTreeSet::new();
        for session in all {
            others.extend(answers(plan, kind, session).map(|(_, choice)| choice));
        }
        let is_other = |id: &&str| *id != CANNOT_TELL && !right.iter().any(|known| known == id);
        let others = others.into_iter().filter(is_other).chain([CANNOT_TELL]);
        let chosen: Vec<String> = right.iter().cloned().chain(others.map(str::to_owned)).collect();
        let mut counts = vec![vec![0; chosen.len()]; right.len()];
        for (of, choice) in sessions.iter().flat_map(|session| answers(plan, kind, session)) {
            let row = right.iter().position(|id| id == of);
            let column = chosen.iter().position(|id| id == choice);
            if let (Some(row), Some(column)) = (row, column) {
                counts[row][column] += 1;
            }
        }
        Self { right, chosen, counts }
    }
}

/// What was right and what was chosen, for each answer to a question of this kind.
fn answers<'a>(
    plan: &'a TestPlan,
    kind: TestQuestionKind,
    session: &'a Session,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    session.answers().filter_map(move |(asked, choice, _)| {
        let asked = plan.sheet.get(asked).filter(|asked| plan.kind(asked) == kind)?;
        Some((&*asked.right, choice))
    })
}
