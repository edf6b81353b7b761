//! The widget and its seam to JavaScript, and the wording lab's page.
//!
//! This module knows the browser. It must not hold a sentence, a threshold, or the id of a cause or a question.

mod embed;
#[cfg(feature = "lab")]
pub mod lab;
pub mod widget;

pub use embed::{Host, Mounted, mount};
