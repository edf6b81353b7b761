//! Two versions of the wording: marks for reading, and who would read something else.

// Shares of borrowers are held against each other here; nothing that is shown is decided by them.
#![allow(clippy::float_arithmetic)]

use loan_checkup::engine::Rulebook;
use loan_checkup::knowledge::Knowledge;
use loan_checkup::lab::compare::{
    Audience, AudienceCount, Changed, Mark, Piece, changed, literals, marks, words,
};
use loan_checkup::lab::tour;
use loan_checkup::proof::diff::{Effort, Inquiry, SentenceReaders};
use loan_checkup::proof::{Model, ProofSubject};
use loan_checkup::widget::Kit;
use loan_checkup::wording::{Catalogue, placeholders};
use proptest::prelude::*;

use crate::folder;

/// What is tried in most tests: enough to reach every symptom.
const SMALL: Effort = Effort { most_enumerated: 0, borrowers: 400, interviews: 60 };

#[test]
fn equal_texts_are_one_piece_and_empty_ones_none() {
    assert_eq!(marks("", ""), []);
    check("one text", "one text", &[(Mark::Same, "one text")]);
    check("", "new", &[(Mark::Added, "new")]);
    check("old", "", &[(Mark::Removed, "old")]);
}

#[test]
fn words_with_spaces_are_changed_whole() {
    let same = |text| (Mark::Same, text);
    check(
        "Your account is too new.",
        "Your accounts are too new.",
        &[
            same("Your "),
            (Mark::Removed, "account is"),
            (Mark::Added, "accounts are"),
            same(" too new."),
        ],
    );
    check(
        "It takes 2.5 days.",
        "It takes 2.6 days.",
        &[same("It takes "), (Mark::Removed, "2.5"), (Mark::Added, "2.6"), same(" days.")],
    );
}

#[test]
fn chinese_is_compared_sign_by_sign() {
    check(
        "你的账户太新",
        "你的帐户还太新",
        &[
            (Mark::Same, "你的"),
            (Mark::Removed, "账户"),
            (Mark::Added, "帐户还"),
            (Mark::Same, "太新"),
        ],
    );
}

#[test]
fn no_change_reaches_across_the_end_of_a_sentence() {
    let pieces = marks("请还款。等待", "请付清。再看");
    assert!(pieces.contains(&Piece { mark: Mark::Same, text: "。".to_owned() }), "{pieces:?}");
}

#[test]
fn a_text_that_was_written_anew_is_one_change() {
    let (old, new) = ("看来可能是开通不久", "新账户还在观察，不是坏事");
    check(old, new, &[(Mark::Removed, old), (Mark::Added, new)]);
}

#[test]
fn a_placeholder_is_never_split() {
    let pieces = marks("共 {count} 笔", "共 {counts} 笔");
    let changed: Vec<&str> = pieces
        .iter()
        .filter(|piece| piece.mark != Mark::Same)
        .map(|piece| piece.text.as_str())
        .collect();
    assert_eq!(changed, ["{count}", "{counts}"]);
    assert_eq!(words("a{b}c{d"), ["a", "{b}", "c", "{", "d"]);
}

proptest! {
    #[test]
    fn the_pieces_are_both_texts(old in text(), new in text()) {
        let pieces = marks(&old, &new);
        let without = |mark| {
            let pieces = pieces.iter().filter(|piece| piece.mark != mark);
            pieces.map(|piece| piece.text.as_str()).collect::<String>()
        };
        prop_assert_eq!(without(Mark::Added), old.as_str());
        prop_assert_eq!(without(Mark::Removed), new.as_str());
        for pair in pieces.windows(2) {
            prop_assert_ne!(pair[0].mark, pair[1].mark);
            let is_turned = pair[0].mark == Mark::Added && pair[1].mark == Mark::Removed;
            prop_assert!(!is_turned, "{:?}", pieces);
        }
        for (text, other) in [(&old, Mark::Added), (&new, Mark::Removed)] {
            let kept = pieces.iter().filter(|piece| piece.mark != other);
            let found: Vec<&str> = kept.flat_map(|piece| placeholders(&piece.text)).collect();
            let all: Vec<&str> = words(text)
                .into_iter()
                .filter_map(|word| word.strip_prefix('{')?.strip_suffix('}'))
                .collect();
            prop_assert!(all.iter().all(|name| found.contains(name)), "{:?}", pieces);
        }
    }

    #[test]
    fn the_words_are_the_text(text in text()) {
        prop_assert_eq!(words(&text).concat(), text.as_str());
        prop_assert!(words(&text).iter().all(|word| !word.is_empty()));
    }
}

/// Texts of few different signs, so that two of them have much in common.
fn text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "还", "款", "，", "。", " ", "a", "bc", "{count}", "{lender}", "{", "}", "7", ".", "-",
    ]);
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

#[test]
fn the_steps_of_an_inquiry_change_nothing_of_what_it_finds() {
    let knowledge = folder::knowledge();
    let old = &knowledge.catalogues;
    let new = other(old, &["cause.overdue-now.what", "question.page-message.title"], "!");
    let found = |step: Option<u64>| {
        let (one, two) = (subject(&knowledge.rulebook, old), subject(&knowledge.rulebook, &new));
        let mut inquiry = Inquiry::new(&one, &two, SMALL);
        let (mut percent, mut steps) = (0, 0);
        if let Some(most) = step {
            while !inquiry.is_finished() {
                inquiry.step(most);
                assert!(inquiry.percent() >= percent, "it goes back");
                percent = inquiry.percent();
                steps += 1;
            }
            assert_eq!(percent, 100);
            assert!(steps > 10, "{steps} steps");
        }
        let (difference, readers) = inquiry.finish();
        let json = serde_json::to_string(&difference).expect("it can be written");
        (json, readers)
    };
    let at_once = found(None);
    assert_eq!(found(Some(7)), at_once);
    assert_eq!(found(Some(100)), at_once);
}

#[test]
fn who_reads_a_sentence_is_counted_by_symptom_with_an_example() {
    let knowledge = folder::knowledge();
    let rulebook = &knowledge.rulebook;
    let keys = [
        "cause.overdue-now.what",
        "question.page-message.title",
        "ui.page.title",
        "cause.loan-scam.title",
    ];
    let new = other(&knowledge.catalogues, &keys, "!");
    let (one, two) = (subject(rulebook, &knowledge.catalogues), subject(rulebook, &new));
    let (difference, readers) = Inquiry::new(&one, &two, SMALL).finish();
    assert_eq!(readers.len(), difference.sentences.len());
    for (read, of) in difference.sentences.iter().zip(&readers) {
        assert_eq!(read.sentence, of.sentence);
        for (share, place) in [(read.on_results, &of.on_results), (read.on_screens, &of.on_screens)]
        {
            assert!((share - place.all).abs() < 1e-9, "{of:?}");
            assert_eq!(share > 0.0, place.example.is_some(), "{of:?}");
            assert_eq!(place.by_symptom.len(), rulebook.question(rulebook.symptom).options.len());
            assert!(place.by_symptom.iter().all(|(_, share)| (0.0..=1.0).contains(share)));
        }
    }
    let of = |key: &str| -> &SentenceReaders {
        readers.iter().find(|one| one.sentence.key == key).expect("the sentence is listed")
    };
    assert!(of(keys[0]).on_results.all > 0.0 && of(keys[0]).on_screens.all == 0.0);
    assert!(of(keys[1]).on_screens.all > 0.0);
    assert!(of(keys[2]).on_results.all == 0.0 && of(keys[2]).on_screens.all == 0.0);
    // Every result names the reasons that it does not show, those that stop the asking among them.
    assert!(of(keys[3]).on_results.all > 0.8);
    let example = of(keys[0]).on_results.example.as_ref().expect("somebody reads it");
    assert!(example.has(rulebook.symptom));
}

#[test]
fn equal_wordings_have_no_readers() {
    let knowledge = folder::knowledge();
    let one = subject(&knowledge.rulebook, &knowledge.catalogues);
    let (difference, readers) = Inquiry::new(&one, &one, SMALL).finish();
    assert!(difference.is_empty, "{}", difference.report());
    assert!(readers.is_empty());
}

#[test]
fn what_was_changed_is_listed_with_both_texts() {
    let texts = |list: &[(&str, &str)]| {
        let list = list.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        Catalogue::new("en", list)
    };
    let old = texts(&[("a.b.c", "one"), ("d.e.f", "same"), ("g.h.i", "gone")]);
    let new = texts(&[("a.b.c", "two"), ("d.e.f", "same"), ("j.k.l", "new")]);
    let of = |key: &str, old: Option<&str>, new: Option<&str>| Changed {
        key: key.to_owned(),
        old: old.map(Into::into),
        new: new.map(Into::into),
    };
    let expected = [
        of("a.b.c", Some("one"), Some("two")),
        of("g.h.i", Some("gone"), None),
        of("j.k.l", None, Some("new")),
    ];
    assert_eq!(changed(&old, &new), expected);
    assert_eq!(changed(&new, &new), []);
}

#[test]
fn what_stands_on_a_screen_as_written_is_what_is_between_placeholders() {
    assert_eq!(literals("共 {count} 笔，每笔 {sum} 元。"), ["笔，每笔", "元。"]);
    assert_eq!(literals("{one}"), [""; 0]);
    assert_eq!(literals("all of it"), ["all of it"]);
}

#[test]
fn the_audience_is_who_has_a_changed_text_on_a_screen() {
    let knowledge = folder::knowledge();
    let keys = ["ui.button.next", "cause.loan-scam.summary", "cause.overdue-now.what"];
    let (old, new) = kits(&knowledge, &keys);
    let (found, all) = (audience(&old, &new, 12), changed(&old.catalogue, &new.catalogue));
    assert_eq!(all.len(), keys.len());
    assert!((found.any.all - 1.0).abs() < 1e-9, "everybody goes on by a button: {:?}", found.any);
    let [button, scam, overdue] = keys.map(|key| found.of(key));
    assert!((button.on_screens - 1.0).abs() < 1e-9 && button.on_results == 0.0);
    assert!(scam.on_screens == 0.0, "{scam:?}");
    assert!(overdue.on_results > 0.0 && overdue.on_results < 1.0, "{overdue:?}");
    for (key, readers) in &found.by_key {
        assert!(readers.all <= found.any.all + 1e-9);
        let example = readers.example.as_ref().expect("somebody reads it");
        let stop = &tour(&old, &example.says)[example.at];
        assert!(stop.keys(&old).contains(key), "{key} is not on the screen of the example");
    }
    let model = Model::new(&old.rulebook, old.day);
    let shares = overdue.by_symptom.iter();
    let all: f64 = shares.map(|(symptom, share)| share * model.symptom_share(*symptom)).sum();
    assert!((all - overdue.all).abs() < 1e-9, "the symptoms do not sum to all");
}

#[test]
fn a_text_that_only_the_second_version_has_is_read_as_well() {
    let knowledge = folder::knowledge();
    let (new, _) = kits(&knowledge, &[]);
    let key = "question.symptom.hint";
    let texts = new.catalogue.iter().filter(|(name, _)| *name != key);
    let texts = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let catalogue = Catalogue::new(new.catalogue.locale(), texts);
    let old = Kit { catalogue: catalogue.into(), ..new.clone() };
    assert!((audience(&old, &new, 1).of(key).on_screens - 1.0).abs() < 1e-9);
    assert!((audience(&new, &old, 1).of(key).on_screens - 1.0).abs() < 1e-9);
}

#[test]
fn nothing_changed_is_read_by_nobody() {
    let knowledge = folder::knowledge();
    let (old, _) = kits(&knowledge, &[]);
    assert_eq!(audience(&old, &old, 5), Audience::default());
}

/// The first locale as it is, and with a tail behind some texts.
fn kits(knowledge: &Knowledge, keys: &[&str]) -> (Kit, Kit) {
    let old = knowledge.catalogues[0].clone().with_names(&[]).expect("no name is given");
    let new = other(std::slice::from_ref(&old), keys, "!").remove(0);
    let old = Kit::new(knowledge.rulebook.clone(), old, folder::day());
    let new = Kit { catalogue: new.into(), ..old.clone() };
    (old, new)
}

fn audience(old: &Kit, new: &Kit, draws: usize) -> Audience {
    let changed = changed(&old.catalogue, &new.catalogue);
    let mut count = AudienceCount::new(old.clone(), new.clone(), &changed, draws);
    while count.step() < count.total() {}
    count.finish()
}

fn subject<'a>(rulebook: &'a Rulebook, catalogues: &'a [Catalogue]) -> ProofSubject<'a> {
    ProofSubject { rulebook, cases: &[], readings: &[], catalogues, day: folder::day() }
}

/// The catalogues with a tail behind some sentences.
fn other(catalogues: &[Catalogue], keys: &[&str], tail: &str) -> Vec<Catalogue> {
    let changed = |catalogue: &Catalogue| {
        for key in keys {
            assert!(catalogue.find(key).is_some(), "there is no {key}");
        }
        let texts = catalogue.iter().map(|(key, text)| {
            let tail = if keys.contains(&key) { tail } else { "" };
            (key.to_owned(), format!("{text}{tail}"))
        });
        Catalogue::new(catalogue.locale(), texts)
    };
    catalogues.iter().map(changed).collect()
}

#[track_caller]
fn check(old: &str, new: &str, expected: &[(Mark, &str)]) {
    let expected: Vec<Piece> = expected
        .iter()
        .map(|(mark, text)| Piece { mark: *mark, text: (*text).to_owned() })
        .collect();
    assert_eq!(marks(old, new), expected);
}
