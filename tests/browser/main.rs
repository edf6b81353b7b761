//! The tests of what only the program in a browser can show: the seam to JavaScript, and that it reckons there
//! as it does natively.

#![cfg(target_arch = "wasm32")]

mod moments;
mod mounting;
mod page;
mod recorded;
mod scripting;
mod slow_clock;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_supports_are_those_of_the_native_engine() {
    recorded::check();
}
