use crate::engine::{Rulebook, Said};

use super::known::Known;

/// What the closing list offers, kept once it is asked.
#[derive(Clone, Default, PartialEq)]
pub(super) struct ClosingRows {
    /// The rows of the list.
    pub(super) listed: Vec<Said>,
    /// What else could be said, folded away.
    pub(super) further: Vec<Said>,
}

impl ClosingRows {
    /// Without those that no longer apply or were answered elsewhere since.
    pub(super) fn still_to_say(&self, rulebook: &Rulebook, known: &Known) -> Self {
        let symptom = known.diagnosis.facts.symptom();
        let answers = &known.answers;
        let is_shown = |said: &&Said| {
            let question = rulebook.question(said.question);
            question.applies.has(symptom)
                && question.options[said.option.at()].offered.has(symptom)
                && (!answers.has(said.question) || answers.closing().has(said.question))
        };
        let shown = |rows: &[Said]| rows.iter().filter(is_shown).copied().collect();
        Self { listed: shown(&self.listed), further: shown(&self.further) }
    }
}
