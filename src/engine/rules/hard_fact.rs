use super::packed::packed;
use super::{Condition, OptionIx, QuestionIx, Said};

/// An answer that settles a cause or rules it out; never a huge weight.
#[derive(Clone, Debug)]
pub struct HardFact {
    /// What it does.
    pub effect: Effect,
    /// The question.
    pub question: QuestionIx,
    /// The answer.
    pub option: OptionIx,
    /// All of these must hold.
    pub when: Vec<Condition>,
    /// None of these may hold.
    pub unless: Vec<Condition>,
}

impl HardFact {
    /// The answer that it is about.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { question: self.question, option: self.option }
    }
}

/// What a hard fact does to its cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The fact is the cause.
    Settles,
    /// The fact contradicts the meaning of the cause.
    RulesOut,
}

packed!(struct HardFact { effect, question, option, when, unless });
packed!(
    enum Effect {
        Settles,
        RulesOut,
    }
);
