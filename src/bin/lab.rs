//! The program of the wording lab.

#![cfg_attr(target_arch = "wasm32", no_main)]

use loan_checkup as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: ./dev build");
    std::process::exit(2);
}
