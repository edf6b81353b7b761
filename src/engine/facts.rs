use super::{
    Answer, Answers, Condition, HardFact, Kind, Money, OptionIx, OptionSet, QuestionIx, Ratio,
    Rulebook,
};

/// What the answers establish: for each question the options that hold, bands of amounts included.
///
/// Answers that do not apply under the chosen symptom are set aside here; they stay in [`Answers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    symptom: Option<OptionIx>,
    held: Vec<OptionSet>,
}

impl Facts {
    /// Works out what the answers establish.
    #[must_use]
    pub fn new(rulebook: &Rulebook, answers: &Answers) -> Self {
        let symptom = match answers.get(rulebook.symptom) {
            Some(Answer::Options(chosen)) => chosen.iter().next(),
            _ => None,
        };
        let held = rulebook
            .question_places()
            .map(|at| {
                let question = rulebook.question(at);
                match (answers.get(at), &question.kind) {
                    _ if !question.applies.has(symptom) => OptionSet::EMPTY,
                    (Some(Answer::Options(chosen)), _) => chosen,
                    (Some(Answer::Amounts(amounts)), Kind::Money(ratio)) => band(ratio, amounts),
                    _ => OptionSet::EMPTY,
                }
            })
            .collect();
        Self { symptom, held }
    }

    /// The symptom, if it is known.
    #[must_use]
    pub fn symptom(&self) -> Option<OptionIx> {
        self.symptom
    }

    /// The options of a question that hold; empty where nothing is known.
    #[must_use]
    pub fn held(&self, question: QuestionIx) -> OptionSet {
        self.held[question.at()]
    }

    /// Whether the hard fact holds.
    #[must_use]
    pub fn establish(&self, fact: &HardFact) -> bool {
        self.held(fact.question).has(fact.option)
            && fact.when.iter().all(|condition| self.meet(condition))
            && !fact.unless.iter().any(|condition| self.meet(condition))
    }

    fn meet(&self, condition: &Condition) -> bool {
        self.held(condition.question).meets(condition.options)
    }
}

/// The band of the ratio in which the amounts lie; none where an amount is missing.
fn band(ratio: &Ratio, amounts: [Option<Money>; 2]) -> OptionSet {
    let [Some(first), Some(second)] = amounts else { return OptionSet::EMPTY };
    let (part, whole) = if ratio.numerator == 0 { (first, second) } else { (second, first) };
    OptionIx::all(ratio.below.len())
        .find(|at| ratio.below[at.at()].is_none_or(|limit| part.is_share_below(whole, limit)))
        .map_or(OptionSet::EMPTY, OptionSet::of)
}
