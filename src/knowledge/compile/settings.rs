use crate::engine::{Costs, Settings};
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;

use super::numbers::{parts, weight};

/// Reads the thresholds and caps.
pub(super) fn settings(raw: &Raw, problems: &mut Problems) -> Settings {
    let (place, rules) = (&raw.rulebook.place, &raw.rulebook.value);
    let mut weight = |text: &str| weight(text, place, problems);
    let (showing, clean) = (&rules.showing, &rules.clean);
    let threshold = weight(&showing.threshold);
    let moderate = weight(&showing.moderate);
    let strong = weight(&showing.strong);
    let contradiction = weight(&showing.contradiction);
    let clean_weight = weight(&clean.weight);
    let clean_cap = weight(&clean.cap);
    let outside_weight = weight(&clean.outside_weight);
    let outside_cap = weight(&clean.outside_cap);
    let mut tenths = |text: &str| parts(text, 10, place, problems);
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
        least_gain: parts(&rules.interview.least_gain, 1_000_000, place, problems),
        second_cause: parts(&rules.interview.second_cause, 100, place, problems),
        row_effort: parts(&rules.interview.row_effort, 100, place, problems),
        closing_rows: rules.interview.closing_rows,
        most_amount: parts(&rules.amounts.most, 1, place, problems),
        most_steps: plan.most_steps,
        cost,
    }
}
