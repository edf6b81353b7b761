// What is reckoned is held against what is published.
#![allow(clippy::float_arithmetic)]

use loan_checkup::lab::readers::stats::{
    Needed, Quartiles, fisher_two_sided, holm, readers_needed, readers_needed_uncorrected, wilson,
};

#[track_caller]
fn check(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} instead of {expected}");
}

/// Published: Newcombe (1998), Statistics in Medicine 17, table I, method 3; the first is a common worked example.
#[test]
fn wilson_intervals_are_the_published_ones() {
    for (right, of, lower, upper) in [
        (8, 10, 0.490, 0.943),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ] {
        let (low, high) = wilson(right, of).expect("something was counted");
        let within = if of == 10 { 0.0005 } else { 0.000_05 };
        check(low, lower, within);
        check(high, upper, within);
    }
    assert_eq!(wilson(0, 0), None);
    assert_eq!(wilson(3, 2), None);
}

/// The second way: the ends are where the score test is just at 5 %, found by halving.
#[test]
fn wilson_intervals_are_the_shares_that_the_score_test_does_not_reject() {
    let rejects = |share: f64, right: u32, of: u32| {
        let (count, seen) = (f64::from(of), f64::from(right) / f64::from(of));
        (seen - share).powi(2) > 1.959_963_984_540_054_f64.powi(2) * share * (1.0 - share) / count
    };
    for of in 1..=40 {
        for right in 0..=of {
            let seen = f64::from(right) / f64::from(of);
            let end = |outside: f64| {
                let (mut outside, mut inside) = (outside, seen);
                for _ in 0..60 {
                    let middle = f64::midpoint(outside, inside);
                    *if rejects(middle, right, of) { &mut outside } else { &mut inside } = middle;
                }
                inside
            };
            let (low, high) = wilson(right, of).expect("something was counted");
            check(low, end(0.0), 1e-9);
            check(high, end(1.0), 1e-9);
        }
    }
}

/// Published: Fisher's tea tasting, and the worked example of the common encyclopaedia article on the test.
#[test]
fn exact_tests_are_the_published_ones() {
    check(fisher_two_sided((3, 1), (1, 3)), 0.485_714_285_714, 1e-9);
    check(fisher_two_sided((1, 9), (11, 3)), 0.002_759_456_185, 1e-9);
    check(fisher_two_sided((4, 0), (0, 4)), 2.0 / 70.0, 1e-12);
}

/// The second way: every table with the same sums, counted in whole numbers.
#[test]
fn exact_tests_agree_with_counting_in_whole_numbers() {
    let choose = |of: u32, out: u32| -> u128 {
        (0..out).fold(1, |ways, step| ways * u128::from(of - step) / u128::from(step + 1))
    };
    let mut tables = 0;
    let small = (1..=9).flat_map(|one| (1..=9).map(move |other| (one, other)));
    for rows in small.chain([(12, 5), (10, 14), (20, 20), (30, 30)]) {
        for a in 0..=rows.0 {
            for b in 0..=rows.1 {
                let column = a + b;
                let ways = |cell: u32| {
                    let is_table = cell <= rows.0 && column - cell <= rows.1;
                    if is_table { choose(rows.0, cell) * choose(rows.1, column - cell) } else { 0 }
                };
                let extreme: u128 = (0..=column).map(ways).filter(|one| *one <= ways(a)).sum();
                let all = choose(rows.0 + rows.1, column);
                #[expect(clippy::cast_precision_loss, reason = "only the share counts")]
                let expected = extreme as f64 / all as f64;
                check(fisher_two_sided((a, rows.0 - a), (b, rows.1 - b)), expected, 1e-10);
                tables += 1;
            }
        }
    }
    assert!(tables > 4_000, "only {tables} tables");
}

#[test]
fn the_exact_test_does_not_care_which_row_or_column_comes_first_and_bears_large_and_empty_tables() {
    for [a, b, c, d] in
        [[3, 9, 7, 2], [0, 5, 5, 0], [0, 0, 4, 3], [0, 0, 0, 0], [900, 100, 850, 150]]
    {
        let chance = fisher_two_sided((a, b), (c, d));
        assert!((0.0..=1.0).contains(&chance), "{chance}");
        check(fisher_two_sided((c, d), (a, b)), chance, 1e-9);
        check(fisher_two_sided((b, a), (d, c)), chance, 1e-9);
    }
    check(fisher_two_sided((0, 0), (4, 3)), 1.0, 0.0);
    check(fisher_two_sided((20_000, 0), (0, 20_000)), 0.0, 1e-12);
}

#[test]
fn corrected_chances_are_those_of_holms_example() {
    let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
    for (found, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
        check(*found, expected, 1e-12);
    }
    check(holm(&[0.7, 0.8])[1], 1.0, 0.0);
    check(holm(&[0.2])[0], 0.2, 0.0);
    assert!(holm(&[]).is_empty());
}

/// Published: Fleiss, tables of sample sizes, 5 % two-sided and 80 %.
#[test]
fn the_readers_needed_are_the_published_ones() {
    assert_eq!(readers_needed_uncorrected(0.5, 0.3), Needed::Readers(93));
    assert_eq!(readers_needed((5, 10), (3, 10)), Needed::Readers(103));
    assert_eq!(readers_needed((3, 10), (5, 10)), Needed::Readers(103));
    assert_eq!(readers_needed((5, 10), (5, 10)), Needed::NoSensibleNumber);
    assert_eq!(readers_needed((50, 100), (51, 100)), Needed::NoSensibleNumber);
    assert_eq!(readers_needed((2, 2), (0, 9)), Needed::TooEarly);
    assert_eq!(readers_needed((0, 0), (0, 0)), Needed::TooEarly);
}

/// The second way: with so many readers the exact test finds the difference about four times in five.
#[test]
fn the_readers_needed_give_the_exact_test_its_power() {
    for (one, other) in [((5, 10), (3, 10)), ((9, 10), (6, 10)), ((8, 10), (3, 10))] {
        let Needed::Readers(readers) = readers_needed(one, other) else { panic!("a number") };
        let share = |(right, of): (u32, u32)| f64::from(right) / f64::from(of);
        let chances = |share: f64| -> Vec<f64> {
            let mut chance = (1.0 - share).powi(i32::try_from(readers).expect("few"));
            (0..=readers)
                .map(|right| {
                    let now = chance;
                    chance *=
                        share / (1.0 - share) * f64::from(readers - right) / f64::from(right + 1);
                    now
                })
                .collect()
        };
        let (of_one, of_other) = (chances(share(one)), chances(share(other)));
        let mut power = 0.0;
        for (a, chance) in (0..).zip(&of_one) {
            for (b, chance_other) in (0..).zip(&of_other) {
                if fisher_two_sided((a, readers - a), (b, readers - b)) < 0.05 {
                    power += chance * chance_other;
                }
            }
        }
        assert!((0.78..0.87).contains(&power), "{readers} readers: {power}");
    }
}

/// The second way: R 4, `quantile` with its default type 7.
#[test]
fn quartiles_are_those_of_r() {
    let quartiles = |numbers: &[u64]| {
        Quartiles::of(numbers).map(|found| (found.lower, found.median, found.upper))
    };
    assert_eq!(quartiles(&[]), None);
    assert_eq!(quartiles(&[7]), Some((7.0, 7.0, 7.0)));
    assert_eq!(quartiles(&[4, 1, 3, 2]), Some((1.75, 2.5, 3.25)));
    assert_eq!(quartiles(&[10, 20, 30, 40, 50]), Some((20.0, 30.0, 40.0)));
    assert_eq!(quartiles(&[1, 2, 4, 8, 16, 32]), Some((2.5, 6.0, 14.0)));
}
