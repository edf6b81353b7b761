//! Catalogues: what is packed comes back, what is damaged is refused, names are put in.

use std::sync::LazyLock;

use loan_checkup::wording::{Catalogue, CatalogueError, fill, placeholders};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::folder;

/// A packed catalogue as it is shipped.
static PACKED: LazyLock<String> = LazyLock::new(|| {
    let catalogues = folder::knowledge().catalogues;
    catalogues.first().expect("there is a locale").pack()
});

#[test]
fn every_shipped_catalogue_survives_packing() {
    for catalogue in folder::knowledge().catalogues {
        assert_eq!(Catalogue::unpack(&catalogue.pack()), Ok(catalogue));
    }
}

#[test]
fn a_damaged_catalogue_is_refused() {
    let packed = "loan-checkup wording 1 zh-CN\na.b.c\ttext\nend\n";
    assert!(Catalogue::unpack(packed).is_ok());
    for (damaged, error) in [
        ("", CatalogueError::NotACatalogue),
        ("<!doctype html>\n<title>404</title>", CatalogueError::NotACatalogue),
        ("loan-checkup wording 2 zh-CN\na.b.c\ttext\nend\n", CatalogueError::NotACatalogue),
        ("loan-checkup wording 1 zh-CN\n", CatalogueError::Damaged),
        ("loan-checkup wording 1 zh-CN\na.b.c\ttext\n", CatalogueError::Damaged),
        ("loan-checkup wording 1 zh-CN\na.b.c\ttext\nen", CatalogueError::Damaged),
        ("loan-checkup wording 1 zh-CN\na.b.c text\nend\n", CatalogueError::Damaged),
    ] {
        assert_eq!(Catalogue::unpack(damaged), Err(error), "{damaged:?}");
        assert!(!error.to_string().is_empty());
    }
}

#[test]
fn a_catalogue_that_arrived_only_in_part_is_refused() {
    let body = PACKED.trim_end().len();
    for (cut, _) in PACKED.char_indices().step_by(997).filter(|(cut, _)| *cut < body) {
        assert!(Catalogue::unpack(&PACKED[..cut]).is_err(), "cut at {cut}");
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
    let title = |names: &[(&str, &str)]| {
        let catalogue = Catalogue::new("en", texts.clone()).with_names(names);
        catalogue.slot("cause", "x", "title").to_string()
    };
    assert_eq!(title(&[]), "the lender and the product, {count} times");
    assert_eq!(title(&[("product", "Loan")]), "the lender and Loan, {count} times");
    assert_eq!(title(&[("nobody", "Loan")]), title(&[]));
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
        failure_persistence: None, rng_seed: RngSeed::Fixed(20_261_121), ..Config::default()
    })]

    #[test]
    fn any_text_is_unpacked_or_refused(text in "(loan-checkup wording 1 )?\\PC{0,40}(\n\\PC{0,40}(\t\\PC{0,40})?){0,4}(\nend\n)?") {
        if let Ok(catalogue) = Catalogue::unpack(&text) {
            prop_assert!(catalogue.iter().all(|(key, text)| !key.contains('\t') && !text.contains('\n')));
        }
    }

    #[test]
    fn sentences_of_any_kind_survive_packing(
        texts in prop::collection::btree_map("[a-z.-]{1,12}", "\\PC{0,30}", 0..12),
    ) {
        let catalogue = Catalogue::new("zh-CN", texts);
        prop_assert_eq!(Catalogue::unpack(&catalogue.pack()), Ok(catalogue));
    }
}
