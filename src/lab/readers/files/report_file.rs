use serde_json::{Map, Value, json};

use super::json::VERSION;
use crate::lab::readers::stats::{Needed, Quartiles};
use crate::lab::readers::{Confusion, PairReport, Proportion, TestPlan, TestReport, VersionReport};

/// The report as JSON, for other programs: shares from 0 to 1, times in milliseconds, ids for all names.
#[must_use]
pub fn write_report(plan: &TestPlan, report: &TestReport) -> String {
    let name = |at: usize| plan.setup.versions[at].name.as_str();
    let pair = |pair: &PairReport| {
        json!({
            "versions": [name(pair.versions.0), name(pair.versions.1)],
            "fisher-exact-two-sided": pair.chance,
            "after-holm": pair.corrected,
            "readers-needed-each": match pair.needed {
                Needed::Readers(readers) => json!(readers),
                Needed::NoSensibleNumber => json!("no-sensible-number"),
                Needed::TooEarly => json!("too-early"),
            },
        })
    };
    let report = json!({
        "format": "loan-checkup reader report",
        "version": VERSION,
        "test": { "title": plan.setup.title, "fingerprint": plan.fingerprint() },
        "readers": report.readers(),
        "versions": report.versions.iter().map(|one| version(plan, one)).collect::<Vec<_>>(),
        "pairs": report.pairs.iter().map(pair).collect::<Vec<_>>(),
    });
    format!("{report:#}\n")
}

fn version(plan: &TestPlan, version: &VersionReport) -> Value {
    let kinds: Map<String, Value> =
        version.kinds.iter().map(|(kind, of)| (kind.id().to_owned(), share(*of))).collect();
    let cases = plan.setup.cases.iter().zip(&version.cases);
    let cases: Map<String, Value> =
        cases.map(|(case, of)| (case.name.clone(), share(*of))).collect();
    json!({
        "name": version.name,
        "readers": version.readers,
        "finished": version.finished,
        "readers-who-understood": share(version.understood),
        "right-answers": share(version.answers),
        "by-kind": kinds,
        "by-case": cases,
        "milliseconds-reading": version.reading.map(quartiles),
        "milliseconds-answering": version.answering.map(quartiles),
        "reasons": reasons(&version.reasons),
    })
}

fn share(share: Proportion) -> Value {
    json!({
        "right": share.right,
        "of": share.of,
        "share": share.value(),
        "wilson-95": share.interval().map(|(lower, upper)| [lower, upper]),
    })
}

fn quartiles(times: Quartiles) -> Value {
    json!({ "lower": times.lower, "median": times.median, "upper": times.upper })
}

fn reasons(confusion: &Confusion) -> Value {
    let row = |(right, counts): (&String, &Vec<u32>)| {
        let chosen: Map<String, Value> = confusion
            .chosen
            .iter()
            .zip(counts)
            .map(|(id, count)| (id.clone(), json!(count)))
            .collect();
        (right.clone(), Value::Object(chosen))
    };
    Value::Object(confusion.right.iter().zip(&confusion.counts).map(row).collect())
}
