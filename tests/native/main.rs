//! The native tests: what the engine, the knowledge and the command line promise, without a browser.

mod architecture;
mod borrower;
#[path = "../borrowers/mod.rs"]
mod borrowers;
mod cases;
mod certificate;
mod certificate_static;
mod cli;
mod closing;
mod contrast;
mod copy_rules;
mod diff;
mod done_when;
mod element;
mod folder;
mod garbage;
mod grades;
mod interview;
mod knowledge;
mod lab_appearances;
mod lab_compare;
mod lab_drafts;
mod lab_hand_in;
mod lab_readers;
mod lab_sheet;
mod lab_tour;
mod lab_workbench;
mod numbers;
mod plan;
mod properties;
mod readme;
mod small;
mod strategy;
mod vocabulary;
mod what_if;
mod wording;
