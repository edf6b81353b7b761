//! The page of the wording lab.
//!
//! This module knows the browser and `crate::lab`. It must not hold a sentence; its own texts are in `www/lab/words/`.
//!
//! # Design
//!
//! [`LabState`](lab_state::LabState) is all that the page remembers, each part in a struct of its own, and changes by
//! one reducer without effects. What touches the device or takes long is a hook of the component that needs it, or, for
//! drafts, done before the state hears of it. What only one component knows, such as whether it is unfolded, stays there.

mod app;
mod background;
mod before_and_after;
mod button;
mod compare;
mod desk;
mod draft_action;
mod drafting;
mod drafts_at_device;
mod edit;
mod fields;
mod focus;
mod frame;
mod hand_in;
mod header;
mod lab_action;
mod lab_state;
mod lab_words;
#[cfg(test)]
mod lab_words_test;
mod language;
mod listening;
mod look_fields;
mod looks;
mod objection_text;
mod preview;
mod progress;
mod readers;
mod same;
mod scene;
mod screens_bar;
mod sheet;
mod start;
mod store;
mod switch;
mod tab;
mod ticks;
mod transfer;
mod width;
mod work;

pub use start::start_lab;
