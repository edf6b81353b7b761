use core::fmt;
use core::iter::Sum;
use core::ops::{Add, AddAssign, Neg, Sub};

use super::packed::packed;

/// A weight of evidence in decibans, exact to one tenth.
///
/// A weight is `10 log10( P(answer | cause) / P(answer | everybody else with the symptom) )`;
/// sums of weights are supports. Range of a single weight: -99.9 to 99.9.
///
/// # Design
///
/// Stored as whole tenths, so that sums are exact and the same on every platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decibans(i32);

impl Decibans {
    /// No evidence either way.
    pub const ZERO: Self = Self(0);

    /// Makes a weight from whole tenths of a deciban.
    #[must_use]
    pub const fn from_tenths(tenths: i32) -> Self {
        Self(tenths)
    }

    /// The weight in whole tenths of a deciban.
    #[must_use]
    pub const fn tenths(self) -> i32 {
        self.0
    }

    /// Reads a decimal such as `-8` or `4.5`: at most two digits before and one after the point.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, tenth) = digits.split_once('.').unwrap_or((digits, "0"));
        let fits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        if !fits(whole, 2) || !fits(tenth, 1) {
            return None;
        }
        let whole: i32 = whole.parse().ok()?;
        let tenth: i32 = tenth.parse().ok()?;
        Some(Self(sign * (whole * 10 + tenth)))
    }

    /// The weight of so many answers of this weight.
    #[must_use]
    pub fn times(self, count: i32) -> Self {
        Self(self.0 * count)
    }

    /// Holds the value between `-cap` and `cap`; `cap` must not be negative.
    #[must_use]
    pub fn clamp_to(self, cap: Self) -> Self {
        Self(self.0.clamp(-cap.0, cap.0))
    }
}

impl fmt::Display for Decibans {
    /// Always with one decimal place, as in `-14.0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let tenths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{}", tenths / 10, tenths % 10)
    }
}

impl Add for Decibans {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Decibans {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Decibans {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Decibans {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Decibans {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}

packed!(tuple Decibans);
