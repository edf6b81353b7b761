use core::fmt;

use super::packed::packed;

/// A calendar day, years 2000 to 2199.
///
/// # Design
///
/// The engine compares days and never counts them, so a day is three numbers in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(u32);

impl Date {
    /// The first day that there is: 2000-01-01.
    pub const FIRST: Self = Self(20_000_101);

    /// Makes a day, or `None` if there is no such day or the year is out of range.
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let exists =
            (2000..=2199).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day);
        exists.then_some(Self(year * 10_000 + month * 100 + day))
    }

    /// Reads `2026-11-21`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(year, month, day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

packed!(tuple Date);
