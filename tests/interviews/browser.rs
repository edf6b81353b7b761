//! The browser's half: what is found here is what was found natively.

use loan_checkup::shipped;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::INTERVIEWS;
use crate::digests::{digests, read};

wasm_bindgen_test_configure!(run_in_browser);

/// What the native half found, a digest for each hundred interviews.
const NATIVE: Option<&str> = option_env!("INTERVIEWS");

#[wasm_bindgen_test]
fn the_interviews_are_those_of_the_native_engine() {
    let native = read(NATIVE.expect("INTERVIEWS is not set: `./dev test` sets it"));
    let found = digests(&shipped::rulebook(), INTERVIEWS);
    assert_eq!(native.len(), found.len(), "the native half played another number of interviews");
    let differs = native.iter().zip(&found).position(|(native, found)| native != found);
    assert_eq!(differs, None, "the hundred of interviews that differs first, counted from 0");
}
