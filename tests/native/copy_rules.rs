//! The rules about texts: each fires on its own bad samples and is quiet on its good ones.

use loan_checkup::copy_rules::{CopyRules, FILE, check};
use loan_checkup::knowledge::{ProblemCode, Severity};

use crate::folder;

/// The rules that mind how a text is set.
const TYPOGRAPHY: [&str; 5] =
    ["spacing", "digits", "punctuation", "latin-in-chinese", "exclamation"];

fn rules() -> CopyRules {
    let folder = folder::shipped();
    CopyRules::read(folder.text(FILE).expect("the rules are there")).expect("the rules can be read")
}

#[test]
fn every_rule_fires_on_its_bad_samples_and_is_quiet_on_its_good_ones() {
    let mut wrong = Vec::new();
    for rule in rules().rules {
        assert!(
            !rule.fires_on.is_empty() && !rule.quiet_on.is_empty(),
            "{} lacks samples",
            rule.id
        );
        assert!(!rule.why.is_empty(), "{} lacks its reason", rule.id);
        let silent = rule.fires_on.iter().filter(|text| rule.remarks(text).is_empty());
        wrong.extend(silent.map(|text| format!("{} is silent on: {text}", rule.id)));
        let loud = rule.quiet_on.iter().filter(|text| !rule.remarks(text).is_empty());
        wrong.extend(loud.map(|text| format!("{} fires on: {text}", rule.id)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_locale_has_rules_against_what_harms() {
    let rules = rules().rules;
    for locale in ["zh-CN", "zh-TW", "en"] {
        for id in [
            "promise",
            "blame",
            "borrow-elsewhere",
            "pay-first",
            "false-statement",
            "asks-for-secrets",
        ] {
            let is_there = rules.iter().any(|rule| {
                rule.id == id
                    && rule.concerns(locale, "cause.x.what")
                    && rule.severity == Severity::Error
            });
            assert!(is_there, "{locale} lacks {id}");
        }
    }
}

#[test]
fn what_is_shipped_breaks_no_rule() {
    let problems = check(&folder::shipped());
    assert!(problems.is_empty(), "{}", folder::listed(&problems));
}

#[test]
fn a_promise_is_an_error_until_it_is_waived_with_a_reason() {
    let mut folder = folder::shipped();
    let text = folder.text("wording/zh-CN.toml").expect("it is there");
    let old = text.lines().find(|line| line.starts_with("again = ")).expect("a cause has it");
    let changed = text.replacen(old, "again = \"改好就一定能借。\"", 1);
    folder.set("wording/zh-CN.toml", changed);
    let [problem] = &check(&folder)[..] else { panic!("one problem is expected") };
    assert_eq!(problem.code, ProblemCode::AgainstCopyRule);
    let key = problem.message.split('`').nth(1).expect("the key is named").to_owned();

    let mut waived = folder.text(FILE).expect("it is there").to_owned();
    waived.push_str(&format!(
        "\n[[waiver]]\nrule = \"promise\"\nlocale = \"zh-CN\"\nkey = \"{key}\"\nwhy = \"a test\"\n"
    ));
    folder.set(FILE, waived);
    assert_eq!(check(&folder), []);
}

/// Sentences as copywriters may write them, by people who had not seen the rules: what is found stays found, and what
/// is fine stays free of remarks.
#[test]
fn bad_sentences_are_found_and_good_ones_left_alone() {
    let rules = rules().rules;
    let mut wrong = Vec::new();
    let (mut bad, mut fine) = (0, 0);
    for line in include_str!("copy_sentences.tsv").lines() {
        let [locale, kind, state, text] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not four fields: {line}");
        };
        let concerned = rules.iter().filter(|rule| rule.concerns(locale, "cause.new-account.what"));
        let speaking = concerned.filter(|rule| !rule.remarks(text).is_empty());
        let ids: Vec<&str> = speaking.map(|rule| rule.id.as_str()).collect();
        let is_as_noted = match (kind, state) {
            ("clean", "found") => ids.is_empty(),
            ("clean", _) => !ids.is_empty(),
            ("typography", _) => ids.iter().any(|id| TYPOGRAPHY.contains(id)) == (state == "found"),
            _ => ids.contains(&kind) == (state == "found"),
        };
        if !is_as_noted {
            wrong.push(format!("{line}: {ids:?}"));
        }
        *if kind == "clean" { &mut fine } else { &mut bad } += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(bad > 300 && fine > 100, "{bad} bad ones, {fine} good ones");
}
