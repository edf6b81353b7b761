use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::FileFault;
use super::json::{VERSION, compact, parse, read};
use super::plan_file::{plan_file, plan_from};
use super::results_file::{SessionFile, results_file, results_from, session_file, session_from};
use crate::lab::readers::Bench;

/// What a kept bench calls itself.
const FORMAT: &str = "loan-checkup reader bench";

/// A bench, in which a test and its results stand as in files of their own: `P` and `R`, or what is read as them.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BenchFile<P, R> {
    format: String,
    version: u64,
    device: char,
    plan: P,
    results: R,
    // Must be there even where it says that nobody reads.
    #[serde(deserialize_with = "Option::deserialize")]
    running: Option<SessionFile>,
}

/// What a device keeps, as one text for its storage.
#[must_use]
pub fn write_bench(bench: &Bench) -> String {
    compact(&BenchFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        device: bench.device,
        plan: plan_file(&bench.plan),
        results: results_file(&bench.plan, &bench.results),
        running: bench.running.as_ref().map(|session| session_file(&bench.plan, session)),
    })
}

/// Reads what a device has kept.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn read_bench(text: &str) -> Result<Bench, FileFault> {
    let file: BenchFile<Value, Value> = read(parse(text)?, FORMAT)?;
    let plan = plan_from(file.plan).map_err(|fault| fault.within("plan"))?;
    let results = results_from(file.results, &plan).map_err(|fault| fault.within("results"))?;
    let running = file.running.map(|session| session_from(session, &plan)).transpose();
    let running = running.map_err(|fault| fault.within("running"))?;
    let bench = Bench::new(plan, file.device);
    let bench = bench.map_err(|_| FileFault::not_possible("device", file.device))?;
    Ok(Bench { results, running, ..bench })
}
