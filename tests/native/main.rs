//! The native tests: what the engine, the knowledge and the command line promise, without a browser.

mod architecture;
mod borrower;
mod cases;
mod certificate;
mod certificate_static;
mod cli;
mod closing;
mod contrast;
mod copy_rules;
mod diff;
mod done_when;
mod draw;
mod element;
mod folder;
mod garbage;
mod grades;
mod interview;
mod knowledge;
mod numbers;
mod plan;
mod properties;
mod readme;
mod small;
mod vocabulary;
mod what_if;
mod wording;
