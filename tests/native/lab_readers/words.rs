//! The lab says every fault and kind of this part in both of its languages.

use std::collections::BTreeMap;
use std::fs;

use loan_checkup::lab::readers::{SetupFault, TestQuestionKind, Wrong};

use crate::folder;

type Words = BTreeMap<String, BTreeMap<String, String>>;

fn words() -> Words {
    let text = fs::read_to_string(folder::path("www/lab/words/readers.toml"));
    toml::from_str(&text.expect("the words are there")).expect("the words can be read")
}

#[test]
fn every_fault_and_kind_has_its_words() {
    let name = String::new;
    let setups = [
        SetupFault::Title,
        SetupFault::Locale,
        SetupFault::Versions,
        SetupFault::VersionName,
        SetupFault::SameName(name()),
        SetupFault::SameTexts(name(), name()),
        SetupFault::Cases,
        SetupFault::CaseText(name()),
        SetupFault::SameCase(name()),
        SetupFault::Answers(name()),
        SetupFault::Questions,
        SetupFault::Question(1),
        SetupFault::CannotTell,
        SetupFault::NothingAsked(name()),
        SetupFault::Text(name()),
    ];
    // A setup fault in a file is said as any other.
    let files = [
        Wrong::TooLarge(1),
        Wrong::NotJson(1),
        Wrong::OtherFormat,
        Wrong::Newer(2),
        Wrong::Missing("x"),
        Wrong::Unknown(name()),
        Wrong::NotA("x"),
        Wrong::TooLong(1),
        Wrong::TooMany(1),
        Wrong::OutOfRange(0, 1),
        Wrong::NotPossible(name()),
        Wrong::Twice(name()),
        Wrong::OtherTest,
    ];
    let setups = setups.iter().map(|fault| format!("fault-{}", fault.id()));
    let files = files.iter().map(|wrong| format!("wrong-{}", wrong.id()));
    let kinds = TestQuestionKind::ALL.iter().map(|kind| format!("kind-{}", kind.id()));
    let words = words();
    for key in setups.chain(files).chain(kinds) {
        assert!(words.contains_key(&key), "{key} has no words");
    }
}

/// What the sources say is in the file, and what is in the file is said; names that are put together are left out.
#[test]
fn the_screens_say_what_is_in_the_file_and_nothing_else() {
    let words = words();
    let put_together = ["fault-", "wrong-", "kind-", "ask-", "add-", "notice-", "state-", "pair-"];
    let mut sources = String::new();
    for entry in fs::read_dir(folder::path("src/lab/page/readers")).expect("the screens are there")
    {
        let path = entry.expect("it can be listed").path();
        sources += &fs::read_to_string(path).expect("a source can be read");
    }
    let said: Vec<&str> =
        sources.split("\"readers.").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(said.len() > 80, "only {} texts are said", said.len());
    for name in &said {
        let is_begun = name.is_empty() || name.ends_with('-');
        assert!(is_begun || words.contains_key(*name), "{name} has no words");
    }
    for name in words.keys() {
        let is_put_together = put_together.iter().any(|begin| name.starts_with(begin));
        let is_said = said.contains(&name.as_str()) || sources.contains(&format!("\"{name}\""));
        assert!(is_put_together || is_said, "{name} is said nowhere");
    }
}

#[test]
fn both_languages_put_in_the_same_values() {
    for (name, both) in words() {
        let values = |language: &str| {
            let text = both.get(language).unwrap_or_else(|| panic!("{name} lacks {language}"));
            let mut values: Vec<String> =
                loan_checkup::wording::placeholders(text).map(str::to_owned).collect();
            values.sort();
            values
        };
        assert_eq!(values("zh-CN"), values("en"), "{name}");
    }
}
