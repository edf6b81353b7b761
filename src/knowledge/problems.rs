use crate::engine::nearest;

use super::{Place, Problem, ProblemCode, Severity};

/// Collects problems while the knowledge is read and checked.
#[derive(Debug, Default)]
pub(super) struct Problems {
    problems: Vec<Problem>,
}

impl Problems {
    /// Notes a problem.
    pub(super) fn add(&mut self, code: ProblemCode, place: &Place, message: impl Into<String>) {
        self.suggest(code, place, message.into(), None);
    }

    /// Notes a problem, with what may have been meant.
    pub(super) fn suggest(
        &mut self,
        code: ProblemCode,
        place: &Place,
        message: String,
        suggestion: Option<&str>,
    ) {
        let suggestion = suggestion.map(str::to_owned);
        self.push(Problem { code, place: place.clone(), message, suggestion });
    }

    /// Notes a problem that is described already.
    pub(super) fn push(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes an id that is not known, with the nearest known one.
    pub(super) fn unknown<'a>(
        &mut self,
        place: &Place,
        kind: &str,
        given: &str,
        known: impl Iterator<Item = &'a str>,
    ) {
        let message = format!("unknown {kind} `{given}`");
        self.suggest(ProblemCode::UnknownId, place, message, nearest(given, known));
    }

    /// Whether no error was found so far.
    pub(super) fn has_no_error(&self) -> bool {
        !self.problems.iter().any(|problem| problem.code.severity() == Severity::Error)
    }

    /// All problems in the order of files and lines.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by(|one, other| {
            (&one.place, one.code, &one.message).cmp(&(&other.place, other.code, &other.message))
        });
        self.problems.dedup();
        self.problems
    }
}
