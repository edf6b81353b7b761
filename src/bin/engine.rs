//! The program behind `www/engine.js`: the library's seam to JavaScript without any screen, linked as a whole.
//!
//! It is a program and no library for the reason that `src/bin/page.rs` gives.

#![cfg_attr(target_arch = "wasm32", no_main)]

use loan_checkup as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in JavaScript: ./dev build");
    std::process::exit(2);
}
