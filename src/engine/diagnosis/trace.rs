use crate::engine::answers::Facts;
use crate::engine::rules::{CauseIx, Decibans, GroupIx, OptionIx, QuestionIx, Rulebook, Said};

use super::weigh::Contribution;
use super::weigh::weigh_and_tell;

/// Everything from which the support of one cause was summed.
///
/// `prior + sum of rows + sum of capped = support`, exactly.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The answers with a weight: group by group, the clean ones last.
    pub rows: Vec<EvidenceRow>,
    /// What the caps took away or gave back, for each group that reached its cap.
    pub capped: Vec<(Capped, Decibans)>,
}

/// One answer's pull on one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The question.
    pub question: QuestionIx,
    /// The answer.
    pub option: OptionIx,
    /// Its weight; positive speaks for the cause.
    pub weight: Decibans,
    /// How it weighs.
    pub weighs: Weighs,
}

impl EvidenceRow {
    /// The answer that it is about.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { question: self.question, option: self.option }
    }
}

/// How an answer weighs on a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighs {
    /// As an answer of the cause's own.
    Own,
    /// As an answer that raises a whole group of causes.
    General,
    /// As a clean answer to a question that does not touch the cause.
    Clean,
}

/// What was capped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capped {
    /// An evidence group.
    Group(GroupIx),
    /// The clean answers.
    Clean,
}

/// Weighs the cause once more, by the same rules, and keeps what is reported.
pub(super) fn trace(rulebook: &Rulebook, facts: &Facts, cause: CauseIx) -> Trace {
    let mut trace = Trace::default();
    let mut keep = |contribution| match contribution {
        Contribution::Row(row) => trace.rows.push(row),
        Contribution::Capped(what, weight) => trace.capped.push((what, weight)),
    };
    weigh_and_tell(rulebook, facts, cause, Some(&mut keep));
    trace
}

impl Trace {
    /// The answers that speak against the cause.
    pub fn against(&self) -> impl Iterator<Item = &EvidenceRow> {
        self.rows.iter().filter(|row| row.weight < Decibans::ZERO)
    }
}
