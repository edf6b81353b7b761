use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use toml::value::Datetime;

use crate::engine::{Date, Decibans};
use crate::knowledge::problems::Problems;
use crate::knowledge::{Place, ProblemCode};

/// Reads a weight.
pub(super) fn weight(text: &str, place: &Place, problems: &mut Problems) -> Decibans {
    Decibans::read(text).unwrap_or_else(|| {
        problems.add(ProblemCode::MalformedNumber, place, format!("`{text}` is not a weight"));
        Decibans::ZERO
    })
}

/// Reads a decimal that is not below zero.
fn decimal(text: &str, place: &Place, problems: &mut Problems) -> Decimal {
    match Decimal::from_str_exact(text) {
        Ok(number) if !number.is_sign_negative() => number,
        _ => {
            let message = format!("`{text}` is not a decimal from 0");
            problems.add(ProblemCode::MalformedNumber, place, message);
            Decimal::ZERO
        }
    }
}

/// Reads a decimal as a whole number of parts, as in `0.25` and 100 for hundredths.
pub(super) fn parts<T: TryFrom<u32> + Default>(
    text: &str,
    parts: u32,
    place: &Place,
    problems: &mut Problems,
) -> T {
    let number = decimal(text, place, problems) * Decimal::from(parts);
    let whole = number.to_u32().filter(|_| number.fract().is_zero());
    whole.and_then(|whole| T::try_from(whole).ok()).unwrap_or_else(|| {
        let message = format!("`{text}` has too many digits or is too large");
        problems.add(ProblemCode::MalformedNumber, place, message);
        T::default()
    })
}

/// Reads a share of one as a whole number of parts.
pub(super) fn share<T: TryFrom<u32> + Default>(
    text: &str,
    of: u32,
    place: &Place,
    problems: &mut Problems,
) -> T {
    if Decimal::from_str_exact(text).is_ok_and(|number| number > Decimal::ONE) {
        problems.add(
            ProblemCode::MalformedNumber,
            place,
            format!("`{text}` is not a share from 0 to 1"),
        );
        return T::default();
    }
    parts(text, of, place, problems)
}

/// Reads a day.
pub(super) fn date(given: Datetime, place: &Place, problems: &mut Problems) -> Date {
    Date::read(&given.to_string()).unwrap_or_else(|| {
        problems.add(ProblemCode::MalformedNumber, place, format!("`{given}` is not a day"));
        Date::FIRST
    })
}
