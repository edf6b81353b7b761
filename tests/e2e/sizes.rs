//! What a borrower downloads, compressed by brotli, and the single file as it is.

use serde_json::Value;

use crate::given;

/// Until the first answer has been handled: the page, in one request and a first flight of TCP.
const MOST_OF_PAGE: u64 = 14_000;

/// Until the first answer has been handled: the element in one locale, in three requests.
const MOST_OF_ELEMENT: u64 = 18_000;

/// Everything for one locale: 140 KiB.
const MOST_BYTES: u64 = 143_360;

/// The page that is one file, as it is: 560 KiB.
const MOST_BYTES_OF_FILE: usize = 573_440;

#[test]
fn the_first_answer_is_handled_after_14_000_bytes_of_the_page() {
    let bytes = of_files(&sizes(), &["index.html".to_owned()]);
    assert!(bytes <= MOST_OF_PAGE, "{bytes} bytes of {MOST_OF_PAGE}");
}

#[test]
fn the_first_answer_is_handled_after_18_000_bytes_of_the_element() {
    let sizes = sizes();
    for locale in locales(&sizes) {
        let shell = format!("embed/shell/{locale}.html");
        let files =
            ["embed/loan-checkup.js".to_owned(), "embed/loan-checkup.css".to_owned(), shell];
        let bytes = of_files(&sizes, &files);
        assert!(bytes <= MOST_OF_ELEMENT, "{locale}: {bytes} bytes of {MOST_OF_ELEMENT}");
    }
}

#[test]
fn a_borrower_downloads_no_more_than_140_kib() {
    let sizes = sizes();
    check(&sizes["zh-CN"], "the page", &sizes["files"]);
    let locales = locales(&sizes);
    assert!(locales.len() >= 3, "{locales:?}");
    for locale in locales {
        check(&sizes["embed"][&locale], &locale, &sizes["files"]);
    }
}

#[test]
fn the_single_file_has_no_more_than_560_kib() {
    let bytes = given::text("DIST", "loan-checkup.html").len();
    assert!(bytes <= MOST_BYTES_OF_FILE, "{bytes} bytes of {MOST_BYTES_OF_FILE}");
}

fn sizes() -> Value {
    serde_json::from_str(&given::text("DIST", "sizes.json")).expect("the sizes are JSON")
}

fn locales(sizes: &Value) -> Vec<String> {
    let element = sizes["embed"].as_object().expect("the sizes have those of the element");
    element.keys().cloned().collect()
}

fn of_files(sizes: &Value, files: &[String]) -> u64 {
    let all = sizes["files"].as_array().expect("the sizes have a list of files");
    let of = |name: &String| {
        let file = all.iter().find(|file| file["file"] == name.as_str());
        let bytes = file.and_then(|file| file["brotli"].as_u64());
        bytes.unwrap_or_else(|| panic!("{name} has no size"))
    };
    files.iter().map(of).sum()
}

fn check(sum: &Value, what: &str, files: &Value) {
    let bytes = sum["brotli"].as_u64().unwrap_or_else(|| panic!("{what} has no size"));
    assert!(bytes <= MOST_BYTES, "{what}: {bytes} bytes of {MOST_BYTES}: {files:#}");
}
