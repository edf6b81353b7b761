//! The files of a test: the test itself, results, what a device keeps of it or of its form, and what is handed on for
//! other programs.
//!
//! Everything that is read is strict: an unknown field, a wrong type, a text too long or an id that the plan does not
//! know is a [`FileFault`] that names the place, and then nothing is taken over.

mod bench_file;
mod csv;
mod file_fault;
mod json;
mod plan_file;
mod report_file;
mod results_file;
mod setup_file;

pub use bench_file::{read_bench, write_bench};
pub use csv::answers_csv;
pub use file_fault::{FileFault, Wrong};
pub use plan_file::{read_plan, write_plan};
pub use report_file::write_report;
pub use results_file::{read_results, write_results};
pub use setup_file::{read_setup, write_setup};
