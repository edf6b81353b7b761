//! The certificate: each line fails for a rulebook that is bad in its way, and prints a borrower who shows it.

mod model;
mod report;
mod sampled;
