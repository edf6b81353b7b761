use crate::engine::Decibans;

/// One, in the fixed-point numbers of this file.
const ONE: u64 = 1 << 40;

/// 10^(-1/100), a tenth of a deciban down.
const TENTH: u64 = 1_074_483_687_536;

/// How far apart two priors can be, in tenths of a deciban.
const MOST_TENTHS: i32 = 1_998;

/// The prior of a cause where each symptom is as frequent as its share says: `10 log10` of the mean of the odds that
/// the priors stand for, rounded to a tenth of a deciban; none where the cause can produce no symptom.
///
/// The shares need not sum to one.
pub(super) fn mixture(parts: &[(u32, Option<Decibans>)]) -> Option<Decibans> {
    let total: u64 = parts.iter().map(|(share, _)| u64::from(*share)).sum();
    let most = parts.iter().filter_map(|(_, prior)| *prior).max()?;
    let odds = |(share, prior): &(u32, Option<Decibans>)| {
        prior.map_or(0, |prior| u64::from(*share) * down((most - prior).tenths()))
    };
    let mean = parts.iter().map(odds).sum::<u64>() / total.max(1);
    // The mean is at most the largest part; how many tenths below it is the answer.
    let below = (0..=MOST_TENTHS).find(|tenths| down(*tenths) <= mean);
    Some(most - Decibans::from_tenths(below.unwrap_or(MOST_TENTHS)))
}

/// So many tenths of a deciban below one.
fn down(tenths: i32) -> u64 {
    (0..tenths).fold(ONE, |power, _| multiplied(power, TENTH))
}

/// The product of two numbers of at most one.
fn multiplied(one: u64, other: u64) -> u64 {
    u64::try_from(u128::from(one) * u128::from(other) / u128::from(ONE)).unwrap_or(u64::MAX)
}
