//! What a rulebook holds: causes with what speaks for and against them, questions, screens, steps, sources, and
//! the numbers they are made of.
//!
//! This room knows no answer of anybody.

mod cause;
mod condition;
mod date;
mod decibans;
mod evidence;
mod group;
mod hard_fact;
mod index;
mod option_set;
mod packed;
mod place_set;
mod question;
mod remedy;
mod rulebook;
mod said;
mod screen;
mod settings;
mod source;
mod standing;
mod symptom_set;

pub use cause::{Cause, ShownOn};
pub use condition::Condition;
pub use date::Date;
pub use decibans::Decibans;
pub use evidence::Evidence;
pub use group::Group;
pub use hard_fact::{Effect, HardFact};
pub use index::{CauseIx, GroupIx, OptionIx, QuestionIx, RemedyIx, ScreenIx, SourceIx};
pub use option_set::OptionSet;
pub use packed::{Packed, Unpacker};
pub use place_set::{CauseSet, QuestionSet};
pub use question::{AnswerKind, AnswerOption, Question, Ratio};
pub use remedy::{Fix, Remedy, Risk, Who};
pub use rulebook::Rulebook;
pub use said::Said;
pub use screen::{Form, Row, Screen};
pub use settings::{Costs, Settings};
pub use source::{Source, Trust};
pub use standing::Standing;
pub use symptom_set::SymptomSet;
