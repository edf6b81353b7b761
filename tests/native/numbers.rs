//! Numbers: amounts as people type them, weights, days, shares, and the tables behind the expected gain.

use core::cmp::Ordering;
use std::fs;

use loan_checkup::engine::{AmountError, Date, Decibans, Money, nearest};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::folder;

/// The largest amount in these tests.
const MOST: u32 = 100_000_000;

#[test]
fn amounts_are_read_as_people_type_them() {
    for (typed, amount) in [
        ("8000", "8000"),
        ("8,000", "8000"),
        ("8 000.50", "8000.5"),
        ("８０００", "8000"),
        ("８，０００元", "8000"),
        ("8\u{3000}000", "8000"),
        ("¥8000", "8000"),
        ("￥８０００．５", "8000.5"),
        ("¥ 8000", "8000"),
        ("8000 元", "8000"),
        ("8000块", "8000"),
        ("8000。5", "8000.5"),
        (" 8000\u{a0}", "8000"),
        ("1,234,567.89", "1234567.89"),
        ("0", "0"),
        ("-0", "0"),
        ("0.00", "0"),
        ("007", "7"),
        ("0000000000000000000000000000000000001", "1"),
        ("100000000", "100000000"),
        ("0.0001", "0.0001"),
    ] {
        let read = Money::read(typed, MOST).map(|money| money.to_string());
        assert_eq!(read.as_deref(), Ok(amount), "{typed:?}");
    }
}

#[test]
fn what_is_no_amount_is_refused_with_its_reason() {
    for (typed, why) in [
        ("", AmountError::Unreadable),
        (" ", AmountError::Unreadable),
        ("元", AmountError::Unreadable),
        ("¥", AmountError::Unreadable),
        (".", AmountError::Unreadable),
        (".5", AmountError::Unreadable),
        ("5.", AmountError::Unreadable),
        ("-", AmountError::Unreadable),
        ("--5", AmountError::Unreadable),
        ("+5", AmountError::Unreadable),
        ("1e5", AmountError::Unreadable),
        ("0x10", AmountError::Unreadable),
        ("NaN", AmountError::Unreadable),
        ("8万", AmountError::Unreadable),
        ("eight", AmountError::Unreadable),
        ("8,00", AmountError::Unreadable),
        ("80,00", AmountError::Unreadable),
        ("8000,000", AmountError::Unreadable),
        (",800", AmountError::Unreadable),
        ("8,,000", AmountError::Unreadable),
        ("8.000.000", AmountError::Unreadable),
        ("1.23456", AmountError::Unreadable),
        ("8000-9000", AmountError::Unreadable),
        ("-5", AmountError::Negative),
        ("－５", AmountError::Negative),
        ("− 5", AmountError::Negative),
        ("100000000.01", AmountError::TooLarge),
        ("99999999999999999999999999999", AmountError::TooLarge),
        ("999999999999999999999999", AmountError::TooLarge),
    ] {
        assert_eq!(Money::read(typed, MOST), Err(why), "{typed:?}");
    }
}

#[test]
fn shares_are_compared_exactly_at_the_edge_of_a_band() {
    for (part, whole, limit, is_below) in [
        ("300", "1000", 3000, false),
        ("299.9999", "1000", 3000, true),
        ("0", "1000", 3000, true),
        ("0", "0", 3000, true),
        ("1", "0", 3000, false),
        ("0", "0", 0, false),
        ("1", "3", 3333, false),
        ("100000000", "100000000", 10_000, false),
    ] {
        let [part, whole] = [part, whole].map(money);
        assert_eq!(part.is_share_below(whole, limit), is_below, "{part} of {whole} below {limit}");
    }
}

#[test]
fn weights_are_read_and_printed_with_one_decimal_place() {
    for (text, tenths, printed) in [
        ("0", 0, "0.0"),
        ("-0", 0, "0.0"),
        ("9", 90, "9.0"),
        ("4.5", 45, "4.5"),
        ("-4.5", -45, "-4.5"),
        ("-0.5", -5, "-0.5"),
        ("99.9", 999, "99.9"),
        ("-14", -140, "-14.0"),
    ] {
        let weight = Decibans::read(text).expect(text);
        assert_eq!((weight.tenths(), weight.to_string().as_str()), (tenths, printed), "{text}");
        assert_eq!(Decibans::read(printed), Some(weight), "{printed}");
    }
    for text in [
        "", "-", ".", "1.", ".5", "1.25", "100", "--1", "+1", " 1", "1 ", "1,5", "１", "1e1", "-.5",
    ] {
        assert_eq!(Decibans::read(text), None, "{text:?}");
    }
}

#[test]
fn a_weight_is_held_by_a_cap_on_both_sides() {
    for (weight, cap, held) in
        [(50, 30, 30), (-50, 30, -30), (20, 30, 20), (-30, 30, -30), (5, 0, 0)]
    {
        let held_by = Decibans::from_tenths(weight).clamp_to(Decibans::from_tenths(cap));
        assert_eq!(held_by.tenths(), held, "{weight} held by {cap}");
    }
}

#[test]
fn days_that_exist_are_read_and_others_are_not() {
    for text in ["2000-01-01", "2026-11-21", "2024-02-29", "2000-02-29", "2199-12-31", "2026-04-30"]
    {
        assert_eq!(Date::read(text).map(|day| day.to_string()).as_deref(), Some(text));
    }
    for text in [
        "",
        "2026",
        "2026-11",
        "2026-11-21-1",
        "2026-13-01",
        "2026-00-10",
        "2026-01-00",
        "2026-04-31",
        "2025-02-29",
        "2100-02-29",
        "1999-12-31",
        "2200-01-01",
        "26-11-21",
        "2026-1-21",
        "2026-11-2",
        "+026-11-21",
        "2026-+1-21",
        "２０２６-11-21",
        "2026/11/21",
        " 2026-11-21",
    ] {
        assert_eq!(Date::read(text), None, "{text:?}");
    }
}

#[test]
fn days_are_ordered_as_in_the_calendar() {
    for (one, other) in
        [("2025-12-31", "2026-01-01"), ("2026-01-31", "2026-02-01"), ("2026-11-20", "2026-11-21")]
    {
        assert_eq!(Date::read(one).cmp(&Date::read(other)), Ordering::Less, "{one} {other}");
    }
}

#[test]
fn a_near_id_is_suggested_and_a_far_one_is_not() {
    let ids = ["symptom", "account-age", "other-loans", "other-accounts"];
    for (given, suggestion) in [
        ("symptm", Some("symptom")),
        ("acount-age", Some("account-age")),
        ("other_loans", Some("other-loans")),
        ("weather", None),
        ("", None),
    ] {
        assert_eq!(nearest(given, ids.into_iter()), suggestion, "{given}");
    }
}

/// The engine has no floating point, so its tables are read from its source and compared here.
#[test]
#[allow(clippy::float_arithmetic, reason = "an independent way to the same numbers")]
#[allow(clippy::cast_precision_loss, reason = "2^24 is exact")]
fn the_tables_of_the_expected_gain_are_powers_of_ten() {
    let source = fs::read_to_string(folder::path("src/engine/interview/information_gain.rs"))
        .expect("the source is there");
    for (name, parts) in [("DECIBANS", 10.0), ("TENTHS", 100.0)] {
        let table = table(&source, name);
        assert_eq!(table.len(), 10, "{name}");
        for (power, found) in (0_u8..).zip(table) {
            let exact = 10_f64.powf(-f64::from(power) / parts) * f64::from(1_u32 << 24);
            assert!((found as f64 - exact).abs() < 1.0, "{name}[{power}] is {found}, not {exact}");
        }
    }
}

fn table(source: &str, name: &str) -> Vec<u64> {
    let start = format!("const {name}: [u64; 10] = [");
    let (_, rest) = source.split_once(&start).expect("the table is in the source");
    let (numbers, _) = rest.split_once(']').expect("the table ends");
    numbers
        .split(',')
        .map(|number| number.trim().replace('_', ""))
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().expect("a number"))
        .collect()
}

#[track_caller]
fn money(text: &str) -> Money {
    Money::read(text, MOST).expect("the test writes an amount")
}

proptest! {
    #![proptest_config(Config {
        failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_121), ..Config::default()
    })]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,40}|[-¥￥0-9０-９.,，。 元块]{0,40}") {
        if let Ok(money) = Money::read(&text, MOST) {
            let again = money.to_string();
            prop_assert_eq!(Money::read(&again, MOST), Ok(money), "{} reads as {}", text, again);
            prop_assert!(money >= Money::ZERO);
        }
        let _ = (Decibans::read(&text), Date::read(&text));
    }

    #[test]
    fn an_amount_reads_the_same_with_and_without_separators(whole in 0..=MOST, cents in 0..100_u8) {
        prop_assume!(whole < MOST || cents == 0);
        let plain = format!("{whole}.{cents:02}");
        let digits = whole.to_string();
        let first = digits.len() % 3;
        let groups = digits.as_bytes()[first..].chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
        let groups: Vec<String> = core::iter::once(digits[..first].to_owned()).chain(groups).collect();
        let groups: Vec<&str> = groups.iter().map(String::as_str).filter(|group| !group.is_empty()).collect();
        for separator in [",", " ", "，"] {
            let typed = format!("{}.{cents:02}元", groups.join(separator));
            prop_assert_eq!(
                Money::read(&typed, MOST), Money::read(&plain, MOST), "{}", typed
            );
        }
    }

    #[test]
    fn every_weight_is_read_as_it_is_printed(tenths in -999..=999_i32) {
        let weight = Decibans::from_tenths(tenths);
        prop_assert_eq!(Decibans::read(&weight.to_string()), Some(weight));
    }
}
