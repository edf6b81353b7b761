use super::{Z_80, Z_95};

/// How many readers each version needs to tell a difference with a chance of 80 %, at 5 %, two-sided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// So many readers a version.
    Readers(u32),
    /// The difference is so small, or none, that no number of readers that a team could find would tell.
    NoSensibleNumber,
    /// Too few readers so far to plan from: fewer than [`Needed::LEAST`] in a version.
    TooEarly,
}

impl Needed {
    /// Fewer readers in a version than this say nothing about how many are needed.
    pub const LEAST: u32 = 3;

    /// More readers a version than this are no sensible number.
    pub const MOST: u32 = 1_000;
}

/// How many readers each version needs, if the shares that were seen are the true ones.
///
/// # Design
///
/// Fleiss, Levin and Paik (2003), chapter 4: the formula for two shares with equal groups, with the continuity
/// correction, which is close to what Fisher's exact test needs. The shares seen with few readers are themselves
/// uncertain, so this is a hint for planning and no promise.
#[must_use]
pub fn readers_needed(one: (u32, u32), other: (u32, u32)) -> Needed {
    let [(right, of), (right_other, of_other)] = [one, other];
    if of.min(of_other) < Needed::LEAST {
        return Needed::TooEarly;
    }
    let share = |right: u32, of: u32| f64::from(right) / f64::from(of);
    let (one, other) = (share(right, of), share(right_other, of_other));
    let Some(plain) = plain(one, other) else { return Needed::NoSensibleNumber };
    let correction = 1.0 + (1.0 + 4.0 / (plain * (one - other).abs())).sqrt();
    whole(plain / 4.0 * correction * correction)
}

/// The same without the continuity correction, as most tables print it: what a chi-squared test needs.
#[must_use]
pub fn readers_needed_uncorrected(one: f64, other: f64) -> Needed {
    plain(one, other).map_or(Needed::NoSensibleNumber, whole)
}

/// The number before it is made whole; `None` for equal shares.
fn plain(one: f64, other: f64) -> Option<f64> {
    let spread = |share: f64| share * (1.0 - share);
    let both = spread(f64::midpoint(one, other));
    let root = Z_95 * (2.0 * both).sqrt() + Z_80 * (spread(one) + spread(other)).sqrt();
    let difference = one - other;
    (difference != 0.0).then(|| (root / difference).powi(2))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
fn whole(readers: f64) -> Needed {
    let readers = readers.ceil();
    if readers <= f64::from(Needed::MOST) {
        Needed::Readers(readers as u32)
    } else {
        Needed::NoSensibleNumber
    }
}
