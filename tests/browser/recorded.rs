//! What the engine says after five sets of answers. The browser tests and the native end-to-end tests check the
//! same record, so that the two cannot differ.

use loan_checkup::engine::{Date, GivenAnswer, diagnose, read_answers};
use loan_checkup::shipped;

/// Answers by name, and the reasons with their support in tenths of a deciban, in order.
type Record = (&'static [(&'static str, &'static str)], &'static [(&'static str, i32)]);

const RECORDS: [Record; 5] = [
    (
        &[
            ("symptom", "one-yuan-cap"),
            ("phone-number-change", "within-7-days"),
            ("phone-number-match", "code-to-old-number"),
            ("shown-limit", "20000"),
            ("largest-accepted", "1"),
        ],
        &[("phone-number-changed", 110)],
    ),
    (
        &[
            ("symptom", "application-refused"),
            ("overdue-history", "auto-debit-failed"),
            ("other-loans", "five-or-more"),
            ("borrow-to-repay", "yes"),
            ("monthly-repayments", "4999.99"),
            ("monthly-income", "10000"),
        ],
        &[("many-loans", 100), ("overdue-now", 90)],
    ),
    (
        &[
            ("symptom", "payout-failed"),
            ("receiving-card", "opened-online"),
            ("smaller-amount", "works"),
            ("identity-document", "valid"),
        ],
        &[("card-inflow-cap", 70)],
    ),
    (
        &[
            ("symptom", "money-not-arrived"),
            ("page-message", "paid-out-shown"),
            ("waited", "two-to-24-hours"),
        ],
        &[("payout-in-transit", 30)],
    ),
    (
        &[
            ("symptom", "limit-gone"),
            ("account-age", "long-unused"),
            ("wallet-score", "dropped"),
            ("other-loans", "none"),
            ("overdue-history", "never"),
        ],
        &[("credit-score-dropped", 50)],
    ),
];

/// Checks that the engine says what is recorded.
pub(crate) fn check() {
    let rulebook = shipped::rulebook();
    let day = Date::read("2026-11-21").expect("the test names a day");
    for (said, recorded) in RECORDS {
        let given = said
            .iter()
            .map(|(name, answer)| ((*name).to_owned(), GivenAnswer::One((*answer).to_owned())));
        let answers = read_answers(&rulebook, given).expect("the test names what the rulebook has");
        let diagnosis = diagnose(&rulebook, &answers, day);
        let found: Vec<(&str, i32)> = diagnosis
            .findings
            .iter()
            .map(|finding| {
                let support = diagnosis.assessment(finding.cause).support;
                (&*rulebook.cause(finding.cause).id, support.tenths())
            })
            .collect();
        assert_eq!(found, recorded, "after {said:?}");
    }
}
