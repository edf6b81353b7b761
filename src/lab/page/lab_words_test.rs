//! Every text of the lab is there in both languages, is said somewhere, and no other one is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;
use strum::{VariantArray, VariantNames};

use crate::lab::ThingKind;
use crate::lab::drafts::ImportFaultKind;
use crate::lab::readers::{SetupFault, TestQuestionKind, Wrong};
use crate::lab::sheet::Scheme;
use crate::shipped;
use crate::widget::ScreenKind;
use crate::wording::required_keys;

use super::edit::{Only, slot_names};
use super::hand_in::{DraftNotice, HandInVerdict};
use super::lab_words::LabWords;
use super::language::Language;
use super::readers::ReadersNotice;
use super::tab::Tab;
use super::width::Width;

#[test]
fn every_text_is_there_in_both_languages_and_says_something() {
    let both = [Language::Chinese, Language::English].map(LabWords::new);
    let names = both.each_ref().map(|words| words.names().collect::<BTreeSet<&str>>());
    assert_eq!(names[0], names[1]);
    for words in &both {
        let empty = words.names().find(|name| words.say(name).trim().is_empty());
        assert_eq!(empty, None, "{:?}", words.language);
    }
}

#[test]
fn every_text_that_is_asked_for_is_there_and_every_other_one_is_asked_for() {
    let words = LabWords::new(Language::English);
    let there: BTreeSet<String> = words.names().map(str::to_owned).collect();
    let mut asked = in_slots(&there);
    let name = pattern(r#""((?:shell|edit|compare|readers|sheet|hand-in)\.[a-z-]*[a-z])-?""#);
    let families = families();
    let mut met = BTreeSet::new();
    for found in name.captures_iter(&code_below(&folder())) {
        let name = found[1].to_owned();
        let family = families.iter().find(|(family, _)| *family == name);
        if let Some((family, ids)) = family {
            met.insert(*family);
            asked.extend(ids.iter().map(|id| [family, "-", id].concat()));
        }
        // A family may have the name of a text besides, and the name of a file is none of a text.
        if (family.is_none() || there.contains(&name)) && !name.ends_with(".html") {
            asked.insert(name);
        }
    }
    assert_eq!(met.len(), families.len(), "a family is said nowhere: only {met:?} are");
    // The sheet, which the command line makes too, asks for its own texts without the name of the part.
    let sheet = code_below(&folder().with_file_name("sheet").join("page.rs"));
    let names = pattern(r#"say\(\s*"([a-z-]+)""#);
    asked.extend(names.captures_iter(&sheet).map(|found| ["sheet.", &found[1]].concat()));
    let missing: Vec<&String> = asked.difference(&there).collect();
    assert!(missing.is_empty(), "there is no text for {missing:?}");
    let idle: Vec<&String> = there.difference(&asked).collect();
    assert!(idle.is_empty(), "nobody asks for {idle:?}");
}

/// The texts that are named for an id, by the beginning of their names.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    let of = |names: &'static [&'static str]| names.to_vec();
    let reckoned = || TestQuestionKind::VARIANTS[..3].to_vec();
    let notices = ReadersNotice::VARIANTS.iter().copied();
    let without_values =
        notices.filter(|id| !["setup", "file", "mismatch", "merged"].contains(id)).collect();
    let faults = Wrong::VARIANTS.iter().copied().filter(|id| *id != "setup").collect();
    vec![
        ("shell.tab", ids::<Tab>()),
        ("shell.help", ids::<Tab>()),
        ("shell.width", ids::<Width>()),
        ("edit.only", ids::<Only>()),
        ("edit.kind", ThingKind::ALL.map(ThingKind::id).to_vec()),
        ("sheet.scheme", Scheme::ALL.map(Scheme::id).to_vec()),
        ("sheet.kind", ScreenKind::ALL.map(ScreenKind::id).to_vec()),
        ("hand-in.notice", of(DraftNotice::VARIANTS)),
        ("hand-in.verdict", of(HandInVerdict::VARIANTS)),
        ("hand-in.import", of(ImportFaultKind::VARIANTS)),
        ("readers.kind", of(TestQuestionKind::VARIANTS)),
        ("readers.add", reckoned()),
        ("readers.ask", reckoned()),
        ("readers.fault", of(SetupFault::VARIANTS)),
        ("readers.wrong", faults),
        ("readers.notice", without_values),
    ]
}

fn ids<T: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
    T::VARIANTS.iter().map(|one| (*one).into()).collect()
}

/// The names of slots that some sentence has.
fn in_slots(there: &BTreeSet<String>) -> BTreeSet<String> {
    let needs = required_keys(&shipped::rulebook());
    let name = |key: &str| slot_names(key).into_iter().find(|name| there.contains(name));
    needs.iter().filter_map(|need| name(&need.key)).collect()
}

fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is one")
}

/// Where the page of the lab stands.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lab/page")
}

/// What the sources at or below a path say, without comments and tests.
fn code_below(path: &Path) -> String {
    if let Ok(entries) = fs::read_dir(path) {
        return entries.flatten().map(|entry| code_below(&entry.path())).collect();
    }
    let is_test = path.to_string_lossy().ends_with("_test.rs");
    let text = fs::read_to_string(path).expect("a source can be read");
    let lines = text.lines().filter(|line| !is_test && !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}
