//! The page of the wording lab.
//!
//! This module knows the browser and `crate::lab`. It must not hold a sentence; its own texts are in `www/lab/words/`.

mod app;
mod background;
mod compare;
mod desk;
mod drafting;
mod edit;
mod hand_in;
mod header;
mod keys;
mod language;
mod look_text;
mod pieces;
mod preview;
mod readers;
mod sheet;
mod shot;
mod slices;
mod start;
mod state;
mod store;
mod tab;
mod transfer;
mod words;

pub use start::start_lab;
