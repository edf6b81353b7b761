use core::fmt;

use rust_decimal::Decimal;

use super::AmountError;

/// The two words for yuan that people put behind an amount.
const YUAN: [char; 2] = ['\u{5143}', '\u{5757}'];

/// An amount of yuan, exact, not below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads what people type: `8000`, `8,000`, `8 000.50`, `８０００`, `¥8000`, each also with the word for yuan behind it.
    ///
    /// # Errors
    ///
    /// [`AmountError::Unreadable`] for anything else, [`AmountError::Negative`] below zero,
    /// [`AmountError::TooLarge`] above `most`.
    pub fn read(text: &str, most: u32) -> Result<Self, AmountError> {
        let typed: String = text.chars().map(to_ascii).collect();
        let typed = typed.trim().trim_start_matches('¥').trim_end_matches(YUAN).trim();
        let (is_negative, typed) = match typed.strip_prefix('-') {
            Some(rest) => (true, rest.trim_start()),
            None => (false, typed),
        };
        let (digits, mut scale) = digits_and_scale(typed).ok_or(AmountError::Unreadable)?;
        let mut number: i64 = digits.parse().map_err(|_| AmountError::TooLarge)?;
        while scale > 0 && number % 10 == 0 {
            (number, scale) = (number / 10, scale - 1);
        }
        let amount = Decimal::new(number, scale);
        match amount {
            _ if is_negative && !amount.is_zero() => Err(AmountError::Negative),
            _ if amount > Decimal::from(most) => Err(AmountError::TooLarge),
            _ => Ok(Self(amount)),
        }
    }

    /// Whether `self / whole` is below a limit in ten-thousandths;
    /// nothing of nothing is 0, something of nothing is never below.
    #[must_use]
    pub fn is_share_below(self, whole: Self, limit: u32) -> bool {
        let scaled = |amount: Self, by: u32| amount.0.checked_mul(Decimal::from(by));
        match (scaled(self, 10_000), scaled(whole, limit)) {
            _ if self.0.is_zero() => limit > 0,
            (Some(part), Some(bound)) => part < bound,
            _ => false,
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Full-width digits and signs, as Chinese keyboards type them, in their plain form.
fn to_ascii(typed: char) -> char {
    match typed {
        '０'..='９' | '．' | '，' | '－' => {
            char::from_u32(typed as u32 - 0xFEE0).unwrap_or(typed)
        }
        '￥' => '¥',
        '−' => '-',
        '。' => '.',
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        other => other,
    }
}

/// All digits, without the separators of thousands and the point, and how many of them are a fraction;
/// `None` if a separator stands elsewhere or the text is no number.
fn digits_and_scale(typed: &str) -> Option<(String, u32)> {
    let (whole, fraction) = typed.split_once('.').unwrap_or((typed, "0"));
    let mut parts = whole.split([',', ' ']);
    let mut digits = parts.next()?.to_owned();
    let is_grouped = whole.contains([',', ' ']);
    if is_grouped && !(1..=3).contains(&digits.len()) {
        return None;
    }
    for part in parts {
        if part.len() != 3 {
            return None;
        }
        digits.push_str(part);
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(&digits) || !is_number(fraction) || fraction.len() > 4 {
        return None;
    }
    digits.push_str(fraction);
    Some((digits, u32::try_from(fraction.len()).ok()?))
}
