//! The difference between two rulebooks: it agrees with brute force, and the command line prints it.

// Shares of borrowers are summed here; nothing that is shown is decided by them.
#![allow(clippy::float_arithmetic)]

use std::fs;
use std::path::PathBuf;

use loan_checkup::engine::{
    Answer, AnswerKind, Answers, CauseIx, Decibans, Diagnosis, Finding, GivenAnswer, Money,
    OptionIx, OptionSet, Outcome, QuestionIx, Rulebook, Strength, diagnose, read_answers,
};
use loan_checkup::proof::diff::{Difference, DifferenceKind, Edit, Effort, Sight, difference};
use loan_checkup::proof::{Model, ProofSubject};
use loan_checkup::wording::Catalogue;
use serde_json::{Map, Value};

use crate::cli::{run, text};
use crate::folder;
use crate::small;

/// The kinds that are about the result.
const OF_RESULTS: [DifferenceKind; 7] = [
    DifferenceKind::Outcome,
    DifferenceKind::FirstReason,
    DifferenceKind::Reasons,
    DifferenceKind::Strength,
    DifferenceKind::FirstStep,
    DifferenceKind::Plan,
    DifferenceKind::Text,
];

/// Up to so many complete answers a small rulebook is compared by brute force.
const MOST: u64 = 4_000;

/// Everybody of a small rulebook, and no interview.
const EVERYBODY: Effort = Effort { most_enumerated: MOST, borrowers: 0, interviews: 0 };

#[test]
fn the_shares_on_small_rulebooks_are_those_of_brute_force() {
    let mut seen = [0; OF_RESULTS.len()];
    let mut compared = 0;
    for seed in 0..60 {
        let old = small::rulebook(seed);
        let new = changed(&old, seed);
        let found = difference_of(&old, &new, EVERYBODY);
        if found.method.starts_with("every borrower") {
            compared += 1;
            let brute = brute(&old, &new, &identity);
            check_shares(&found, &brute, &format!("seed {seed}"));
            for (count, kind) in seen.iter_mut().zip(OF_RESULTS) {
                *count += usize::from(found.seen(kind).share.all > 0.0);
            }
        }
    }
    assert!(compared >= 20, "only {compared} rulebooks are small enough");
    assert!(seen.iter().all(|count| *count > 0), "some kind is never seen: {seen:?}");
}

#[test]
fn equal_small_rulebooks_do_not_differ() {
    for seed in 0..12 {
        let one = small::rulebook(seed);
        let effort = Effort { most_enumerated: 500, borrowers: 40, interviews: 20 };
        let texts = [catalogue(&one, "")];
        // A copy: of one and the same rulebook nothing would be worked out twice.
        let other = one.clone();
        let found = difference(&subject(&one, &texts), &subject(&other, &texts), effort, &|_| ());
        assert!(found.is_empty, "seed {seed}: {}", found.report());
        assert!(found.kinds.iter().all(|seen| seen.share.all == 0.0 && seen.example.is_none()));
    }
}

#[test]
fn what_is_listed_as_changed_is_all_that_was_changed() {
    for seed in 0..60 {
        let old = small::rulebook(seed);
        let new = changed(&old, seed);
        let same = written(&old) == written(&new);
        let nobody = Effort { most_enumerated: 0, borrowers: 0, interviews: 0 };
        let found = difference_of(&old, &new, nobody);
        assert_eq!(found.changes.is_empty(), same, "seed {seed}: {:?}", found.changes);
    }
}

/// The rules as text; `Debug` shows every field.
fn written(rulebook: &Rulebook) -> String {
    format!("{rulebook:?}")
}

#[test]
fn drawn_borrowers_tell_about_the_same_as_all_of_them() {
    let seed = (0..).find(|seed| {
        let old = small::rulebook(*seed);
        let found = difference_of(&old, &changed(&old, *seed), EVERYBODY);
        let share = found.seen(DifferenceKind::Reasons).share.all;
        found.method.starts_with("every borrower") && (0.1..0.9).contains(&share)
    });
    let old = small::rulebook(seed.expect("some rulebook differs"));
    let new = changed(&old, seed.expect("some rulebook differs"));
    let all = difference_of(&old, &new, EVERYBODY);
    let draws = Effort { most_enumerated: 0, borrowers: 3_000, interviews: 0 };
    let drawn = difference_of(&old, &new, draws);
    assert!(drawn.method.contains("drawn"), "{}", drawn.method);
    for kind in OF_RESULTS {
        let (exact, about) = (all.seen(kind).share.all, drawn.seen(kind).share.all);
        assert!((exact - about).abs() < 0.04, "{kind:?}: {exact} and {about}");
    }
    assert_eq!(format!("{:?}", difference_of(&old, &new, draws)), format!("{drawn:?}"));
}

/// A question with another id is another question: what was said to the old one is set aside.
#[test]
fn what_new_does_not_know_is_set_aside_and_counted() {
    let mut compared = 0;
    for seed in 0..30 {
        let old = small::rulebook(seed);
        let mut new = old.clone();
        let at = QuestionIx(1);
        new.questions[at.at()].id = "renamed".to_owned();
        if let AnswerKind::Money(ratio) = &mut new.questions[at.at()].kind {
            ratio.fields = ["renamed-part".to_owned(), "renamed-whole".to_owned()];
        }
        let found = difference_of(&old, &new, EVERYBODY);
        if !found.method.starts_with("every borrower") {
            continue;
        }
        compared += 1;
        let without = |says: &Answers| {
            let mut left = says.clone();
            left.clear(at);
            left
        };
        check_shares(&found, &brute(&old, &new, &without), &format!("seed {seed}"));
        assert!(!found.set_aside.is_empty(), "seed {seed}: nothing is set aside");
        for (name, share) in &found.set_aside {
            assert!(*share > 0.0 && *share <= 1.0, "{name}: {share}");
        }
        let edits: Vec<&Edit> = found.changes.iter().map(|change| &change.edit).collect();
        assert!(edits.contains(&&Edit::Removed) && edits.contains(&&Edit::Added), "{edits:?}");
    }
    assert!(compared >= 10, "only {compared} rulebooks are small enough");
}

#[test]
fn examples_show_the_difference_to_both() {
    let mut shown = 0;
    for seed in 0..40 {
        let old = small::rulebook(seed);
        let new = changed(&old, seed);
        let effort = Effort { most_enumerated: 0, borrowers: 60, interviews: 0 };
        let found = difference_of(&old, &new, effort);
        for kind in OF_RESULTS {
            let Some(example) = &found.seen(kind).example else { continue };
            assert!(example.set_aside.is_empty(), "all answers are known");
            let [one, other] = [&old, &new].map(|rulebook| {
                let answers = named(rulebook, &example.answers);
                diagnose(rulebook, &answers, folder::day())
            });
            let kinds = kinds(&old, &one, &new, &other);
            assert!(kinds.contains(&kind), "seed {seed}: {kind:?} is not in {kinds:?}");
            for (sight, rulebook, diagnosis) in
                [(&example.old, &old, &one), (&example.new, &new, &other)]
            {
                let Sight::Result { outcome, reasons, plan } = sight else {
                    panic!("an example of the result")
                };
                assert_eq!(*outcome, diagnosis.outcome.id());
                assert_eq!(reasons.len(), diagnosis.findings.len());
                assert_eq!(*plan, steps(rulebook, diagnosis));
            }
            shown += 1;
        }
    }
    assert!(shown > 40, "only {shown} examples");
}

#[test]
fn moves_sum_to_the_share_of_another_first_reason() {
    for seed in 0..20 {
        let old = small::rulebook(seed);
        let found = difference_of(&old, &changed(&old, seed), EVERYBODY);
        let sum: f64 = found.moves.iter().map(|one| one.share).sum();
        let share = found.seen(DifferenceKind::FirstReason).share.all;
        assert!(found.moves.len() == 10 || (sum - share).abs() < 1e-9, "seed {seed}");
        assert!(found.moves.windows(2).all(|two| two[0].share >= two[1].share));
        assert!(found.moves.iter().all(|one| one.old != one.new));
    }
}

#[test]
fn the_same_folder_twice_does_not_differ() {
    let found =
        run(&["diff", "--as-of", folder::DAY, "--draws", "20", "knowledge", "knowledge"], "");
    assert_eq!(found.status.code(), Some(0), "{}", text(&found.stderr));
    assert!(text(&found.stdout).contains("No difference"), "{}", text(&found.stdout));
}

#[test]
fn a_heavier_weight_changes_reasons_and_is_named() {
    let found = changed_folder(
        "weight",
        "causes/many-loans.toml",
        &[("weight = \"9\"", "weight = \"15\"")],
        "150",
    );
    check_seen(&found, &["reasons", "strength"], &["text", "asked-text"]);
    let change = &found["changes"][0];
    assert_eq!((&change["kind"], &change["id"]), (&"cause".into(), &"many-loans".into()));
    assert_eq!(change["old"], "9.0");
    assert_eq!(change["new"], "15.0");
}

#[test]
fn a_prior_changes_the_first_reason() {
    let old = folder::shipped();
    let file = "causes/lender-declined.toml";
    let text = old.text(file).expect("the cause is shipped");
    let prior = text.lines().skip_while(|line| *line != "[prior]").nth(1).expect("a prior");
    let name = prior.split(' ').next().expect("a symptom");
    let raised = format!("{name} = \"20\"");
    let found = changed_folder("prior", file, &[(prior, &raised)], "60");
    check_seen(&found, &["first-reason", "reasons", "first-step"], &["text"]);
    assert_eq!(found["changes"][0]["setting"], format!("prior for {name}"));
    assert_eq!(found["moves"][0]["new"], "lender-declined");
}

#[test]
fn a_cause_that_stops_changes_the_outcome() {
    let stops = [("shown-on = \"own-answer\"", "shown-on = \"own-answer\"\nstops = true")];
    let files = folder::shipped();
    let texts = |locale: &'static str| {
        let wording = files.text(locale).expect("the wording is shipped");
        let entry = wording.split("\n[").find(|part| part.starts_with("cause.overdue-now]"));
        let lines = entry.expect("the cause is worded").split_inclusive('\n');
        // The warning has no room for these.
        let unused =
            |line: &&str| ["what", "why", "again"].iter().any(|slot| line.starts_with(slot));
        (locale, lines.filter(unused).map(|line| (line, "")).collect::<Vec<_>>())
    };
    let wordings = ["wording/zh-CN.toml", "wording/en.toml", "wording/zh-TW.toml"].map(texts);
    let mut edits = vec![("causes/overdue-now.toml", &stops[..])];
    edits.extend(wordings.iter().map(|(file, lines)| (*file, &lines[..])));
    let found = changed_files("stops", &edits, "60");
    check_seen(&found, &["outcome", "reasons", "plan"], &["asked-text"]);
    let change = &found["changes"][0];
    assert_eq!((&change["setting"], &change["new"]), (&"stops".into(), &"true".into()));
}

#[test]
fn a_lower_threshold_shows_more_reasons() {
    let found = changed_folder(
        "threshold",
        "rulebook.toml",
        &[("threshold = \"0\"", "threshold = \"-9\"")],
        "60",
    );
    check_seen(&found, &["reasons", "plan"], &["strength", "text", "asked-text"]);
    let change = &found["changes"][0];
    assert_eq!(change["setting"], "showing.threshold");
    assert_eq!((&change["old"], &change["new"]), (&"0.0".into(), &"-9.0".into()));
}

#[test]
fn another_bound_of_a_word_changes_the_word_alone_and_the_plan() {
    let change = [("strong = \"10\"", "strong = \"4\"")];
    let found = changed_folder("strong", "rulebook.toml", &change, "60");
    check_seen(&found, &["strength"], &["outcome", "first-reason", "reasons", "text"]);
}

#[test]
fn the_order_of_causes_is_named_by_what_moved() {
    let files = folder::shipped();
    let rules = files.text("rulebook.toml").expect("the rules are shipped");
    let order: Vec<&str> = rules.lines().filter(|line| line.starts_with("  \"")).collect();
    let (one, other) = (order[20], order[21]);
    let pair = format!("{one}\n{other}");
    let turned = format!("{other}\n{one}");
    let found = changed_folder("order", "rulebook.toml", &[(&pair, &turned)], "20");
    let changes = found["changes"].as_array().expect("a list");
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert_eq!((&changes[0]["kind"], &changes[0]["edit"]), (&"cause".into(), &"moved".into()));
}

#[test]
fn a_shorter_plan_changes_the_plan_alone() {
    let change = [("most-steps = 7", "most-steps = 5")];
    let found = changed_folder("steps", "rulebook.toml", &change, "60");
    let not = ["outcome", "first-reason", "reasons", "strength", "text", "asked", "first-at-stop"];
    check_seen(&found, &["plan"], &not);
}

#[test]
fn a_shorter_interview_changes_what_is_asked_and_no_result_of_complete_answers() {
    let change = [("most-screens = 12", "most-screens = 5")];
    let found = changed_folder("screens", "rulebook.toml", &change, "250");
    let not = ["outcome", "first-reason", "reasons", "strength", "plan", "text", "asked-text"];
    check_seen(&found, &["asked", "first-at-stop"], &not);
}

#[test]
fn a_sentence_changes_the_text_for_those_who_read_it() {
    let files = folder::shipped();
    let locale = "wording/zh-CN.toml";
    let wording = files.text(locale).expect("the wording is shipped");
    let entry = wording.split("\n[").find(|part| part.starts_with("remedy.stop-applying]"));
    let line = entry.and_then(|part| part.lines().find(|line| line.starts_with("avoid = ")));
    let line = line.expect("the remedy is worded");
    let other = line.replacen("avoid = \"", "avoid = \"X", 1);
    let found = changed_folder("sentence", locale, &[(line, &other)], "60");
    let not = ["outcome", "first-reason", "reasons", "strength", "plan", "asked", "asked-text"];
    check_seen(&found, &["text"], &not);
    let sentence = &found["sentences"][0];
    assert_eq!(sentence["key"], "remedy.stop-applying.avoid");
    assert_eq!(sentence["on-results"], share(&found, "text"));
    assert_eq!(found["changes"].as_array().map(Vec::len), Some(0));
}

#[test]
fn another_question_title_changes_the_text_of_a_question_for_everybody() {
    let files = folder::shipped();
    let locale = "wording/zh-CN.toml";
    let wording = files.text(locale).expect("the wording is shipped");
    let entry = wording.split("\n[").find(|part| part.starts_with("question.symptom]"));
    let line = entry.and_then(|part| part.lines().find(|line| line.starts_with("title = ")));
    let line = line.expect("the question is worded");
    let other = line.replacen("title = \"", "title = \"X", 1);
    let found = changed_folder("title", locale, &[(line, &other)], "20");
    check_seen(&found, &["asked-text"], &["outcome", "plan", "asked", "first-at-stop"]);
    let all = found["kinds"].as_array().expect("a list").iter();
    let asked: Vec<&Value> = all.filter(|seen| seen["kind"] == "asked-text").collect();
    assert_eq!(asked[0]["share"]["all"], 1.0);
}

#[test]
fn a_folder_that_cannot_be_used_is_named_with_its_problems() {
    let copy = copied("unusable", &[("groups.toml", &[("cap = \"18\"", "cap = \"0\"")])]);
    let name = copy.to_string_lossy().into_owned();
    for arguments in [["knowledge", &name], [&name, "knowledge"]] {
        let found = run(&["diff", "--as-of", folder::DAY, arguments[0], arguments[1]], "");
        assert_eq!(found.status.code(), Some(2));
        let said = text(&found.stderr);
        assert!(said.contains(&name) && said.contains("group-without-cap"), "{said}");
        assert!(!said.contains("`knowledge`"), "{said}");
        assert!(found.stdout.is_empty());
    }
    fs::remove_dir_all(copy).expect("the copy can go");
    let found = run(&["diff", "knowledge", "no-such-folder"], "");
    assert_eq!(found.status.code(), Some(2));
    assert!(text(&found.stderr).contains("`no-such-folder`"));
}

#[test]
fn a_wrong_command_for_a_difference_prints_how_it_is_used() {
    for arguments in [
        &["diff"][..],
        &["diff", "knowledge"],
        &["diff", "knowledge", "knowledge", "knowledge"],
        &["diff", "--quick", "knowledge", "knowledge"],
        &["diff", "knowledge", "knowledge", "--as-of"],
    ] {
        let found = run(arguments, "");
        assert_eq!(found.status.code(), Some(2), "{arguments:?}");
        assert!(text(&found.stderr).contains("--help"), "{arguments:?}");
    }
    for draws in ["0", "many", "-1"] {
        let found = run(&["diff", "--draws", draws, "knowledge", "knowledge"], "");
        assert_eq!(found.status.code(), Some(2), "{draws}");
        assert!(text(&found.stderr).contains(draws));
    }
}

/// A rulebook with one rule changed, and its causes turned round for every second seed.
fn changed(old: &Rulebook, seed: u64) -> Rulebook {
    let mut new = old.clone();
    let more = |weight: Decibans| weight + Decibans::from_tenths(60);
    match seed % 6 {
        0 => {
            let rows = new.causes.iter_mut().flat_map(|cause| &mut cause.evidence).take(2);
            rows.for_each(|row| row.weight = more(row.weight));
        }
        1 => {
            let priors = new.causes[1].priors.iter_mut().flatten();
            priors.for_each(|prior| *prior = more(*prior));
        }
        2 => {
            let settings = &mut new.settings;
            settings.threshold = more(settings.threshold);
        }
        3 => {
            let settings = &mut new.settings;
            (settings.moderate, settings.strong) = (more(settings.moderate), more(settings.strong));
        }
        4 => {
            for (at, remedy) in new.remedies.iter_mut().enumerate() {
                if at % 2 == 0 {
                    (remedy.minutes, remedy.wait_days) = (600, 60);
                }
            }
        }
        _ => {
            for question in &mut new.questions {
                if let AnswerKind::Money(ratio) = &mut question.kind {
                    for limit in ratio.below.iter_mut().flatten() {
                        *limit -= 1_000;
                    }
                }
            }
            new.settings.most_findings = 1;
        }
    }
    if seed / 6 % 2 == 1 { turned(new) } else { new }
}

/// The same rulebook with its causes in the other order.
fn turned(mut rulebook: Rulebook) -> Rulebook {
    let last = u8::try_from(rulebook.causes.len() - 1).expect("few causes");
    let turn = |cause: &mut CauseIx| cause.0 = last - cause.0;
    rulebook.causes.reverse();
    rulebook.causes.iter_mut().flat_map(|cause| &mut cause.may_trigger).for_each(turn);
    let fixes = rulebook.remedies.iter_mut().flat_map(|remedy| &mut remedy.fixes);
    fixes.for_each(|fix| turn(&mut fix.cause));
    rulebook
}

fn subject<'a>(rulebook: &'a Rulebook, catalogues: &'a [Catalogue]) -> ProofSubject<'a> {
    ProofSubject { rulebook, cases: &[], readings: &[], catalogues, day: folder::day() }
}

/// The difference, with one sentence of a cause and one of a remedy changed in the wording.
fn difference_of(old: &Rulebook, new: &Rulebook, effort: Effort) -> Difference {
    let (before, after) = ([catalogue(old, "")], [catalogue(new, " again")]);
    difference(&subject(old, &before), &subject(new, &after), effort, &|_| ())
}

/// A sentence of the second cause and one of the first remedy, which the tail makes others.
fn catalogue(rulebook: &Rulebook, tail: &str) -> Catalogue {
    let causes = rulebook.causes.iter().map(|cause| {
        let tail = if cause.id == "cause-1" { tail } else { "" };
        (format!("cause.{}.what", cause.id), format!("what it is{tail}"))
    });
    let remedies = rulebook.remedies.iter().map(|remedy| {
        let tail = if remedy.id == "remedy-0" { tail } else { "" };
        (format!("remedy.{}.check", remedy.id), format!("how to see{tail}"))
    });
    Catalogue::new("en", causes.chain(remedies))
}

/// The share of borrowers of each kind, over all symptoms.
type Shares = Vec<(DifferenceKind, f64)>;

#[track_caller]
fn check_shares(found: &Difference, brute: &Shares, place: &str) {
    for (kind, share) in brute {
        let other = found.seen(*kind).share.all;
        assert!((share - other).abs() < 1e-9, "{place}: {kind:?}: {share}, not {other}");
    }
}

fn identity(says: &Answers) -> Answers {
    says.clone()
}

/// Goes through all complete answers one by one and weighs each by itself.
fn brute(old: &Rulebook, new: &Rulebook, known: &dyn Fn(&Answers) -> Answers) -> Shares {
    let model = Model::new(old, folder::day());
    let mut shares: Shares = OF_RESULTS.map(|kind| (kind, 0.0)).into();
    let mut all = 0.0;
    for symptom in model.symptoms() {
        let mut start = Answers::new();
        start.choose(old.symptom, symptom);
        for (says, weight) in complete(&model, symptom, &start) {
            all += weight;
            let one = diagnose(old, &says, folder::day());
            let other = diagnose(new, &known(&says), folder::day());
            let kinds = kinds(old, &one, new, &other);
            for (_, share) in shares.iter_mut().filter(|(kind, _)| kinds.contains(kind)) {
                *share += weight;
            }
        }
    }
    assert!((all - 1.0).abs() < 1e-9, "the weights sum to {all}");
    shares
}

/// All complete answers with their chances under the model; amounts in steps of a tenth.
fn complete(model: &Model, symptom: OptionIx, start: &Answers) -> Vec<(Answers, f64)> {
    let rulebook = model.rulebook();
    let questions: Vec<QuestionIx> = rulebook
        .question_places()
        .filter(|at| !start.has(*at) && rulebook.question(*at).applies.has(Some(symptom)))
        .collect();
    let mut hypotheses = model.hypotheses(symptom);
    if hypotheses.is_empty() {
        hypotheses.push((Vec::new(), 1.0));
    }
    let share = model.symptom_share(symptom);
    let mut borrowers =
        vec![(start.clone(), hypotheses.iter().map(|(_, p)| p * share).collect::<Vec<f64>>())];
    for at in questions {
        let ways = ways(model, symptom, start, at);
        borrowers = borrowers
            .into_iter()
            .flat_map(|(says, weights)| {
                ways.iter()
                    .map(move |(answer, chance)| {
                        let mut says = says.clone();
                        says.set(at, *answer);
                        (says, weights.clone(), chance)
                    })
                    .collect::<Vec<_>>()
            })
            .map(|(says, weights, chance)| {
                let weights =
                    weights.iter().zip(&hypotheses).map(|(w, (causes, _))| w * chance(causes));
                (says, weights.collect())
            })
            .collect();
    }
    borrowers.into_iter().map(|(says, weights)| (says, weights.into_iter().sum())).collect()
}

/// How likely an answer is where these causes are at work.
type Chance<'a> = Box<dyn Fn(&[CauseIx]) -> f64 + 'a>;

/// The ways to answer one question, `unsure` among them.
fn ways<'a>(
    model: &'a Model,
    symptom: OptionIx,
    start: &Answers,
    at: QuestionIx,
) -> Vec<(Answer, Chance<'a>)> {
    let rulebook = model.rulebook();
    let question = rulebook.question(at);
    let likely = move |options: OptionSet, factor: f64| -> Chance<'a> {
        Box::new(move |causes| model.likelihood(symptom, at, options, causes) * factor)
    };
    let offered = question.offered(Some(symptom));
    let rates = offered.iter().map(|option| f64::from(rulebook.option(at, option).base_rate));
    let known = (rates.sum::<f64>() / 10_000.0).min(1.0);
    let mut ways: Vec<(Answer, Chance)> = Vec::new();
    match &question.kind {
        AnswerKind::Many { .. } => {
            for way in small::ways(rulebook, start, at) {
                if let Answer::Options(options) = way {
                    ways.push((way, likely(options, 1.0)));
                }
            }
            ways.push((Answer::Unsure, likely(OptionSet::EMPTY, 1.0)));
        }
        AnswerKind::One => {
            for option in offered.iter().map(OptionSet::of) {
                ways.push((Answer::Options(option), likely(option, known)));
            }
            ways.push((Answer::Unsure, likely(OptionSet::EMPTY, 1.0 - known)));
        }
        AnswerKind::Money(ratio) => {
            let money = |amount: u32| Money::read(&amount.to_string(), 100_000_000).ok();
            let mut least = 0;
            for option in OptionIx::all(ratio.below.len()) {
                let limit = ratio.below[option.at()].unwrap_or(least + 5_000);
                let steps = (limit - least) / 1_000;
                for step in 0..steps {
                    let (part, whole) = (money(least + step * 1_000), money(10_000));
                    let amounts = if ratio.numerator == 0 { [part, whole] } else { [whole, part] };
                    let chance = likely(OptionSet::of(option), known / f64::from(steps));
                    ways.push((Answer::Amounts(amounts), chance));
                }
                least = limit;
            }
            ways.push((Answer::Unsure, likely(OptionSet::EMPTY, 1.0 - known)));
        }
    }
    ways
}

/// How two results of one borrower differ, reckoned by ids.
fn kinds(
    old: &Rulebook,
    one: &Diagnosis,
    new: &Rulebook,
    other: &Diagnosis,
) -> Vec<DifferenceKind> {
    let sights = [(old, one), (new, other)];
    let [before, after] = sights.map(|(rulebook, diagnosis)| reasons(rulebook, diagnosis));
    let [first, then] = sights.map(|(rulebook, diagnosis)| steps(rulebook, diagnosis));
    let causes = |reasons: &[(Vec<String>, Strength, bool)]| -> Vec<Vec<String>> {
        reasons.iter().map(|(causes, ..)| causes.clone()).collect()
    };
    let word_changed = before.iter().any(|(causes, strength, tie)| {
        let there = after.iter().find(|(others, ..)| others[0] == causes[0]);
        there.is_some_and(|(_, other, tied)| (other, tied) != (strength, tie))
    });
    let head = |reasons: &[(Vec<String>, Strength, bool)]| {
        reasons.first().map(|(causes, ..)| causes[0].clone())
    };
    let [read, read_then] = sights.map(|(rulebook, diagnosis)| read(rulebook, diagnosis));
    let is_text = (read.0 && read_then.0) || (read.1 && read_then.1) || other_marks(sights);
    let is = [
        (DifferenceKind::Outcome, one.outcome != other.outcome),
        (DifferenceKind::FirstReason, head(&before) != head(&after)),
        (DifferenceKind::Reasons, causes(&before) != causes(&after)),
        (DifferenceKind::Strength, word_changed),
        (DifferenceKind::FirstStep, first.first() != then.first()),
        (DifferenceKind::Plan, first != then),
        (DifferenceKind::Text, is_text),
    ];
    is.into_iter().filter(|(_, is)| *is).map(|(kind, _)| kind).collect()
}

fn reasons(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Vec<(Vec<String>, Strength, bool)> {
    let causes = |finding: &Finding| -> Vec<String> {
        finding.causes().map(|cause| rulebook.cause(cause).id.clone()).collect()
    };
    let findings = diagnosis.findings.iter();
    findings.map(|one| (causes(one), one.strength, one.ties_with_previous)).collect()
}

fn steps(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Vec<String> {
    diagnosis.plan.iter().map(|step| rulebook.remedy(step.remedy).id.clone()).collect()
}

/// Whether the changed sentence of the cause is read, and that of the remedy; a warning leaves both out.
fn read(rulebook: &Rulebook, diagnosis: &Diagnosis) -> (bool, bool) {
    if diagnosis.outcome == Outcome::StopScam {
        return (false, false);
    }
    let is_shown = reasons(rulebook, diagnosis).iter().any(|(causes, ..)| causes[0] == "cause-1");
    (is_shown, steps(rulebook, diagnosis).iter().any(|id| id == "remedy-0"))
}

/// Whether a step of both takes other minutes or days.
fn other_marks(sights: [(&Rulebook, &Diagnosis); 2]) -> bool {
    let [before, after] = sights.map(|(rulebook, diagnosis)| {
        let remedies = diagnosis.plan.iter().map(|step| rulebook.remedy(step.remedy));
        remedies.map(|one| (one.id.clone(), (one.minutes, one.wait_days))).collect::<Vec<_>>()
    });
    before
        .iter()
        .any(|(id, marks)| after.iter().any(|(other, others)| other == id && others != marks))
}

#[track_caller]
fn named(rulebook: &Rulebook, answers: &Map<String, Value>) -> Answers {
    let given = answers.iter().map(|(name, value)| {
        let answer: GivenAnswer = serde_json::from_value(value.clone()).expect("an answer");
        (name.clone(), answer)
    });
    read_answers(rulebook, given).expect("the example can be read")
}

/// The difference that a changed copy of the shipped folder makes, as the command line prints it.
#[track_caller]
fn changed_folder(name: &str, file: &str, edits: &[(&str, &str)], draws: &str) -> Value {
    changed_files(name, &[(file, edits)], draws)
}

/// The same with edits in several files.
#[track_caller]
fn changed_files(name: &str, edits: &[(&str, &[(&str, &str)])], draws: &str) -> Value {
    let copy = copied(name, edits);
    let folder = copy.to_string_lossy();
    let found = run(
        &["diff", "--json", "--as-of", folder::DAY, "--draws", draws, "knowledge", &folder],
        "",
    );
    assert_eq!(found.status.code(), Some(1), "{}{}", text(&found.stderr), text(&found.stdout));
    fs::remove_dir_all(&copy).expect("the copy can go");
    serde_json::from_slice(&found.stdout).expect("JSON")
}

/// A copy of the shipped folder with edits in some files.
#[track_caller]
fn copied(name: &str, edits: &[(&str, &[(&str, &str)])]) -> PathBuf {
    let copy =
        std::env::temp_dir().join(format!("loan-checkup-diff-{name}-{}", std::process::id()));
    folder::copy(&folder::path("knowledge"), &copy);
    for (file, changes) in edits {
        let path = copy.join(file);
        let mut text = fs::read_to_string(&path).expect("the copy can be read");
        for (old, new) in *changes {
            assert!(text.contains(old), "`{old}` is not in {file}");
            text = text.replacen(old, new, 1);
        }
        fs::write(&path, text).expect("the copy can be written");
    }
    copy
}

fn share(found: &Value, kind: &str) -> Value {
    let kinds = found["kinds"].as_array().expect("a list");
    let seen = kinds.iter().find(|seen| seen["kind"] == kind).expect("every kind is there");
    seen["share"]["all"].clone()
}

/// These kinds are seen with an example each, those by nobody.
#[track_caller]
fn check_seen(found: &Value, kinds: &[&str], not: &[&str]) {
    for seen in found["kinds"].as_array().expect("a list") {
        let name = seen["kind"].as_str().expect("a name");
        let (share, has_example) = (&seen["share"]["all"], !seen["example"].is_null());
        assert_eq!(*share != 0.0, has_example, "{name}: {seen:#}");
        assert!(!kinds.contains(&name) || has_example, "{name} is not seen");
        assert!(!not.contains(&name) || !has_example, "{name} is seen: {seen:#}");
    }
    assert_eq!(found["is-empty"], false);
}
