//! Catalogues: what is packed comes back, what is damaged is refused, names are put in.

use std::sync::LazyLock;

use loan_checkup::engine::Rulebook;
use loan_checkup::wording::{Catalogue, CatalogueError, fill, placeholders, required_keys};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::folder;

/// A packed catalogue as it is shipped.
static PACKED: LazyLock<String> = LazyLock::new(|| {
    let knowledge = folder::knowledge();
    knowledge.catalogues.first().expect("there is a locale").pack(&knowledge.rulebook)
});

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| folder::knowledge().rulebook);

#[test]
fn every_shipped_catalogue_survives_packing() {
    let knowledge = folder::knowledge();
    for catalogue in knowledge.catalogues {
        check_packing(&knowledge.rulebook, catalogue);
    }
}

/// What is packed comes back but for what only ready markup has.
#[track_caller]
fn check_packing(rulebook: &Rulebook, catalogue: Catalogue) {
    let needs = required_keys(rulebook);
    let is_packed = |key: &str| needs.iter().any(|need| need.key == key && !need.is_static);
    let unpacked = Catalogue::unpack(&catalogue.pack(rulebook), rulebook)
        .expect("it was packed for this rulebook");
    assert_eq!(unpacked.locale(), catalogue.locale());
    assert!(unpacked.iter().eq(catalogue.iter().filter(|(key, _)| is_packed(key))));
}

#[test]
fn a_damaged_catalogue_is_refused() {
    let rulebook = folder::knowledge().rulebook;
    let head = PACKED.lines().next().expect("it has a first line");
    let other = PACKED.replace(&*rulebook.hash, "0000000000000000");
    for (damaged, error) in [
        (String::new(), CatalogueError::NotACatalogue),
        ("<!doctype html>\n<title>404</title>".to_owned(), CatalogueError::NotACatalogue),
        (other, CatalogueError::OtherRulebook),
        (format!("{head}\n"), CatalogueError::Damaged),
        (format!("{head}\ntext\nend\n"), CatalogueError::Damaged),
        (PACKED.trim_end().trim_end_matches("end").to_owned(), CatalogueError::Damaged),
        (PACKED.replacen('\n', "\nmore\n", 1), CatalogueError::Damaged),
        (format!("{}more\n", *PACKED), CatalogueError::Damaged),
    ] {
        assert_eq!(Catalogue::unpack(&damaged, &rulebook), Err(error), "{damaged:.80}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn a_catalogue_that_arrived_only_in_part_is_refused() {
    let rulebook = folder::knowledge().rulebook;
    let body = PACKED.trim_end().len();
    for (cut, _) in PACKED.char_indices().step_by(997).filter(|(cut, _)| *cut < body) {
        assert!(Catalogue::unpack(&PACKED[..cut], &rulebook).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_missing_text_shows_its_key() {
    let catalogue = Catalogue::new("zh-CN", [("a.b.c".to_owned(), "text".to_owned())]);
    assert_eq!(&*catalogue.slot("a", "b", "c"), "text");
    assert_eq!(&*catalogue.slot("a", "b", "d"), "a.b.d");
    assert_eq!(catalogue.optional("a", "b", "d"), None);
}

#[test]
fn names_of_the_host_take_the_place_of_the_defaults() {
    let texts = [
        ("placeholder.product.default", "the product"),
        ("placeholder.lender.default", "the lender"),
        ("cause.x.title", "{lender} and {product}, {count} times"),
    ];
    let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned()));
    let title = |names: &[(&str, &str)]| -> Result<String, String> {
        let catalogue = Catalogue::new("en", texts.clone()).with_names(names)?;
        Ok(catalogue.slot("cause", "x", "title").to_string())
    };
    assert_eq!(title(&[]).as_deref(), Ok("the lender and the product, {count} times"));
    assert_eq!(title(&[("product", "Loan")]).as_deref(), Ok("the lender and Loan, {count} times"));
    assert_eq!(title(&[("nobody", "Loan")]), Err("nobody".to_owned()));
}

#[test]
fn placeholders_are_found_and_filled() {
    for (text, names, filled) in [
        ("none", vec![], "none"),
        ("{a} and {b}", vec!["a", "b"], "1 and {b}"),
        ("{a}{a}", vec!["a", "a"], "11"),
        ("open {a", vec![], "open {a"),
        ("{}", vec![""], "{}"),
    ] {
        assert_eq!(placeholders(text).collect::<Vec<_>>(), names, "{text}");
        assert_eq!(fill(text, &[("a", "1")]), filled, "{text}");
    }
}

proptest! {
    #![proptest_config(Config {
        cases: 32, failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_121), ..Config::default()
    })]

    #[test]
    fn any_text_is_unpacked_or_refused(
        lines in prop::collection::vec("\\PC{0,40}", 0..6),
        at in 0usize..900,
    ) {
        let mut text: Vec<&str> = PACKED.lines().collect();
        text.splice(at..(at + lines.len()).min(text.len()), lines.iter().map(String::as_str));
        if let Ok(catalogue) = Catalogue::unpack(&text.join("\n"), &RULEBOOK) {
            prop_assert!(catalogue.iter().all(|(_, text)| !text.contains('\n')));
        }
    }

    #[test]
    fn sentences_of_any_kind_survive_packing(texts in prop::collection::vec("\\PC{1,30}", 900)) {
        let keys = required_keys(&RULEBOOK).into_iter().map(|need| need.key);
        let catalogue = Catalogue::new("zh-CN", keys.zip(texts));
        check_packing(&RULEBOOK, catalogue);
    }
}
