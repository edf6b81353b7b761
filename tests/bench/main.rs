//! Measures how long a diagnosis and the choice of the next screen take, natively and as WebAssembly in a browser.
//!
//! `./dev bench` runs it. By hand: `CHROMIUM` and `CHROMEDRIVER` name the browser and its driver, `MEASURED` the folder
//! with the page, `DIST` that of a release build, whose memory is measured; without `MEASURED` the browser is left out.
//! The times belong to the machine on which they were taken; the ratios between them travel better.

// Times are measured, nothing is decided by them.
#![allow(clippy::float_arithmetic)]

#[allow(dead_code)]
#[path = "../e2e/ability.rs"]
mod ability;
#[path = "../borrowers/mod.rs"]
mod borrowers;
#[allow(dead_code)]
#[path = "../e2e/browser.rs"]
mod browser;
#[allow(dead_code)]
#[path = "../e2e/driver.rs"]
mod driver;
#[allow(dead_code)]
#[path = "../e2e/engine.rs"]
mod engine;
#[allow(dead_code)]
#[path = "../e2e/extension.rs"]
mod extension;
#[allow(dead_code)]
#[path = "../e2e/given.rs"]
mod given;
#[path = "../e2e/held.rs"]
mod held;
mod memory;
mod mounts;
mod page;
#[allow(dead_code)]
#[path = "../e2e/patience.rs"]
mod patience;
mod points;
#[allow(dead_code)]
#[path = "../e2e/server.rs"]
mod server;
mod slowed;
#[allow(dead_code)]
#[path = "../e2e/system.rs"]
mod system;

use std::env;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use loan_checkup::knowledge::{self, Folder};
use loan_checkup::measure::Measured;

use page::Page;

/// How long each measurement of the worked cases runs, at least.
const SPAN: Duration = Duration::from_secs(1);

/// Milliseconds for all worked cases.
struct Round {
    cases: usize,
    diagnosis: f64,
    both: f64,
}

fn main() {
    let folder = Folder::read(Path::new("knowledge")).expect("the knowledge folder is there");
    let knowledge = knowledge::load(&folder, None).expect("the knowledge is clean");
    let points = points::of_cases(&knowledge.rulebook, &knowledge.cases);
    let measured = Measured::new(&points.join("\n")).expect("the worked cases can be told");
    let native = Round {
        cases: points.len(),
        diagnosis: mean(|| measured.diagnose_all(1)),
        both: mean(|| measured.ask_all(1)),
    };
    native.print("native");
    println!("next screen / diagnosis: {:.1}", native.both / native.diagnosis - 1.0);
    let Some(files) = env::var_os("MEASURED").map(PathBuf::from) else {
        println!("\nMEASURED is not set, so nothing is measured in a browser; ./dev bench sets it");
        return;
    };
    let said = [measured.diagnose_all(1), measured.ask_all(1)];
    browser::RUNTIME.block_on(async {
        let page = Page::open(files).await;
        page.load(&points).await;
        assert_eq!(
            page.said().await,
            said,
            "WebAssembly says something else than the native program"
        );
        print_webassembly(&page, &native).await;
        slowed::print(&page, &knowledge.rulebook).await;
        memory::print(given::path("DIST")).await;
        mounts::print(given::path("DIST")).await;
    });
}

async fn print_webassembly(page: &Page, native: &Round) {
    let span = SPAN.as_secs_f64() * 1e3;
    let diagnosis = page.all("diagnose_all", span).await;
    let round = Round { cases: native.cases, diagnosis, both: page.all("ask_all", span).await };
    println!();
    round.print("WebAssembly");
    println!("next screen / diagnosis: {:.1}", round.both / round.diagnosis - 1.0);
    println!(
        "WebAssembly / native: diagnosis {:.1}, diagnosis and next screen {:.1}",
        round.diagnosis / native.diagnosis,
        round.both / native.both
    );
}

impl Round {
    fn print(&self, platform: &str) {
        let head = format!("{platform}, over {} worked cases", self.cases);
        println!("{head:<40} microseconds    a second");
        self.print_row("diagnosis", self.diagnosis);
        self.print_row("diagnosis and next screen", self.both);
    }

    fn print_row(&self, name: &str, round: f64) {
        let microseconds = 1e3 * round / self.cases as f64;
        println!("{name:<37} {microseconds:>15.1} {:>11.0}", 1e6 / microseconds);
    }
}

/// The mean time of `work` in milliseconds.
fn mean<T>(mut work: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    let mut rounds: u32 = 0;
    while start.elapsed() < SPAN {
        black_box(work());
        rounds += 1;
    }
    start.elapsed().as_secs_f64() * 1e3 / f64::from(rounds)
}
