//! Diagnosis and next screen at every point of simulated interviews, on a CPU that is slowed down.

use loan_checkup::engine::Rulebook;

use crate::page::Page;
use crate::points;

/// How many times slower the CPU is.
const SLOWED: u32 = 4;

/// How many interviews are simulated; each has about a dozen points.
const INTERVIEWS: u64 = 300;

/// How many of them are also played on a page of their own.
const FRESH: u64 = 30;

/// Milliseconds that each point is measured for, at least; the clock tells tenths of one.
const SPAN: f64 = 5.0;

/// Milliseconds for those that turn out slowest: what else the machine did may have made them so.
const LONG_SPAN: f64 = 250.0;

/// Every so many points the full speed is measured, too.
const COMPARED: usize = 10;

/// Measures and prints the table.
pub(crate) async fn print(page: &Page, rulebook: &Rulebook) {
    let points: Vec<String> =
        (0..INTERVIEWS).flat_map(|number| points::of_interview(rulebook, number)).collect();
    let fresh = fresh(page, rulebook).await;
    let compared: Vec<String> = points.iter().step_by(COMPARED).cloned().collect();
    let full = full_speed(page, &compared).await;
    page.load(&points).await;
    page.slow_down(SLOWED).await;
    let mut times = page.each(0..points.len(), SPAN).await;
    let slowed: f64 = times.iter().step_by(COMPARED).sum();
    let again = confirm(page, &mut times).await;
    page.slow_down(1).await;
    let slowest = slowest(&times);

    println!();
    println!(
        "{:<57} milliseconds",
        format!("WebAssembly on a {SLOWED}x slowed CPU, {INTERVIEWS} interviews")
    );
    println!("{:<40} median     p95     max   points", "");
    print_row("diagnosis and next screen", &times);
    print_row("the first time on a fresh page", &fresh);
    println!("slowed / full speed: {:.1}", slowed / full.iter().sum::<f64>());
    println!("slowest point, of {again} that were measured again: {}", points[slowest]);
}

/// The points of some interviews, each done once on a page that has done nothing else than the points before.
async fn fresh(page: &Page, rulebook: &Rulebook) -> Vec<f64> {
    let mut times = Vec::new();
    page.slow_down(SLOWED).await;
    for number in 0..FRESH {
        page.load(&points::of_interview(rulebook, number)).await;
        times.extend(page.once().await);
    }
    page.slow_down(1).await;
    times
}

async fn full_speed(page: &Page, points: &[String]) -> Vec<f64> {
    page.load(points).await;
    page.each(0..points.len(), SPAN).await
}

/// Measures the slowest points again, longer, until the slowest is one of these; gives how many they were.
async fn confirm(page: &Page, times: &mut [f64]) -> usize {
    let mut confirmed = Vec::new();
    while !confirmed.contains(&slowest(times)) {
        let place = slowest(times);
        let again = page.each(place..place + 1, LONG_SPAN).await;
        times[place] = again.first().copied().unwrap_or_default();
        confirmed.push(place);
    }
    confirmed.len()
}

fn slowest(times: &[f64]) -> usize {
    (0..times.len()).max_by(|one, other| times[*one].total_cmp(&times[*other])).unwrap_or_default()
}

fn print_row(name: &str, times: &[f64]) {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |percent: usize| sorted.get((sorted.len() * percent / 100).min(sorted.len() - 1));
    let [median, p95, max] = [50, 95, 100].map(|percent| at(percent).copied().unwrap_or_default());
    println!("{name:<39} {median:>7.2} {p95:>7.2} {max:>7.2} {:>8}", sorted.len());
}
