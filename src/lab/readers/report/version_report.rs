use std::collections::BTreeSet;

use super::{Confusion, Proportion};
use crate::lab::readers::stats::Quartiles;
use crate::lab::readers::{Session, Taken, TestPlan, TestQuestionKind, TestResults};

/// What the readers of one version did.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionReport {
    /// The version's name.
    pub name: String,
    /// How many readers did anything.
    pub readers: u32,
    /// How many of them answered everything.
    pub finished: u32,
    /// The readers who understood, of those who answered anything: what the test compares. See [`TestResults::understood`].
    pub understood: Proportion,
    /// The right answers of all.
    pub answers: Proportion,
    /// The right answers by kind of question; only kinds that the plan asks.
    pub kinds: Vec<(TestQuestionKind, Proportion)>,
    /// The right answers by case, in the plan's order.
    pub cases: Vec<Proportion>,
    /// The milliseconds that a reader who finished spent reading results before the questions.
    pub reading: Option<Quartiles>,
    /// The milliseconds that a reader who finished spent on the questions.
    pub answering: Option<Quartiles>,
    /// What was taken for the reason where what was the reason.
    pub reasons: Confusion,
}

impl VersionReport {
    pub(super) fn new(
        plan: &TestPlan,
        version: usize,
        sessions: &[&Session],
        results: &TestResults,
    ) -> Self {
        let kinds: BTreeSet<_> = plan.sheet.iter().map(|asked| plan.kind(asked)).collect();
        let mut report = Self {
            name: plan.setup.versions[version].name.clone(),
            readers: 0,
            finished: 0,
            understood: Proportion::default(),
            answers: Proportion::default(),
            kinds: kinds.into_iter().map(|kind| (kind, Proportion::default())).collect(),
            cases: vec![Proportion::default(); plan.setup.cases.len()],
            reading: None,
            answering: None,
            reasons: Confusion::new(plan, TestQuestionKind::Reason, sessions, results.sessions()),
        };
        let (mut reading, mut answering) = (Vec::new(), Vec::new());
        for session in sessions {
            report.count(plan, session);
            if session.is_complete(plan) {
                report.finished += 1;
                reading.push(time(session, true));
                answering.push(time(session, false));
            }
        }
        Self { reading: Quartiles::of(&reading), answering: Quartiles::of(&answering), ..report }
    }

    fn count(&mut self, plan: &TestPlan, session: &Session) {
        self.readers += 1;
        if let Some(is_right) = TestResults::understood(plan, session) {
            self.understood.count(is_right);
        }
        for (asked, choice, _) in session.answers() {
            let Some(asked) = plan.sheet.get(asked) else { continue };
            let is_right = asked.right == choice;
            self.answers.count(is_right);
            self.cases[asked.case].count(is_right);
            let kind = plan.kind(asked);
            for (_, share) in self.kinds.iter_mut().filter(|(one, _)| *one == kind) {
                share.count(is_right);
            }
        }
    }
}

/// The milliseconds of all reading, or of all answering.
fn time(session: &Session, is_reading: bool) -> u64 {
    let is_it = |taken: &&Taken| matches!(taken, Taken::Read { .. }) == is_reading;
    session.taken.iter().filter(is_it).map(|taken| u64::from(taken.milliseconds())).sum()
}
