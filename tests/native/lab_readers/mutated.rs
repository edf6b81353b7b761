use std::sync::LazyLock;

use loan_checkup::lab::readers::{
    Bench, TestReport, answers_csv, read_bench, read_plan, read_results, read_setup, write_bench,
    write_plan, write_report, write_results, write_setup,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::made::{code, plan, reader, results, setup};
use crate::strategy::config;

/// A bench with everything in it, as it is kept.
static KEPT: LazyLock<String> = LazyLock::new(|| {
    let plan = plan(setup(2));
    let sessions = (1..=3).map(|number| reader(&plan, code('A', number), 99, |at| at % 2 == 0));
    let results = results(sessions.collect::<Vec<_>>());
    let mut bench = Bench::new(plan, 'A').expect("the letter is one");
    bench.results = results;
    bench.running = Some(reader(&bench.plan, code('A', 4), 3, |_| true));
    write_bench(&bench)
});

/// The fields of a bench.
const FIELDS: [&str; 6] = ["format", "version", "device", "plan", "results", "running"];

/// A test title, name or sentence: anything that can be typed.
fn line() -> impl Strategy<Value = String> {
    "\\PC{0,20}[a-z=+@\"',]\\PC{0,20}"
}

proptest! {
    #![proptest_config(config(48))]

    #[test]
    fn whatever_a_test_says_it_is_read_as_it_was_written(
        title in line(), names in (line(), line()), ask in line(), seed in any::<u32>(),
        versions in 2..=6_usize, cases in 1..=3_usize, device in 0..26_u8,
        readers in prop::collection::vec((1..60_u32, 0..20_usize, any::<u32>()), 0..6),
    ) {
        let mut setup = setup(versions);
        (setup.title, setup.cannot_tell, setup.seed) = (title, ask, seed);
        setup.versions[0].name = format!("0{}", names.0);
        setup.versions[1].name = format!("1{}", names.1);
        setup.cases.truncate(cases);
        let plan = plan(setup);
        let device = char::from(b'A' + device);
        let results = results(readers.into_iter().map(|(number, steps, rights)| {
            reader(&plan, code(device, number), steps, |at| rights >> (at % 32) & 1 == 1)
        }));
        prop_assert_eq!(&read_plan(&write_plan(&plan)), &Ok(plan.clone()));
        let form = write_setup(&plan.setup, &plan.rulebook_hash);
        prop_assert_eq!(&read_setup(&form, &plan.rulebook_hash), &Ok(plan.setup.clone()));
        prop_assert_eq!(&read_results(&write_results(&plan, &results), &plan), &Ok(results.clone()));
        let mut bench = Bench::new(plan.clone(), device).expect("the letter is one");
        bench.results = results.clone();
        prop_assert_eq!(read_bench(&write_bench(&bench)), Ok(bench));
        let rows = results.sessions().chain(results.set_aside()).map(|one| one.answers().count());
        let rows: usize = rows.sum();
        prop_assert_eq!(answers_csv(&plan, &results).matches("\r\n").count(), rows + 1);
        let json: Value = serde_json::from_str(&write_report(&plan, &TestReport::new(&plan, &results)))
            .expect("a report is JSON");
        prop_assert_eq!(&json["readers"], &json!(results.len()));
    }
}

proptest! {
    #![proptest_config(config(512))]

    /// One value of the kept bench is taken out, doubled, or replaced by something else.
    #[test]
    fn a_file_with_another_value_in_it_is_refused_with_its_place_or_works(
        path in prop::collection::vec(any::<prop::sample::Index>(), 1..7), how in 0..12_usize,
    ) {
        let mut file: Value = serde_json::from_str(&KEPT).expect("it was just written");
        mutate(&mut file, &path, how);
        match read_bench(&file.to_string()) {
            Ok(bench) => {
                prop_assert_eq!(&read_bench(&write_bench(&bench)), &Ok(bench.clone()));
                let report = TestReport::new(&bench.plan, &bench.results);
                prop_assert!(!write_report(&bench.plan, &report).is_empty());
                prop_assert!(!answers_csv(&bench.plan, &bench.results).is_empty());
            }
            // The file as a whole, or something in one of its fields.
            Err(fault) => {
                let mut fields = FIELDS.iter();
                let is_in = fields.any(|field| fault.place.starts_with(field));
                prop_assert!(is_in || fault.place.is_empty(), "{:?}", fault);
            }
        }
    }

    /// A part of the text is cut out, or something is put in.
    #[test]
    fn a_file_with_other_signs_in_it_never_panics(
        from in any::<prop::sample::Index>(), length in 0..40_usize, put in "\\PC{0,4}|[{}\\[\\]\":,0-9]{0,3}",
    ) {
        let signs: Vec<char> = KEPT.chars().collect();
        let from = from.index(signs.len());
        let to = (from + length).min(signs.len());
        let text: String =
            signs[..from].iter().copied().chain(put.chars()).chain(signs[to..].iter().copied()).collect();
        if let Ok(bench) = read_bench(&text) {
            prop_assert_eq!(read_bench(&write_bench(&bench)), Ok(bench));
        }
    }

    #[test]
    fn text_that_nobody_meant_never_panics(text in "\\PC{0,200}") {
        prop_assert!(read_plan(&text).is_err());
    }
}

fn mutate(value: &mut Value, path: &[prop::sample::Index], how: usize) {
    let (Some((first, rest)), false) = (path.split_first(), is_empty(value)) else {
        *value = replacement(how, value);
        return;
    };
    match value {
        Value::Array(list) => {
            let at = first.index(list.len());
            match (rest, how) {
                ([], 0) => drop(list.remove(at)),
                ([], 1) => list.insert(at, list[at].clone()),
                _ => mutate(&mut list[at], rest, how),
            }
        }
        Value::Object(fields) => {
            let name = fields.keys().nth(first.index(fields.len())).cloned().unwrap_or_default();
            match (rest, how) {
                ([], 0) => drop(fields.remove(&name)),
                ([], 1) => drop(fields.insert(format!("{name}2"), json!(1))),
                _ => mutate(&mut fields[&name], rest, how),
            }
        }
        _ => *value = replacement(how, value),
    }
}

fn is_empty(value: &Value) -> bool {
    value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(|f| f.is_empty())
}

fn replacement(how: usize, value: &Value) -> Value {
    let all = [
        Value::Null,
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("cannot-tell"),
        json!([]),
        json!({}),
        json!([value]),
        json!("x".repeat(5_000)),
    ];
    all[how % all.len()].clone()
}
