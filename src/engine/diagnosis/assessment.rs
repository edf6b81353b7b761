use crate::engine::rules::{CauseIx, Decibans, Evidence, Rulebook, Said, ShownOn};

use super::weigh::clean_weight;

/// How one cause stands: what decides whether it is shown, and where.
///
/// Its trace is reported by the same weighing: see [`Diagnosis::trace`](super::Diagnosis::trace).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The cause.
    pub cause: CauseIx,
    /// The prior; `None` where the cause is out of question for the symptom.
    pub prior: Option<Decibans>,
    /// Prior, answers and caps together.
    pub support: Decibans,
    /// The part of the support that comes from clean answers to other questions, after its cap.
    pub clean_bonus: Decibans,
    /// How many clean answers there are to questions that do not touch the cause.
    pub clean_answers: i32,
    /// Whether an answer of its own speaks for it.
    pub has_own_answer: bool,
    /// Whether an answer speaks against it.
    pub has_objection: bool,
    /// The answer that settles it.
    pub settled_by: Option<Said>,
    /// The answer that rules it out.
    pub ruled_out_by: Option<Said>,
    /// The answer that contradicts what settled it or ruled it out.
    pub contradicted_by: Option<Said>,
}

impl Assessment {
    pub(super) fn unweighed(cause: CauseIx, prior: Option<Decibans>) -> Self {
        Self {
            cause,
            prior,
            support: prior.unwrap_or_default(),
            clean_bonus: Decibans::ZERO,
            clean_answers: 0,
            has_own_answer: false,
            has_objection: false,
            settled_by: None,
            ruled_out_by: None,
            contradicted_by: None,
        }
    }

    /// Notes what kind of answer it is.
    pub(super) fn count(&mut self, evidence: &Evidence) {
        self.has_own_answer |= evidence.weight > Decibans::ZERO && !evidence.is_general;
        self.has_objection |= evidence.weight < Decibans::ZERO;
    }

    /// Puts the bonus of so many clean answers in place of the one before.
    pub(in crate::engine) fn set_clean_answers(&mut self, clean_answers: i32, rulebook: &Rulebook) {
        let (weight, cap) = clean_weight(rulebook, rulebook.cause(self.cause).shown_on);
        let bonus = weight.times(clean_answers).clamp_to(cap);
        self.support += bonus - self.clean_bonus;
        self.clean_bonus = bonus;
        self.clean_answers = clean_answers;
    }

    /// Whether an answer speaks for it that is good enough to show it: one of its own,
    /// or a clean one where the cause cannot be seen from outside.
    #[must_use]
    pub fn speaks_for_itself(&self, shown_on: ShownOn) -> bool {
        self.has_own_answer
            || (shown_on == ShownOn::CleanAnswers && self.clean_bonus > Decibans::ZERO)
    }

    /// Support without the clean bonus, from which the strength word is taken.
    #[must_use]
    pub fn firm_support(&self) -> Decibans {
        self.support - self.clean_bonus
    }
}
