/// The median and the quartiles of some numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter of the numbers are at most this.
    pub lower: f64,
    /// Half of them are at most this.
    pub median: f64,
    /// Three quarters of them are at most this.
    pub upper: f64,
}

impl Quartiles {
    /// The quartiles of these numbers; `None` of none.
    ///
    /// Between two numbers they are interpolated as R does by default (type 7 of Hyndman and Fan, 1996).
    #[must_use]
    pub fn of(numbers: &[u64]) -> Option<Self> {
        let mut sorted = numbers.to_vec();
        sorted.sort_unstable();
        let last = sorted.len().checked_sub(1)?;
        let at = |quarters: usize| {
            let (place, rest) = (last * quarters / 4, last * quarters % 4);
            let lower = number(sorted[place]);
            let upper = number(sorted[(place + 1).min(last)]);
            lower + (upper - lower) * number(rest as u64) / 4.0
        };
        Some(Self { lower: at(1), median: at(2), upper: at(3) })
    }

    /// The lower quartile, the median and the upper quartile of milliseconds, in seconds with one decimal place.
    #[must_use]
    pub fn seconds(self) -> [String; 3] {
        [self.lower, self.median, self.upper].map(|time| format!("{:.1}", time / 1_000.0))
    }
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds of a session are far below 2^53")]
fn number(whole: u64) -> f64 {
    whole as f64
}
