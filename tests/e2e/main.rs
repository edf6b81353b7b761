//! The end-to-end tests: what a borrower meets on the built page, in a real browser.
//!
//! `./dev test` runs them. By hand: `CHROMIUM`, `CHROMEDRIVER` and `AXE` name the browser, its driver and
//! `axe.min.js`, `DIST` names the folder of a release build.

mod accessibility;
mod borrower;
mod browser;
mod changing;
mod closing;
mod failures;
mod fraud;
mod given;
mod interview;
mod keyboard;
mod lists;
mod loading;
mod money;
mod moving;
mod page;
mod result;
mod same_engine;
mod screen;
mod server;
mod sizes;
mod taps;
mod tour;
