use serde_json::json;

use super::node::{Node, VERSION, parse};
use super::plan_file::{plan_from, plan_value};
use super::results_file::{results_from, results_value, session_from, session_value};
use super::{Fault, Wrong};
use crate::lab::readers::{Bench, BenchFault, Setup};

/// What a kept bench calls itself.
const FORMAT: &str = "loan-checkup reader bench";

/// What a device keeps, as one text for its storage.
#[must_use]
pub fn write_bench(bench: &Bench) -> String {
    json!({
        "format": FORMAT,
        "version": VERSION,
        "device": bench.device,
        "plan": plan_value(&bench.plan),
        "results": results_value(&bench.plan, &bench.results),
        "running": bench.running.as_ref().map(|session| session_value(&bench.plan, session)),
    })
    .to_string()
}

/// Reads what a device has kept.
///
/// # Errors
///
/// The first thing that is wrong, with its place.
pub fn read_bench(text: &str) -> Result<Bench, Fault> {
    let value = parse(text)?;
    let fields = Node::root(&value)
        .fields(&["format", "version", "device", "plan", "results", "running"])?;
    let device = fields.get("device")?;
    let letter = device.text(Setup::LONGEST_LINE)?;
    let not_possible = |_: BenchFault| device.fault(Wrong::NotPossible(letter.to_owned()));
    let mut letters = letter.chars();
    let (Some(first), None) = (letters.next(), letters.next()) else {
        return Err(not_possible(BenchFault::Device));
    };
    let mut bench = Bench::new(plan_from(&fields.get("plan")?)?, first).map_err(not_possible)?;
    bench.results = results_from(&fields.get("results")?, &bench.plan)?;
    let running = fields.get("running")?;
    if !running.is_null() {
        bench.running = Some(session_from(&running, &bench.plan)?);
    }
    Ok(bench)
}
