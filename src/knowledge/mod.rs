//! Reads the knowledge folder, checks it, and makes the rulebook and the catalogues of it.
//!
//! This module knows the knowledge files and collects every problem in them, each with its place.
//! It must not know the widget, and it does not go into the borrower's WebAssembly.

mod case;
mod checks;
mod compile;
mod folder;
mod names;
mod problem;
mod problems;
mod raw;
mod reading;
mod written;

pub use case::{Case, Expectation};
pub use checks::FIRST_LOCALE;
pub use compile::fingerprint;
pub use folder::Folder;
pub use problem::{Place, Problem, ProblemCode, Severity};
pub use reading::{Decides, Disagreement, Reading, Word, disagreements};
pub use written::{WrittenText, written_texts};

use crate::engine::{Date, Rulebook};
use crate::wording::Catalogue;
use problems::Problems;

/// All that the knowledge folder holds, checked.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// The rules.
    pub rulebook: Rulebook,
    /// The sentences, a catalogue a locale.
    pub catalogues: Vec<Catalogue>,
    /// The worked cases, by name.
    pub cases: Vec<Case>,
    /// The second reading of the facts.
    pub readings: Vec<Reading>,
    /// What is not wrong but should be looked at.
    pub warnings: Vec<Problem>,
}

/// Loads and checks a knowledge folder.
///
/// `day` decides which sources are past their review date; without it that is not checked.
///
/// # Errors
///
/// Every problem found, warnings included, if at least one of them is an error.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// use loan_checkup::knowledge::{Folder, ProblemCode, load};
///
/// let mut folder = Folder::read(Path::new("knowledge"))?;
/// let knowledge = load(&folder, None).expect("the shipped folder has no error");
/// assert!(!knowledge.rulebook.causes.is_empty());
///
/// folder.remove("groups.toml");
/// let problems = load(&folder, None).expect_err("a file is missing");
/// assert!(problems.iter().any(|problem| problem.code == ProblemCode::MissingFile));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn load(folder: &Folder, day: Option<Date>) -> Result<Knowledge, Vec<Problem>> {
    let mut problems = Problems::default();
    let raw = raw::read(folder, &mut problems);
    let (rulebook, readings) = compile::rulebook(&raw, &mut problems);
    let catalogues = checks::wording(&raw, &rulebook, &mut problems);
    let cases = case::cases(&raw, &rulebook, &mut problems);
    checks::rules(&raw, &rulebook, &readings, &mut problems);
    checks::sources(&raw, day, &mut problems);
    let problems = problems.finish();
    if problems.iter().any(|problem| problem.code.severity() == Severity::Error) {
        return Err(problems);
    }
    Ok(Knowledge { rulebook, catalogues, cases, readings, warnings: problems })
}
