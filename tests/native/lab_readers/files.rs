use loan_checkup::lab::readers::{
    Bench, Due, OwnQuestion, SetupFault, TestPlan, TestQuestion, TestResults, Wrong, read_bench,
    read_plan, read_results, read_setup, write_bench, write_plan, write_results, write_setup,
};
use serde_json::{Value, json};

use super::made::{code, plan, reader, results, setup};

fn some() -> (TestPlan, TestResults) {
    let plan = plan(setup(2));
    let results = results([
        reader(&plan, code('A', 1), 99, |_| true),
        reader(&plan, code('B', 12), 3, |_| false),
    ]);
    (plan, results)
}

#[test]
fn a_test_its_results_and_a_bench_are_read_as_they_were_written() {
    let (plan, results) = some();
    assert_eq!(read_plan(&write_plan(&plan)), Ok(plan.clone()));
    assert_eq!(read_results(&write_results(&plan, &results), &plan), Ok(results.clone()));
    let mut bench = Bench::new(plan, 'B').expect("the letter is one").begun().expect("it is free");
    bench.results = results;
    let Some(Due::Read(case)) = bench.running.as_ref().and_then(|one| one.next(&bench.plan)) else {
        panic!("reading comes first")
    };
    let bench = bench.clone().read(case, 99);
    assert_eq!(bench.running.as_ref().map(|session| session.taken.len()), Some(1));
    assert_eq!(read_bench(&write_bench(&bench)), Ok(bench));
}

#[test]
fn a_form_is_read_as_it_was_written_however_little_is_right_in_it() {
    let mut form = setup(2);
    assert_eq!(read_setup(&write_setup(&form, "a"), "a"), Ok(form.clone()));
    form.title.clear();
    form.versions.clear();
    form.cases.clear();
    let choices = vec!["x".repeat(400); 20];
    form.questions = vec![
        TestQuestion::Own(OwnQuestion { ask: String::new(), case: None, choices, right: 19 }),
        TestQuestion::Own(OwnQuestion {
            ask: String::new(),
            case: Some("gone".to_owned()),
            choices: vec![String::new()],
            right: 0,
        }),
    ];
    assert_eq!(read_setup(&write_setup(&form, "a"), "a"), Ok(form));
}

#[test]
fn a_form_of_other_rules_and_other_files_are_no_form() {
    let (plan, _) = some();
    let fault = read_setup(&write_setup(&plan.setup, "a"), "b").expect_err("the rules are others");
    assert_eq!((&*fault.place, fault.what), ("rulebook", Wrong::NotPossible("a".to_owned())));
    let of_plan = read_setup(&write_plan(&plan), "a").map_err(|fault| fault.what);
    assert_eq!(of_plan, Err(Wrong::OtherFormat));
    let of_form = read_plan(&write_setup(&plan.setup, "a")).map_err(|fault| fault.what);
    assert_eq!(of_form, Err(Wrong::OtherFormat));
}

/// What an earlier build has kept on a device: a bench with results and a reader at it, and a form.
#[test]
fn what_an_earlier_build_has_kept_is_read_and_written_as_it_was() {
    let bench = include_str!("kept/bench.json");
    assert_eq!(read_bench(bench).as_ref().map(write_bench).as_deref(), Ok(bench));
    let (form, rulebook) = (include_str!("kept/form.json"), "0123456789abcdef");
    let read = read_setup(form, rulebook).map(|setup| write_setup(&setup, rulebook));
    assert_eq!(read.as_deref(), Ok(form));
}

#[test]
fn what_was_set_aside_is_handed_on() {
    let (plan, mut results) = some();
    results.merge(super::made::results([reader(&plan, code('A', 1), 5, |_| true)]));
    let read = read_results(&write_results(&plan, &results), &plan);
    assert_eq!(read.map(|read| read.set_aside().len()), Ok(1));
}

#[test]
fn a_file_with_a_byte_order_mark_is_read() {
    let (plan, _) = some();
    assert_eq!(read_plan(&format!("\u{feff}{}", write_plan(&plan))), Ok(plan));
}

/// Puts a value at a place of a written file, or takes it out, and tells what is then wrong.
fn wrong_plan(place: &str, value: Option<Value>) -> (String, Wrong) {
    let text = changed(&write_plan(&some().0), place, value);
    let fault = read_plan(&text).expect_err("it is wrong");
    (fault.place, fault.what)
}

fn wrong_results(place: &str, value: Option<Value>) -> (String, Wrong) {
    let (plan, results) = some();
    let text = changed(&write_results(&plan, &results), place, value);
    let fault = read_results(&text, &plan).expect_err("it is wrong");
    (fault.place, fault.what)
}

fn changed(text: &str, place: &str, value: Option<Value>) -> String {
    let mut file: Value = serde_json::from_str(text).expect("it was just written");
    let (above, name) = place.rsplit_once('/').expect("a place begins with a slash");
    let above = file.pointer_mut(above).expect("the place is there");
    match (above, value) {
        (Value::Object(fields), Some(value)) => drop(fields.insert(name.to_owned(), value)),
        (Value::Object(fields), None) => drop(fields.remove(name)),
        (list, value) => list[name.parse::<usize>().expect("a number")] = value.unwrap_or_default(),
    }
    file.to_string()
}

#[test]
fn a_damaged_test_is_refused_with_its_place() {
    let long = "x".repeat(4_001);
    let key = "cause.new-account.title";
    let checks = [
        ("/format", Some(json!("other")), "", Wrong::OtherFormat),
        ("/version", Some(json!(2)), "", Wrong::Newer(2)),
        ("/title", Some(json!("")), "", Wrong::Setup(SetupFault::Title)),
        ("/title", Some(json!("x".repeat(301))), "", Wrong::Setup(SetupFault::Title)),
        (
            "/versions/0/texts",
            Some(json!({ key: long })),
            "",
            Wrong::Setup(SetupFault::Text(key.into())),
        ),
        (
            "/questions/3/right",
            Some(json!(3)),
            "questions[3].right",
            Wrong::NotPossible("3".into()),
        ),
        ("/sheet/0/right", Some(json!("x")), "sheet[0].right", Wrong::NotPossible("x".into())),
        (
            "/sheet/0/right",
            Some(json!("cannot-tell")),
            "sheet[0].right",
            Wrong::NotPossible("cannot-tell".into()),
        ),
        ("/sheet/0/case", Some(json!(3)), "sheet[0].case", Wrong::NotPossible("3".into())),
        ("/sheet/1/question", Some(json!(0)), "sheet[1]", Wrong::Twice("0 0".into())),
    ];
    for (place, value, at, what) in checks {
        assert_eq!(wrong_plan(place, value), (at.to_owned(), what), "{place}");
    }
}

#[test]
fn a_test_in_another_shape_is_refused_with_the_place() {
    let checks = [
        ("/extra", Some(json!(1)), "extra"),
        ("/seed", None, ""),
        ("/seed", Some(json!(-1)), "seed"),
        ("/seed", Some(json!(1_u64 << 32)), "seed"),
        ("/title", Some(json!(1)), "title"),
        ("/versions", Some(json!({})), "versions"),
        ("/versions/0/more", Some(json!(1)), "versions[0].more"),
        ("/versions/0/texts", Some(json!({ "a": 1 })), "versions[0].texts.a"),
        ("/cases/1/day", Some(json!("2026-02-30")), "cases[1].day"),
        ("/questions/0/kind", Some(json!("x")), "questions[0].kind"),
        ("/questions/0/right", Some(json!(1)), "questions[0]"),
        ("/questions/3/case", None, "questions[3]"),
        ("/rulebook/hash", None, "rulebook"),
        ("/sheet/0/right", Some(json!(1)), "sheet[0].right"),
    ];
    for (place, value, at) in checks {
        let (found, what) = wrong_plan(place, value);
        assert_eq!(found, at, "{place}");
        assert!(matches!(what, Wrong::Shape(_)), "{place}: {what:?}");
    }
}

#[test]
fn damaged_results_are_refused_with_their_place() {
    let (plan, _) = some();
    let other =
        plan.setup.versions[1 - reader(&plan, code('A', 1), 0, |_| true).version].name.clone();
    let steps = "sessions[0].steps";
    let checks = [
        ("/format", Some(json!("x")), String::new(), Wrong::OtherFormat),
        ("/test/fingerprint", Some(json!("0")), "test.fingerprint".into(), Wrong::OtherTest),
        (
            "/sessions/0/reader",
            Some(json!("R1")),
            "sessions[0].reader".into(),
            Wrong::NotPossible("R1".into()),
        ),
        (
            "/sessions/0/version",
            Some(json!(other)),
            "sessions[0].version".into(),
            Wrong::NotPossible(other.clone()),
        ),
        (
            "/sessions/0/steps/0/read",
            Some(json!("x")),
            format!("{steps}[0].read"),
            Wrong::NotPossible("x".into()),
        ),
        (
            "/sessions/0/steps/1/choice",
            Some(json!("x")),
            format!("{steps}[1]"),
            Wrong::NotPossible("A01".into()),
        ),
        (
            "/sessions/0/steps/1/question",
            Some(json!(9)),
            format!("{steps}[1].question"),
            Wrong::NotPossible("9".into()),
        ),
        (
            "/sessions/0/steps/1/milliseconds",
            Some(json!(86_400_001)),
            format!("{steps}[1].milliseconds"),
            Wrong::NotPossible("86400001".into()),
        ),
    ];
    for (place, value, at, what) in checks {
        assert_eq!(wrong_results(place, value), (at, what), "{place}");
    }
    for (place, value, at) in [
        ("/sessions/0/name", json!("Li"), "sessions[0].name"),
        ("/sessions/0/steps/0/choice", json!("x"), "sessions[0].steps[0]"),
        ("/sessions/0/steps/1/milliseconds", json!(-1), "sessions[0].steps[1]"),
    ] {
        let (found, what) = wrong_results(place, Some(value));
        assert_eq!(found, at, "{place}");
        assert!(matches!(what, Wrong::Shape(_)), "{place}: {what:?}");
    }
}

#[test]
fn what_is_no_file_of_a_test_is_told_apart() {
    let (plan, results) = some();
    let fault = |text: &str| read_plan(text).expect_err("it is no test").what;
    assert_eq!(fault(""), Wrong::NotJson(1));
    assert_eq!(fault("{\n\"a\": }"), Wrong::NotJson(2));
    assert_eq!(fault("[]"), Wrong::OtherFormat);
    assert_eq!(fault("{}"), Wrong::OtherFormat);
    assert_eq!(fault(&write_results(&plan, &results)), Wrong::OtherFormat);
    assert_eq!(fault(&"[".repeat(100_000)), Wrong::NotJson(1));
    let large = " ".repeat(16 * 1024 * 1024 + 1);
    assert_eq!(fault(&large), Wrong::TooLarge(16 * 1024 * 1024));
    let mut other = plan.clone();
    other.setup.seed += 1;
    let fault = read_results(&write_results(&plan, &results), &other).expect_err("it is another");
    assert_eq!(fault.what, Wrong::OtherTest);
}
