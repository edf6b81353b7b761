//! The wording lab, as those who write the explanations use it.

mod bench;
mod edit;
mod hand_in;
mod usable;
