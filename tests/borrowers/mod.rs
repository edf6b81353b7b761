//! Borrowers who answer at random, the same ones each time and on every platform.
//!
//! Whatever is random in the tests and the benchmark is drawn from [`Draw`], and whoever answers at random answers
//! by [`random_answer`]; nothing here may depend on where it runs.

// Each of them uses a part of it.
#![allow(dead_code, unused_imports)]

mod amounts;
mod draw;
mod interview;
mod random_answer;

pub(crate) use amounts::amounts;
pub(crate) use draw::Draw;
pub(crate) use interview::{Point, closing_replies, play, screen_replies};
pub(crate) use random_answer::{Ticks, random_answer};
