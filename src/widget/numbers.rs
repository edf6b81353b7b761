//! Numbers, money and days as the locale writes them.

use yew::AttrValue;

use crate::wording::ui;

use super::Kit;

/// How many digits stand between two separators.
const GROUP: usize = 3;

/// An amount of yuan, from its plain digits such as `12000.5`.
pub(super) fn money(kit: &Kit, digits: &str) -> AttrValue {
    kit.ui_with(ui::NUMBER_MONEY, &[("amount", &grouped(digits, &kit.ui(ui::NUMBER_GROUP)))])
}

/// A day, a month or a year, from `2026-11-21`, `2026-11` or `2026`; anything else as it stands.
pub(super) fn date(kit: &Kit, text: &str) -> AttrValue {
    let parts: Vec<&str> = text.split('-').collect();
    let plain = |number: &str| number.trim_start_matches('0').to_owned();
    let names = kit.ui(ui::DATE_MONTHS);
    let name = |month: &str| {
        let place: usize = month.parse().unwrap_or_default();
        names.split(',').nth(place.wrapping_sub(1)).unwrap_or(month).to_owned()
    };
    match parts.as_slice() {
        [year, month, day] => {
            let values = [("year", *year), ("month", &name(month)), ("day", &plain(day))];
            kit.ui_with(ui::DATE_DAY, &values)
        }
        [year, month] => kit.ui_with(ui::DATE_MONTH, &[("year", year), ("month", &name(month))]),
        _ => text.to_owned().into(),
    }
}

/// Puts a separator between thousands.
fn grouped(digits: &str, separator: &str) -> String {
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(GROUP) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text + fraction
}
