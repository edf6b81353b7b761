//! The native tests: what the engine, the knowledge and the command line promise, without a browser.

mod architecture;
mod borrower;
mod cases;
mod cli;
mod done_when;
mod draw;
mod folder;
mod garbage;
mod interview;
mod knowledge;
mod numbers;
mod properties;
mod readme;
mod vocabulary;
mod wording;
