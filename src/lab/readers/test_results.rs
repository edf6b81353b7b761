use std::collections::BTreeMap;

use super::{Merged, ReaderCode, Session, TestPlan};

/// The sessions of one plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TestResults {
    /// The sessions that count, one a reader.
    sessions: BTreeMap<ReaderCode, Session>,
    /// Sessions under a code that another session has; kept and handed on, but not counted.
    set_aside: Vec<Session>,
}

impl TestResults {
    /// The sessions that count, by code.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// The sessions that do not count because another one has the same code.
    #[must_use]
    pub fn set_aside(&self) -> &[Session] {
        &self.set_aside
    }

    /// How many sessions count.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sessions.len()
    }

    /// Whether there is no session at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.set_aside.is_empty()
    }

    /// The number of the next reader on a device: one more than the highest that was used there.
    #[must_use]
    pub fn next_number(&self, device: char) -> u32 {
        let all = self.sessions.values().chain(&self.set_aside).map(|session| session.reader);
        let used = all.filter(|reader| reader.device() == device).map(ReaderCode::number);
        used.max().unwrap_or(0) + 1
    }

    /// Adds a session: a new one counts, one that is there already counts once, another one under a known code is
    /// set aside.
    pub fn add(&mut self, session: Session, merged: &mut Merged) {
        match self.sessions.get(&session.reader) {
            None => {
                merged.added += 1;
                self.sessions.insert(session.reader, session);
            }
            Some(known) if *known == session => merged.known += 1,
            Some(_) => {
                merged.conflicts.push(session.reader);
                if !self.set_aside.contains(&session) {
                    self.set_aside.push(session);
                }
            }
        }
    }

    /// Brings in the sessions of another device; the plan must be the same.
    pub fn merge(&mut self, other: Self) -> Merged {
        let mut merged = Merged::default();
        for session in other.sessions.into_values().chain(other.set_aside) {
            self.add(session, &mut merged);
        }
        merged.conflicts.sort_unstable();
        merged.conflicts.dedup();
        merged
    }

    /// Whether the reader understood: the very first question that this reader was asked was answered right.
    /// `None` for a reader who answered nothing.
    ///
    /// # Design
    ///
    /// One fact a reader, since the answers of one reader are not independent; and the first, since from the second
    /// on a reader knows what will be asked and reads for it. Put the question that matters most first in the setup.
    /// The cases rotate, so the first question is about every case equally often in every version.
    /// The rule is fixed before anybody looks at the results, so nobody picks the outcome that suits.
    #[must_use]
    pub fn understood(plan: &TestPlan, session: &Session) -> Option<bool> {
        let (asked, choice, _) = session.answers().next()?;
        Some(plan.sheet.get(asked)?.right == choice)
    }
}
