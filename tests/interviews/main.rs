//! On every platform the engine asks the same and says the same: ten thousand interviews, played natively and in a
//! browser.
//!
//! `./dev test` runs both halves, optimised, because there is much to play. By hand: the native half first, then
//! the browser's with what it wrote in `INTERVIEWS`.

#[path = "../borrowers/mod.rs"]
mod borrowers;
#[cfg(target_arch = "wasm32")]
mod browser;
mod digest;
mod digests;
#[cfg(not(target_arch = "wasm32"))]
mod native;

/// How many interviews must be the same.
const INTERVIEWS: u64 = 10_000;
