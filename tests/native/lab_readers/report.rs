// Shares and times are held against what was made up.
#![allow(clippy::float_arithmetic)]

use loan_checkup::lab::readers::stats::Needed;
use loan_checkup::lab::readers::{
    Bench, BenchFault, CANNOT_TELL, Merged, Proportion, TestPlan, TestQuestionKind, TestReport,
    TestResults, answers_csv, assignment, write_report,
};

use super::made::{code, plan, reader, results, setup};

/// Sixteen readers on two devices: those of the second version understand nothing, those of the first everything.
fn opposite() -> (TestPlan, TestResults) {
    let plan = plan(setup(2));
    let codes = ['A', 'B'].into_iter().flat_map(|device| (1..=8).map(move |n| code(device, n)));
    let sessions = codes.map(|code| {
        let version = assignment(&plan, code).version;
        reader(&plan, code, 99, |_| version == 0)
    });
    let results = results(sessions.collect::<Vec<_>>());
    (plan, results)
}

#[test]
fn a_clear_difference_is_told_and_counted_by_readers() {
    let (plan, results) = opposite();
    let report = TestReport::new(&plan, &results);
    assert_eq!(report.readers(), 16);
    assert_eq!(report.versions[0].understood, Proportion { right: 8, of: 8 });
    assert_eq!(report.versions[1].understood, Proportion { right: 0, of: 8 });
    assert_eq!(report.versions[0].finished, 8);
    // Three cases with three questions each, and one with one of its own.
    assert_eq!(report.versions[0].answers, Proportion { right: 80, of: 80 });
    let [pair] = &report.pairs[..] else { panic!("two versions are one pair") };
    // Two of the 12,870 tables are this extreme.
    assert!((pair.chance - 2.0 / 12_870.0).abs() < 1e-12, "{}", pair.chance);
    assert!(pair.is_told());
    assert_eq!(pair.needed, Needed::Readers(4));
    assert_eq!(pair.more(), Some((0, 0)));
}

#[test]
fn a_report_counts_kinds_cases_times_and_confusions() {
    let plan = plan(setup(2));
    let is_reason = |at: usize| plan.kind(&plan.sheet[at]) == TestQuestionKind::Reason;
    // One who finished with wrong reasons only, one who stopped after the first answer.
    let sessions = [
        reader(&plan, code('A', 1), 99, |at| !is_reason(at)),
        reader(&plan, code('A', 2), 2, |_| true),
    ];
    let (first, second) = (sessions[0].version, sessions[1].version);
    let time = |steps: &[usize]| steps.iter().map(|at| 1_000.0 + *at as f64).sum::<f64>();
    let order = assignment(&plan, code('A', 1)).cases;
    let report = TestReport::new(&plan, &results(sessions));
    let of_first = &report.versions[first];
    assert_eq!(of_first.understood, Proportion { right: 0, of: 1 });
    let shares: Vec<(TestQuestionKind, Proportion)> = of_first.kinds.clone();
    let share = |right, of| Proportion { right, of };
    assert_eq!(
        shares,
        [
            (TestQuestionKind::Reason, share(0, 3)),
            (TestQuestionKind::FirstStep, share(3, 3)),
            (TestQuestionKind::Strength, share(3, 3)),
            (TestQuestionKind::Own, share(1, 1))
        ]
    );
    assert_eq!(of_first.cases, [share(3, 4), share(2, 3), share(2, 3)]);
    let mut reads = vec![0];
    for case in &order[..2] {
        reads.push(reads[reads.len() - 1] + 1 + if *case == 0 { 4 } else { 3 });
    }
    let answers: Vec<usize> = (0..13).filter(|at| !reads.contains(at)).collect();
    assert_eq!(of_first.reading.map(|times| times.median), Some(time(&reads)));
    assert_eq!(of_first.answering.map(|times| times.median), Some(time(&answers)));
    let reasons = &of_first.reasons;
    assert_eq!(reasons.right.len(), 3);
    assert_eq!(reasons.chosen.last().map(String::as_str), Some(CANNOT_TELL));
    assert_eq!(reasons.counts.iter().flatten().sum::<u32>(), 3);
    assert!((0..3).all(|at| reasons.counts[at][at] == 0), "{reasons:?}");
    let of_second = &report.versions[second];
    assert_eq!((of_second.readers, of_second.finished), (1, 0));
    assert_eq!(of_second.understood, share(1, 1));
    assert_eq!(of_second.reading, None);
    assert_eq!(report.pairs[0].needed, Needed::TooEarly);
}

#[test]
fn three_versions_make_three_pairs_and_every_chance_is_corrected() {
    let plan = plan(setup(3));
    let sessions: Vec<_> = (1..=30)
        .map(|number| {
            let code = code('C', number);
            let version = assignment(&plan, code).version;
            reader(&plan, code, 2, |_| version == 2 || number % 5 == 0)
        })
        .collect();
    let report = TestReport::new(&plan, &results(sessions));
    let places: Vec<_> = report.pairs.iter().map(|pair| pair.versions).collect();
    assert_eq!(places, [(0, 1), (0, 2), (1, 2)]);
    assert!(report.pairs.iter().all(|pair| pair.corrected >= pair.chance));
    assert!(!report.pairs[0].is_told());
    assert!(report.pairs[2].is_told(), "{:?}", report.pairs[2]);
}

#[test]
fn no_readers_make_an_empty_report() {
    let plan = plan(setup(2));
    let report = TestReport::new(&plan, &results([]));
    assert_eq!(report.readers(), 0);
    assert_eq!(report.versions[0].understood.interval(), None);
    assert!(!report.pairs[0].is_told());
    assert!(write_report(&plan, &report).contains("too-early"));
}

#[test]
fn the_table_of_answers_is_quoted_and_holds_no_formula() {
    let mut setup = setup(2);
    setup.versions[0].name = "=1+1, \"sum\"".to_owned();
    setup.versions[1].name = "@B".to_owned();
    let plan = plan(setup);
    let results = results((1..=2).map(|n| reader(&plan, code('A', n), 2, |_| true)));
    let text = answers_csv(&plan, &results);
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(text.starts_with('\u{feff}'));
    assert!(text.contains(",\"'=1+1, \"\"sum\"\"\","), "{text}");
    assert!(text.contains(",'@B,"), "{text}");
    let columns = lines[0].split(',').count();
    let plain = lines.iter().find(|line| line.contains("'@B")).expect("a reader had it");
    assert_eq!(plain.split(',').count(), columns);
}

#[test]
fn a_device_gives_out_one_code_after_the_other_and_loses_no_answer() {
    let plan = plan(setup(2));
    let bench = Bench::new(plan.clone(), 'B').expect("the letter is one");
    assert_eq!(bench.next_reader(), Some(code('B', 1)));
    let running = bench.begun().expect("nobody reads");
    assert_eq!(running.clone().begun(), Err(BenchFault::Running));
    assert_eq!(running.clone().with_device('C'), Err(BenchFault::Running));
    // Who stops before anything leaves the code to the next.
    assert_eq!(running.clone().ended().next_reader(), Some(code('B', 1)));
    let case = assignment(&plan, code('B', 1)).cases[0];
    // A second click is no second step, and no step is skipped.
    let read = running.read(case, 1_500);
    assert_eq!(read.clone().read(case, 1), read);
    assert_eq!(read.clone().answered(99, CANNOT_TELL, 1), read);
    let stopped = read.ended();
    assert_eq!(stopped.results.len(), 1);
    assert_eq!(stopped.next_reader(), Some(code('B', 2)));
    let mut bench = stopped;
    bench.results.merge(results([reader(&plan, code('B', 7), 99, |_| true)]));
    assert_eq!(bench.next_reader(), Some(code('B', 8)));
    assert_eq!(bench.clone().with_device('!'), Err(BenchFault::Device));
    let mut full = bench;
    full.results.merge(results([reader(&plan, code('B', 9_999), 1, |_| true)]));
    assert_eq!(full.begun(), Err(BenchFault::Full));
}

#[test]
fn the_same_session_twice_counts_once_and_two_under_one_code_are_a_conflict() {
    let plan = plan(setup(2));
    let of = |number, is_right: bool| reader(&plan, code('A', number), 99, |_| is_right);
    let mut all = results([of(1, true), of(2, false)]);
    let merged = all.merge(results([of(1, true), of(3, true)]));
    assert_eq!(merged, Merged { added: 1, known: 1, conflicts: vec![] });
    let merged = all.merge(results([of(1, false)]));
    assert_eq!(merged, Merged { added: 0, known: 0, conflicts: vec![code('A', 1)] });
    assert_eq!((all.len(), all.set_aside().len()), (3, 1));
    // The same file again adds nothing more.
    let before = all.clone();
    all.merge(results([of(1, false)]));
    assert_eq!(all, before);
    assert_eq!(TestReport::new(&plan, &all).readers(), 3);
}
