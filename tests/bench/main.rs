//! Measures how long a diagnosis and the choice of the next screen take natively, over the worked cases.
//!
//! The figures belong to the machine on which they were taken; the ratio between them travels better.

// Times are measured, nothing is decided by them.
#![allow(clippy::float_arithmetic)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use loan_checkup::engine::{Interview, diagnose};
use loan_checkup::knowledge::{self, Folder};

/// How long each measurement runs, at least.
const SPAN: Duration = Duration::from_secs(1);

fn main() {
    let folder = Folder::read(Path::new("knowledge")).expect("the knowledge folder is there");
    let knowledge = knowledge::load(&folder, None).expect("the knowledge is clean");
    let (rulebook, cases) = (&knowledge.rulebook, &knowledge.cases);
    let diagnosis = mean(cases.len(), || {
        for case in cases {
            black_box(diagnose(rulebook, black_box(&case.answers), case.day));
        }
    });
    let both = mean(cases.len(), || {
        for case in cases {
            let diagnosis = diagnose(rulebook, black_box(&case.answers), case.day);
            black_box(Interview::new(rulebook, &case.answers, &diagnosis).next());
        }
    });
    println!("native, over {} worked cases     microseconds    a second", cases.len());
    print_row("diagnosis", diagnosis);
    print_row("diagnosis and next screen", both);
    println!("next screen / diagnosis: {:.1}", both.as_secs_f64() / diagnosis.as_secs_f64() - 1.0);
}

/// The mean time of one of the parts of `work`.
fn mean(parts: usize, mut work: impl FnMut()) -> Duration {
    let start = Instant::now();
    let mut rounds: u32 = 0;
    while start.elapsed() < SPAN {
        work();
        rounds += 1;
    }
    start.elapsed() / (rounds * u32::try_from(parts).unwrap_or(u32::MAX))
}

fn print_row(name: &str, time: Duration) {
    let microseconds = time.as_secs_f64() * 1e6;
    println!("{name:<32} {microseconds:>15.1} {:>11.0}", 1.0 / time.as_secs_f64());
}
