//! The native half of a promise whose other half is a browser test: on every platform the engine asks the same
//! and says the same. What is found here is written down for the other half, which runs later.

#[path = "../interviews/mod.rs"]
mod interviews;

use std::collections::BTreeSet;
use std::path::Path;

use loan_checkup::engine::{Decibans, Next, Outcome};
use loan_checkup::shipped;

use interviews::{INTERVIEWS, digests, play, written};

/// Where the digests are left; `./dev test` hands them to the browser tests.
const LEFT_FOR_THE_BROWSER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/interviews.txt");

#[test]
fn the_interviews_are_written_down_for_the_browser() {
    let digests = digests(&shipped::rulebook(), INTERVIEWS);
    let different: BTreeSet<&u64> = digests.iter().collect();
    assert_eq!(different.len(), digests.len(), "two hundreds of interviews are the same");
    std::fs::write(Path::new(LEFT_FOR_THE_BROWSER), written(&digests))
        .expect("the file can be written");
}

#[test]
fn the_interviews_show_every_screen_and_outcome() {
    let rulebook = shipped::rulebook();
    let (mut screens, mut outcomes, mut closed) = (BTreeSet::new(), BTreeSet::new(), 0);
    for number in 0..4_000 {
        play(&rulebook, number, |point| {
            outcomes.insert(point.diagnosis.outcome.id());
            match &point.next {
                Next::Ask(screen) => {
                    screens.insert(*screen);
                }
                Next::Close(_) => closed += 1,
                Next::Finish => {}
            }
        });
    }
    assert!(closed > 0, "no closing list was asked");
    let unseen: Vec<&str> = rulebook
        .screen_places()
        .filter(|screen| !screens.contains(screen))
        .map(|screen| &*rulebook.screen(screen).id)
        .collect();
    assert!(unseen.is_empty(), "never asked: {unseen:?}");
    let all = [Outcome::StopScam, Outcome::Findings, Outcome::NotEnoughKnown].map(Outcome::id);
    assert_eq!(outcomes, BTreeSet::from(all));
}

#[test]
fn a_weight_that_differs_by_a_tenth_is_noticed() {
    let mut rulebook = shipped::rulebook();
    let before = digests(&rulebook, 100);
    assert_eq!(before, digests(&rulebook, 100), "the same interviews differ");
    let evidence = rulebook.causes.iter_mut().flat_map(|cause| &mut cause.evidence).next();
    evidence.expect("an answer says something").weight += Decibans::from_tenths(1);
    assert_ne!(before, digests(&rulebook, 100));
}
