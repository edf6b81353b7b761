//! The program that a page loads: the library's seam to JavaScript, linked as a whole.
//!
//! A library that is also linked by tests cannot be optimised across crates; a program can, which makes the
//! download a tenth smaller.

#![cfg_attr(target_arch = "wasm32", no_main)]

use loan_checkup as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: ./dev build");
    std::process::exit(2);
}
