use serde::Deserialize;

use super::packed::packed;
use super::{
    CauseIx, Condition, Decibans, Evidence, HardFact, OptionIx, QuestionIx, QuestionSet, SourceIx,
};

/// A possible reason why the loan was refused or the money did not come.
#[derive(Clone, Debug)]
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
    /// Prior while the symptom is not known: of its mixture, each as frequent as its base rate says.
    pub mixed_prior: Option<Decibans>,
    /// What answers say for or against it; those to questions of one group, and those to one question, stand together.
    pub evidence: Vec<Evidence>,
    /// Answers that settle it or rule it out.
    pub hard_facts: Vec<HardFact>,
    /// What the cause rests on.
    pub sources: Vec<SourceIx>,
}

/// What must speak for a cause before it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownOn {
    /// An answer of its own.
    OwnAnswer,
    /// It cannot be seen from outside: clean answers are its evidence.
    CleanAnswers,
}

impl Cause {
    /// The questions whose answers say something about it, hard facts and their conditions included.
    #[must_use]
    pub fn questions(&self) -> QuestionSet {
        let mut found = QuestionSet::EMPTY;
        for evidence in &self.evidence {
            found = found.with(evidence.question);
        }
        for fact in &self.hard_facts {
            found = found.with(fact.question);
            for condition in fact.when.iter().chain(&fact.unless) {
                found = found.with(condition.question);
            }
        }
        found
    }

    /// Whether an answer to the question weighs on it.
    #[must_use]
    pub fn weighs(&self, question: QuestionIx) -> bool {
        self.evidence.iter().any(|evidence| evidence.question == question)
    }

    /// Whether the answer says something about it, as evidence, as a hard fact or as a condition of one.
    #[must_use]
    pub fn hears(&self, question: QuestionIx, option: OptionIx) -> bool {
        let is_it =
            |condition: &Condition| condition.question == question && condition.options.has(option);
        self.evidence.iter().any(|row| row.question == question && row.option == option)
            || self.hard_facts.iter().any(|fact| {
                (fact.question == question && fact.option == option)
                    || fact.when.iter().chain(&fact.unless).any(is_it)
            })
    }

    /// The prior under the symptom, or under the mixture of all while it is not known; `None` is out of question.
    #[must_use]
    pub fn prior(&self, symptom: Option<OptionIx>) -> Option<Decibans> {
        match symptom {
            Some(symptom) => self.priors.get(symptom.at()).copied().flatten(),
            None => self.mixed_prior,
        }
    }
}

packed!(struct Cause { id, shown_on, is_always_last, stops, may_trigger, priors, mixed_prior, evidence, hard_facts, sources });
packed!(
    enum ShownOn {
        OwnAnswer,
        CleanAnswers,
    }
);
