use crate::engine::{Answer, Money, OptionIx, Ratio};

/// The ratios of one band of a money question, in ten-thousandths.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    /// The least ratio in it.
    pub(super) least: u32,
    /// How many ratios it has; a band without an upper edge is taken as half of one wide.
    pub(super) width: u32,
}

impl Band {
    pub(super) fn of(ratio: &Ratio, band: OptionIx) -> Self {
        let below = |at: usize| ratio.below.get(at).copied().flatten();
        let least = band.at().checked_sub(1).and_then(below).unwrap_or(0);
        let limit = below(band.at()).unwrap_or(least + 5_000);
        Self { least, width: limit.saturating_sub(least).max(1) }
    }
}

/// Amounts with this ratio in ten-thousandths; the whole is so many times 10 000 yuan, which keeps the part whole.
pub(super) fn amounts(ratio: &Ratio, share: u32, times: u32, most: u32) -> Answer {
    let money = |amount: u64| Money::read(&amount.to_string(), most).ok();
    let part = money(u64::from(share) * u64::from(times));
    let whole = money(10_000 * u64::from(times));
    Answer::Amounts(if ratio.numerator == 0 { [part, whole] } else { [whole, part] })
}
