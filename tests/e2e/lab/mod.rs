//! The wording lab, as those who write the explanations use it.

mod bench;
mod compare;
mod drafts;
mod edit;
mod hand_in;
mod readers;
mod sheet;
mod usable;
