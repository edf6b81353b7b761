//! Tests with readers: the split, the sheet of questions, files that are merged, and the statistics.

mod files;
mod made;
mod mutated;
mod report;
mod sheet;
mod split;
mod statistics;
