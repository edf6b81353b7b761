//! Tests with readers: which version of the wording do people understand better?
//!
//! A [`Plan`] says what is tested: versions, cases and questions, with the right answers reckoned by the engine.
//! A [`Session`] is what one reader did; [`Results`] are the sessions of one plan, from any number of devices.
//! A [`Report`] compares the versions.
//!
//! # Design
//!
//! A reader sees one version only, so that nobody reads the second version already knowing the answer.
//! Who gets which version follows from the plan's seed and the reader's code, so nobody chooses it and every machine
//! agrees; within each device the versions are balanced after every block.
//! Readers are the units of the test: the answers of one reader hang together, so a difference between versions is
//! judged by readers, not by answers. See [`Results::understood`] for what counts as a reader who understood.
//!
//! There is no name of a reader anywhere, only a code made of a device's letter and a number.

mod asked;
mod bench;
mod choices;
mod files;
mod fingerprint;
mod merged;
mod plan;
mod plan_case;
mod question;
mod reader_code;
mod report;
mod results;
mod session;
mod setup;
mod setup_fault;
mod split;
pub mod stats;
mod step;
mod version;

pub use asked::{Asked, CANNOT_TELL};
pub use bench::{Bench, BenchFault};
pub use files::{
    Fault, Wrong, answers_csv, read_bench, read_plan, read_results, read_setup, write_bench,
    write_plan, write_report, write_results, write_setup,
};
pub use merged::Merged;
pub use plan::{Plan, PlanMismatch};
pub use plan_case::PlanCase;
pub use question::{Kind, OwnQuestion, Question};
pub use reader_code::ReaderCode;
pub use report::{Confusion, PairReport, Report, Share, VersionReport};
pub use results::Results;
pub use session::Session;
pub use setup::Setup;
pub use setup_fault::SetupFault;
pub use split::{Assignment, assignment};
pub use step::{Step, Taken};
pub use version::Version;
