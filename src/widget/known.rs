use crate::engine::{Answers, Diagnosis, Interview, diagnose};

use super::Kit;

/// What the borrower said, and what follows from it; worked out once.
pub(crate) struct Known {
    pub(crate) answers: Answers,
    pub(crate) diagnosis: Diagnosis,
}

impl PartialEq for Known {
    /// The diagnosis follows from the answers.
    fn eq(&self, other: &Self) -> bool {
        self.answers == other.answers
    }
}

impl Known {
    pub(super) fn new(kit: &Kit, answers: Answers) -> Self {
        let diagnosis = diagnose(&kit.rulebook, &answers, kit.day);
        Self { answers, diagnosis }
    }

    /// The interview as it stands; it remembers what it works out, so one a step is enough.
    pub(crate) fn interview<'a>(&'a self, kit: &'a Kit) -> Interview<'a> {
        Interview::new(&kit.rulebook, &self.answers, &self.diagnosis)
    }
}
