//! The wording lab, as those who write the explanations use it.

mod bench;
mod drafts;
mod edit;
mod hand_in;
mod usable;
