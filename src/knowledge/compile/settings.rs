use crate::engine::{Costs, Settings};
use crate::knowledge::raw::Raw;
use crate::knowledge::report::Report;

use super::numbers::{parts, weight};

/// Reads the thresholds and caps.
pub(super) fn settings(raw: &Raw, report: &mut Report) -> Settings {
    let (place, rules) = (&raw.rulebook.place, &raw.rulebook.value);
    let mut weight = |text: &str| weight(text, place, report);
    let (showing, clean) = (&rules.showing, &rules.clean);
    let threshold = weight(&showing.threshold);
    let moderate = weight(&showing.moderate);
    let strong = weight(&showing.strong);
    let contradiction = weight(&showing.contradiction);
    let clean_weight = weight(&clean.weight);
    let clean_cap = weight(&clean.cap);
    let outside_weight = weight(&clean.outside_weight);
    let outside_cap = weight(&clean.outside_cap);
    let mut tenths = |text: &str| parts(text, 10, place, report);
    let plan = &rules.plan;
    let cost = Costs {
        minute: tenths(&plan.per_minute),
        yuan: tenths(&plan.per_yuan),
        wait_day: tenths(&plan.per_wait_day),
        annoyance: tenths(&plan.per_annoyance),
        risk_low: tenths(&plan.risk_low),
        risk_high: tenths(&plan.risk_high),
    };
    Settings {
        threshold,
        moderate,
        strong,
        most_findings: showing.most_findings,
        contradiction,
        clean_weight,
        clean_cap,
        outside_weight,
        outside_cap,
        most_screens: rules.interview.most_screens,
        least_gain: parts(&rules.interview.least_gain, 1_000_000, place, report),
        row_effort: parts(&rules.interview.row_effort, 100, place, report),
        closing_rows: rules.interview.closing_rows,
        most_amount: parts(&rules.amounts.most, 1, place, report),
        most_steps: plan.most_steps,
        cost,
    }
}
