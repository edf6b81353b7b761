//! The native half: writes down what it finds, and sees to it that a difference would be found.

use std::collections::BTreeSet;
use std::fs;

use loan_checkup::engine::{Decibans, Next, Outcome};
use loan_checkup::shipped;

use crate::INTERVIEWS;
use crate::borrowers::play;
use crate::digests::{digests, written};

/// Where the digests are left; `./dev test` hands them to the browser's half.
const LEFT_FOR_THE_BROWSER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/interviews.txt");

#[test]
fn the_interviews_are_written_down_for_the_browser() {
    let digests = digests(&shipped::rulebook(), INTERVIEWS);
    let different: BTreeSet<&u64> = digests.iter().collect();
    assert_eq!(different.len(), digests.len(), "two hundreds of interviews are the same");
    fs::write(LEFT_FOR_THE_BROWSER, written(&digests)).expect("the file can be written");
}

#[test]
fn the_interviews_show_all_that_an_interview_does() {
    let rulebook = shipped::rulebook();
    let mut seen = BTreeSet::new();
    for number in 0..1_000 {
        play(&rulebook, number, |point| {
            seen.insert(point.diagnosis.outcome.id());
            seen.insert(match point.next {
                Next::Ask(_) if !point.rows.is_empty() => "list",
                Next::Ask(_) => "screen",
                Next::Close(_) => "closing list",
                Next::Finish => "end",
            });
        });
    }
    let outcomes = [Outcome::StopScam, Outcome::Findings, Outcome::NotEnoughKnown].map(Outcome::id);
    let all = outcomes.into_iter().chain(["screen", "list", "closing list", "end"]);
    assert_eq!(seen, all.collect());
}

#[test]
fn a_weight_that_differs_by_a_tenth_is_noticed() {
    let mut rulebook = shipped::rulebook();
    let before = digests(&rulebook, 100);
    assert_eq!(before, digests(&rulebook, 100), "the same interviews differ");
    let evidence = rulebook.causes.iter_mut().flat_map(|cause| &mut cause.evidence).last();
    evidence.expect("a cause has evidence").weight += Decibans::from_tenths(1);
    assert_ne!(before, digests(&rulebook, 100));
}
