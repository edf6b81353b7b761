//! Pure reasoning: from a borrower's answers to reasons, steps and the next question.
//!
//! This module knows the rulebook and the answers.
//! It must not know a screen, a clock, a disk, a network or randomness: today's date is an argument.
//! A diagnosis on a valid [`Rulebook`] cannot fail, and everything it says is in its trace.

mod amount_error;
mod answer;
mod answer_error;
mod answers;
mod assess;
mod assessment;
mod cause;
mod date;
mod decibans;
mod diagnosis;
mod evidence;
mod facts;
mod finding;
mod findings;
mod gain;
mod group;
mod hard_fact;
mod index;
mod interview;
mod money;
mod not_shown;
mod option_set;
mod outcome;
mod plan;
mod question;
mod read_answers;
mod remedy;
mod rulebook;
mod said;
mod screen;
mod settings;
mod source;
mod strength;
mod suggestion;
mod symptom_set;

pub use amount_error::AmountError;
pub use answer::Answer;
pub use answer_error::AnswerError;
pub use answers::Answers;
pub use assessment::{Assessment, Capped, EvidenceRow, Weighs};
pub use cause::{Cause, ShownOn};
pub use date::Date;
pub use decibans::Decibans;
pub use diagnosis::{Diagnosis, diagnose};
pub use evidence::Evidence;
pub use facts::Facts;
pub use finding::Finding;
pub use group::Group;
pub use hard_fact::{Condition, Effect, HardFact};
pub use index::{CauseIx, GroupIx, OptionIx, QuestionIx, RemedyIx, ScreenIx, SourceIx};
pub use interview::{Interview, Next};
pub use money::Money;
pub use not_shown::{NotShown, WhyNot};
pub use option_set::OptionSet;
pub use outcome::Outcome;
pub use plan::Step;
pub use question::{Choice, Kind, Question, Ratio};
pub use read_answers::{GivenAnswer, read_answers};
pub use remedy::{Fix, Remedy, Risk, Who};
pub use rulebook::Rulebook;
pub use said::Said;
pub use screen::{Form, Row, Screen};
pub use settings::{Costs, Settings};
pub use source::{Source, Trust};
pub use strength::Strength;
pub use suggestion::nearest;
pub use symptom_set::SymptomSet;
