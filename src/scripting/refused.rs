use serde::Serialize;

use crate::knowledge::Problem;

use super::named_problem::NamedProblem;

/// A knowledge folder that cannot be used.
#[derive(Serialize)]
pub(super) struct Refused<'a> {
    /// Every problem, as `loan-checkup check` prints them.
    message: String,
    problems: Vec<NamedProblem<'a>>,
}

impl<'a> Refused<'a> {
    pub(super) fn of(problems: &'a [Problem]) -> Self {
        let message: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let problems = problems.iter().map(NamedProblem::of).collect();
        Self { message: message.join("\n"), problems }
    }
}
