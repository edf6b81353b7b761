//! Tests with readers: which version of the wording do people understand better?
//!
//! A [`TestPlan`] says what is tested: versions, cases and questions, with the right answers reckoned by the engine.
//! A [`Session`] is what one reader did; [`TestResults`] are the sessions of one plan, from any number of devices.
//! A [`TestReport`] compares the versions.
//!
//! # Design
//!
//! A reader sees one version only, so that nobody reads the second version already knowing the answer.
//! Who gets which version follows from the plan's seed and the reader's code, so nobody chooses it and every machine
//! agrees; within each device the versions are balanced after every block.
//! Readers are the units of the test: the answers of one reader hang together, so a difference between versions is
//! judged by readers, not by answers. See [`TestResults::understood`] for what counts as a reader who understood.
//!
//! There is no name of a reader anywhere, only a code made of a device's letter and a number.

mod bench;
mod case_question;
mod choices;
mod drawn_order;
mod due;
mod files;
mod merged;
mod plan_case;
mod reader_code;
mod report;
mod session;
mod setup;
mod setup_fault;
mod split;
pub mod stats;
mod test_plan;
mod test_question;
mod test_results;
mod test_version;

pub use bench::{Bench, BenchFault};
pub use case_question::{CANNOT_TELL, CaseQuestion};
pub use due::{Due, Taken};
pub use files::{
    FileFault, Wrong, answers_csv, read_bench, read_plan, read_results, read_setup, write_bench,
    write_plan, write_report, write_results, write_setup,
};
pub use merged::Merged;
pub use plan_case::PlanCase;
pub use reader_code::ReaderCode;
pub use report::{Confusion, PairReport, Proportion, TestReport, VersionReport};
pub use session::Session;
pub use setup::Setup;
pub use setup_fault::SetupFault;
pub use split::{Assignment, assignment};
pub use test_plan::{PlanMismatch, TestPlan};
pub use test_question::{OwnQuestion, TestQuestion, TestQuestionKind};
pub use test_results::TestResults;
pub use test_version::TestVersion;
