//! What the engine does at every point of simulated interviews, on a CPU that is slowed down.

use loan_checkup::engine::Rulebook;

use crate::page::Page;
use crate::points;

/// How many times slower the CPU is.
const SLOWED: u32 = 4;

/// How many interviews are simulated; each has about seven points.
const INTERVIEWS: u64 = 300;

/// How many of them are also played on a page of their own.
const FRESH: u64 = 30;

/// Milliseconds that each point is measured for, at least; the clock tells tenths of one.
const SPAN: f64 = 5.0;

/// Milliseconds for those that turn out slowest, and how often: what else the machine does can only add to a time.
const LONG_SPAN: f64 = 50.0;
const TRIALS: usize = 5;

/// Every so many points the full speed is measured, too.
const COMPARED: usize = 10;

/// Measures and prints the table.
pub(crate) async fn print(page: &Page, rulebook: &Rulebook) {
    let (points, is_end): (Vec<String>, Vec<bool>) =
        (0..INTERVIEWS).flat_map(|number| points::of_interview(rulebook, number)).unzip();
    let all: Vec<usize> = (0..points.len()).collect();
    let ends: Vec<usize> = all.iter().copied().filter(|place| is_end[*place]).collect();
    page.load(&points).await;
    let compared: Vec<usize> = all.iter().copied().step_by(COMPARED).collect();
    let full: f64 = page.each("ask", &compared, SPAN).await.iter().sum();
    page.slow_down(SLOWED).await;
    let slowed: f64 = page.each("ask", &compared, SPAN).await.iter().sum();
    let ask = Slowed::measure(page, "ask", &all).await;
    let grade = Slowed::measure(page, "grade", &ends).await;
    let fresh = fresh(page, rulebook).await;
    page.slow_down(1).await;

    println!();
    println!("WebAssembly, CPU {SLOWED}x slowed, {INTERVIEWS} interviews");
    println!("{:<39} {:>7} {:>7} {:>7} {:>8}", "milliseconds", "median", "p95", "max", "points");
    print_row("diagnosis and next screen", &ask.times);
    print_row("the same, first time on a fresh page", &fresh);
    print_row("diagnosis, grade and what-if at the end", &grade.times);
    println!("slowed / full speed: {:.1}", slowed / full);
    println!("slowest to ask:   {}", points[ask.slowest]);
    println!("slowest to grade: {}", points[grade.slowest]);
}

/// The times at some places, and which of these is the slowest.
struct Slowed {
    times: Vec<f64>,
    slowest: usize,
}

impl Slowed {
    /// The slowest are measured again, longer, until the slowest is one of these; the best of their trials counts.
    async fn measure(page: &Page, work: &str, places: &[usize]) -> Self {
        let mut times = page.each(work, places, SPAN).await;
        let mut confirmed = vec![false; times.len()];
        loop {
            let slowest = slowest(&times);
            if confirmed[slowest] {
                return Self { times, slowest: places[slowest] };
            }
            confirmed[slowest] = true;
            let trials = page.each(work, &[places[slowest]; TRIALS], LONG_SPAN).await;
            times[slowest] = trials.into_iter().fold(f64::INFINITY, f64::min);
        }
    }
}

fn slowest(times: &[f64]) -> usize {
    (0..times.len()).max_by(|one, other| times[*one].total_cmp(&times[*other])).unwrap_or_default()
}

/// The points of some interviews, each visited once on a page that has visited nothing but the points before.
async fn fresh(page: &Page, rulebook: &Rulebook) -> Vec<f64> {
    let mut times = Vec::new();
    for number in 0..FRESH {
        let points: Vec<String> =
            points::of_interview(rulebook, number).into_iter().map(|(point, _)| point).collect();
        page.load(&points).await;
        times.extend(page.once(&(0..points.len()).collect::<Vec<_>>()).await);
    }
    times
}

fn print_row(name: &str, times: &[f64]) {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |percent: usize| sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)];
    let [median, p95, max] = [50, 95, 100].map(at);
    println!("{name:<39} {median:>7.2} {p95:>7.2} {max:>7.2} {:>8}", sorted.len());
}
