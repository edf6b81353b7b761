use std::collections::BTreeSet;

use loan_checkup::lab::readers::{ReaderCode, TestPlan, assignment};
use proptest::prelude::*;

use super::made::{CASES, case, code, plan, setup};
use crate::strategy::config;

/// A plan with so many versions and cases.
fn plan_of(versions: usize, cases: usize, seed: u32) -> TestPlan {
    let mut setup = setup(versions);
    setup.seed = seed;
    setup.questions.truncate(1);
    let one = case(CASES[0]);
    setup.cases = (0..cases)
        .map(|at| {
            let mut case = one.clone();
            case.name = format!("case {at}");
            case
        })
        .collect();
    plan(setup)
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn after_every_block_each_version_was_given_equally_often(
        versions in 2..=6_usize, seed in any::<u32>(), device in 0..26_u8, blocks in 1..12_u32,
    ) {
        let plan = plan_of(versions, 2, seed);
        let device = char::from(b'A' + device);
        let mut given = vec![0; versions];
        for number in 1..=blocks * u32::try_from(versions).expect("few") {
            given[assignment(&plan, code(device, number)).version] += 1;
        }
        prop_assert!(given.iter().all(|count| *count == blocks), "{given:?}");
    }

    #[test]
    fn each_version_has_each_case_at_each_place_equally_often(
        versions in 2..=3_usize, cases in 1..=7_usize, seed in any::<u32>(),
    ) {
        let plan = plan_of(versions, cases, seed);
        let mut seen = vec![vec![vec![0; cases]; cases]; versions];
        for number in 1..=u32::try_from(versions * cases).expect("few") {
            let given = assignment(&plan, code('A', number));
            for (place, case) in given.cases.iter().enumerate() {
                seen[given.version][*case][place] += 1;
            }
        }
        prop_assert!(seen.iter().flatten().flatten().all(|count| *count == 1), "{seen:?}");
    }

    #[test]
    fn after_two_rounds_each_case_has_followed_each_other_equally_often(
        cases in 2..=7_usize, seed in any::<u32>(),
    ) {
        let plan = plan_of(2, cases, seed);
        let mut follows = vec![vec![0; cases]; cases];
        for number in 1..=u32::try_from(2 * 2 * cases).expect("few") {
            let given = assignment(&plan, code('A', number));
            for two in given.cases.windows(2) {
                follows[two[0]][two[1]] += 1;
            }
        }
        let others = (0..cases).flat_map(|one| (0..cases).map(move |other| (one, other)));
        for (one, other) in others.filter(|(one, other)| one != other) {
            prop_assert_eq!(follows[one][other], 4, "{:?}", &follows);
        }
    }

    #[test]
    fn a_code_is_read_as_it_is_written_and_in_no_other_form(text in "[A-Za-z]?[0-9+ ]{0,6}|\\PC{0,5}") {
        if let Some(code) = ReaderCode::read(&text) {
            prop_assert_eq!(code.to_string(), text);
        }
    }
}

#[test]
fn devices_and_seeds_have_sequences_of_their_own() {
    let sequence = |seed, device| -> Vec<usize> {
        let plan = plan_of(2, 1, seed);
        (1..=40).map(|number| assignment(&plan, code(device, number)).version).collect()
    };
    let all: BTreeSet<Vec<usize>> =
        (0..3).flat_map(|seed| ['A', 'B', 'C'].map(|device| sequence(seed, device))).collect();
    assert_eq!(all.len(), 9);
}

/// Recorded once: another machine, or another build, must give every reader the same.
#[test]
fn the_split_is_the_same_on_every_machine() {
    let plan = plan_of(3, 3, 7);
    let given: Vec<String> = ['A', 'B']
        .iter()
        .flat_map(|device| (1..=6).map(|number| code(*device, number)))
        .map(|code| {
            let given = assignment(&plan, code);
            let cases: String = given.cases.iter().map(ToString::to_string).collect();
            format!("{code}:{}:{cases}", given.version)
        })
        .collect();
    assert_eq!(given.join(" "), RECORDED);
}

const RECORDED: &str = "A01:2:021 A02:1:021 A03:0:021 A04:2:210 A05:1:210 A06:0:210 \
    B01:1:201 B02:2:201 B03:0:201 B04:0:120 B05:2:120 B06:1:120";

#[test]
fn codes_go_from_one_to_the_last_number_of_the_last_device() {
    assert_eq!(ReaderCode::read("A01"), ReaderCode::new('A', 1));
    assert_eq!(ReaderCode::read("Z9999"), ReaderCode::new('Z', 9_999));
    for text in ["", "A", "A0", "A00", "A1", "A001", "A10000", "a01", "AA1", "A+1", "A 1"] {
        assert_eq!(ReaderCode::read(text), None, "{text}");
    }
}
