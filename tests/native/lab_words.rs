//! The lab's own texts; that each of them is there and is said is tried beside its page.

use std::collections::BTreeMap;
use std::fs;

use loan_checkup::wording::placeholders;

use crate::folder;

#[test]
fn both_languages_put_in_the_same_values() {
    let mut count = 0;
    for entry in fs::read_dir(folder::path("www/lab/words")).expect("the words are there") {
        let path = entry.expect("the words are there").path();
        let text = fs::read_to_string(&path).expect("the words are text");
        let words: BTreeMap<String, BTreeMap<String, String>> =
            toml::from_str(&text).expect("the words can be read");
        for (name, both) in words {
            let values = |language: &str| {
                let text = both.get(language).unwrap_or_else(|| panic!("{name} lacks {language}"));
                let mut values: Vec<&str> = placeholders(text).collect();
                values.sort_unstable();
                values
            };
            assert_eq!(values("zh-CN"), values("en"), "{name} in {}", path.display());
            count += values("en").len();
        }
    }
    assert!(count > 100, "only {count} values are put in");
}
