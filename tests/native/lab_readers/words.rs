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
        Wrong::Shape(name()),
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
