use super::packed::packed;
use super::{Decibans, ShownOn};

/// The rulebook's thresholds and caps.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Support from which a cause may be shown.
    pub threshold: Decibans,
    /// Support without the clean bonus from which a finding is moderate.
    pub moderate: Decibans,
    /// Support without the clean bonus from which a finding is strong.
    pub strong: Decibans,
    /// How many findings are shown at the most.
    pub most_findings: u8,
    /// An answer at or below this against a settled cause is a contradiction.
    pub contradiction: Decibans,
    /// What one clean answer says for a cause that its question does not touch.
    pub clean_weight: Decibans,
    /// Cap of the sum of `clean_weight`.
    pub clean_cap: Decibans,
    /// The same weight for causes that cannot be seen from outside.
    pub outside_weight: Decibans,
    /// Cap of the sum of `outside_weight`.
    pub outside_cap: Decibans,
    /// How many screens are asked at the most.
    pub most_screens: u8,
    /// Expected gain for one unit of effort below which the asking stops, in millionths of Gini impurity.
    pub least_gain: u32,
    /// What telling a second cause apart counts beside the first one, in hundredths.
    pub second_cause: u32,
    /// Share of a question's effort that a row of a list costs, in hundredths.
    pub row_effort: u32,
    /// How many rows the closing list has at the most.
    pub closing_rows: u8,
    /// Largest amount that is accepted, in whole yuan.
    pub most_amount: u32,
    /// How many steps a plan has at the most.
    pub most_steps: u8,
    /// What effort costs, in tenths of a point.
    pub cost: Costs,
}

/// What effort costs, in tenths of a point; the rulebook's exchange rates.
#[derive(Clone, Debug)]
pub struct Costs {
    /// For one minute of the borrower's time.
    pub minute: u16,
    /// For one yuan.
    pub yuan: u16,
    /// For one day of waiting.
    pub wait_day: u16,
    /// For one level of annoyance (0 to 3).
    pub annoyance: u16,
    /// For a low risk.
    pub risk_low: u16,
    /// For a high risk.
    pub risk_high: u16,
}

impl Settings {
    /// The support from which a cause may be shown. What cannot be seen from outside needs more than few hints, however
    /// much else is clean.
    #[must_use]
    pub fn least_support(&self, shown_on: ShownOn) -> Decibans {
        match shown_on {
            ShownOn::OwnAnswer => self.threshold,
            ShownOn::CleanAnswers => self.moderate,
        }
    }
}

packed!(struct Settings { threshold, moderate, strong, most_findings, contradiction, clean_weight, clean_cap, outside_weight, outside_cap, most_screens, least_gain, second_cause, row_effort, closing_rows, most_amount, most_steps, cost });
packed!(struct Costs { minute, yuan, wait_day, annoyance, risk_low, risk_high });
