use std::rc::Rc;

use crate::engine::{Answers, Diagnosis, Interview, InterviewNotes, diagnose};

use super::Kit;

/// What the borrower said, and what follows from it; worked out once.
pub(crate) struct Known {
    pub(crate) answers: Answers,
    pub(crate) diagnosis: Diagnosis,
    notes: Rc<InterviewNotes>,
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
        Self { answers, diagnosis, notes: Rc::default() }
    }

    /// The interview as it stands.
    pub(crate) fn interview<'a>(&'a self, kit: &'a Kit) -> Interview<'a> {
        let notes = Rc::clone(&self.notes);
        Interview::with_notes(&kit.rulebook, &self.answers, &self.diagnosis, notes)
    }
}
