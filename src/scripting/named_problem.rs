use serde::Serialize;

use crate::knowledge::Problem;

/// A problem of a knowledge folder, as `loan-checkup check` prints it.
#[derive(Serialize)]
pub(super) struct NamedProblem<'a> {
    code: &'static str,
    /// `error` or `warning`.
    severity: String,
    /// File and line.
    place: String,
    message: &'a str,
    suggestion: Option<&'a str>,
    hint: &'static str,
}

impl<'a> NamedProblem<'a> {
    pub(super) fn of(problem: &'a Problem) -> Self {
        Self {
            code: problem.code.id(),
            severity: problem.code.severity().to_string(),
            place: problem.place.to_string(),
            message: &problem.message,
            suggestion: problem.suggestion.as_deref(),
            hint: problem.code.hint(),
        }
    }
}
