//! What a test with readers shows.

// Shares are compared here; nothing that a borrower sees is decided by them.
#![allow(clippy::float_arithmetic)]

mod confusion;
mod pair_report;
mod proportion;
mod version_report;

pub use confusion::Confusion;
pub use pair_report::PairReport;
pub use proportion::Proportion;
pub use version_report::VersionReport;

use super::{Session, TestPlan, TestResults};

/// The comparison of a plan's versions.
#[derive(Clone, Debug, PartialEq)]
pub struct TestReport {
    /// A report a version, in the plan's order.
    pub versions: Vec<VersionReport>,
    /// Every two versions; one pair for two versions.
    pub pairs: Vec<PairReport>,
}

impl TestReport {
    /// Reckons everything; the sessions must be the plan's, as those that were read from a file are.
    #[must_use]
    pub fn new(plan: &TestPlan, results: &TestResults) -> Self {
        let of_version = |version: usize| -> Vec<&Session> {
            results.sessions().filter(|session| session.version == version).collect()
        };
        let versions: Vec<VersionReport> = (0..plan.setup.versions.len())
            .map(|version| VersionReport::new(plan, version, &of_version(version), results))
            .collect();
        let pairs = pair_report::pairs(&versions);
        Self { versions, pairs }
    }

    /// How many readers were counted.
    #[must_use]
    pub fn readers(&self) -> u32 {
        self.versions.iter().map(|version| version.readers).sum()
    }
}
