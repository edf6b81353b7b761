//! The end-to-end tests: what a borrower meets on the built page, in a real browser.
//!
//! `./dev test` runs them, once in each engine. By hand: `ENGINE` is `chromium`, which it also is when it is
//! not set, `firefox` or `webkit`. The browser and its driver are named by `CHROMIUM` and `CHROMEDRIVER`,
//! `FIREFOX` and `GECKODRIVER`, or `WEBKIT` (MiniBrowser), `WEBKITDRIVER` and `XVFB`; `AXE` names
//! `axe.min.js`, `RRWEB` `rrweb.umd.min.cjs`, `DIST` the folder of a release build.

mod ability;
mod accessibility;
mod borrower;
mod bridge;
mod browser;
mod changing;
mod closing;
mod driver;
mod element;
mod engine;
mod extension;
mod failures;
mod fraud;
mod given;
mod hazards;
mod held;
mod host;
mod hosts;
mod installed;
mod interview;
mod keeping;
mod keyboard;
mod lab;
mod lists;
mod loading;
mod memory;
mod money;
mod moving;
mod own_rulebook;
mod page;
mod patience;
mod phones;
mod pointer;
mod recorded;
mod refused;
mod result;
mod said;
mod same_engine;
mod screen;
mod server;
mod setup;
mod single_file;
mod sizes;
mod system;
mod takeover;
mod taps;
mod tour;
mod tree;
