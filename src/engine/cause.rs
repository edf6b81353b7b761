use nanoserde::{DeBin, SerBin};
use serde::Deserialize;

use super::{CauseIx, Decibans, HardFact, OptionIx, SourceIx};

/// A possible reason why the loan was refused or the money did not come.
#[derive(Clone, Debug, SerBin, DeBin)]
pub struct Cause {
    /// Id, stable for ever.
    pub id: String,
    /// What must speak for it before it is shown.
    pub shown_on: ShownOn,
    /// Whether it stands behind all others when shown.
    pub is_always_last: bool,
    /// Whether, once settled, it ends the interview with the fraud screen.
    pub stops: bool,
    /// Causes that it may set off; shown together they are one reason.
    pub may_trigger: Vec<CauseIx>,
    /// Prior for each symptom, in the symptoms' order; `None` is out of question.
    pub priors: Vec<Option<Decibans>>,
    /// Answers that settle it or rule it out.
    pub hard_facts: Vec<HardFact>,
    /// What the cause rests on.
    pub sources: Vec<SourceIx>,
}

/// What must speak for a cause before it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, SerBin, DeBin)]
#[serde(rename_all = "kebab-case")]
pub enum ShownOn {
    /// An answer of its own.
    OwnAnswer,
    /// It cannot be seen from outside: clean answers are its evidence.
    CleanAnswers,
}

impl Cause {
    /// The prior under the symptom; `None` is out of question, also while the symptom is not known.
    #[must_use]
    pub fn prior(&self, symptom: Option<OptionIx>) -> Option<Decibans> {
        self.priors.get(symptom?.at()).copied().flatten()
    }
}
