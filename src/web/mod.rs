//! The widget and its seam to JavaScript.
//!
//! This module knows the browser. It must not hold a sentence, a threshold, or the id of a cause or a question.

mod embed;
pub mod widget;

pub use embed::{Host, Mounted, mount};
