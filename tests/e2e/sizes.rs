//! What a borrower downloads.

use serde_json::Value;

use crate::given;

/// The page that is one file, as it is: 520 KiB.
const MOST_BYTES_OF_FILE: usize = 532_480;

/// Everything for one locale, compressed by brotli: 128 KiB.
const MOST_BYTES: u64 = 131_072;

#[test]
fn a_borrower_downloads_no_more_than_128_kib() {
    let sizes: Value =
        serde_json::from_str(&given::text("DIST", "sizes.json")).expect("the sizes are JSON");
    check(&sizes["zh-CN"], "the page", &sizes["files"]);
    let element = sizes["embed"].as_object().expect("the sizes have those of the element");
    assert!(element.len() >= 3, "{:?}", element.keys());
    for (locale, sum) in element {
        check(sum, locale, &sizes["files"]);
    }
}

fn check(sum: &Value, what: &str, files: &Value) {
    let bytes = sum["brotli"].as_u64().unwrap_or_else(|| panic!("{what} has no size"));
    assert!(bytes <= MOST_BYTES, "{what}: {bytes} bytes of {MOST_BYTES}: {files:#}");
}

#[test]
fn the_single_file_has_no_more_than_520_kib() {
    let bytes = given::text("DIST", "loan-checkup.html").len();
    assert!(bytes <= MOST_BYTES_OF_FILE, "{bytes} bytes of {MOST_BYTES_OF_FILE}");
}
