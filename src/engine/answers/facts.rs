use crate::engine::rules::{
    AnswerKind, Condition, Date, HardFact, OptionIx, OptionSet, Question, QuestionIx, QuestionSet,
    Ratio, Remedy, Rulebook, SymptomSet,
};

use super::{Answer, Answers, Money};

/// What the answers establish: for each question the options that hold, bands of amounts included.
///
/// Answers that do not apply under the chosen symptom are set aside here; they stay in [`Answers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    symptom: Option<OptionIx>,
    day: Date,
    held: Vec<OptionSet>,
    clean: QuestionSet,
}

impl Facts {
    /// Works out what the answers establish on that day.
    #[must_use]
    pub fn new(rulebook: &Rulebook, answers: &Answers, day: Date) -> Self {
        let symptom = match answers.get(rulebook.symptom) {
            Some(Answer::Options(chosen)) => chosen.first(),
            _ => told_symptom(rulebook, answers),
        };
        let held = vec![OptionSet::EMPTY; rulebook.questions.len()];
        let mut facts = Self { symptom, day, held, clean: QuestionSet::EMPTY };
        for at in rulebook.question_places() {
            let question = rulebook.question(at);
            if let Some(answer) = answers.get(at).filter(|_| question.counts(symptom)) {
                facts.hold(rulebook, at, established(question, answer, symptom));
            }
        }
        facts
    }

    /// Lets these options of a question hold in place of those before.
    pub(in crate::engine) fn hold(
        &mut self,
        rulebook: &Rulebook,
        at: QuestionIx,
        options: OptionSet,
    ) {
        self.held[at.at()] = options;
        self.clean = match self.clean_option(rulebook, at) {
            Some(_) => self.clean.with(at),
            None => self.clean.without(at),
        };
    }

    /// The symptom, if it is known: chosen, or told by other answers.
    #[must_use]
    pub fn symptom(&self) -> Option<OptionIx> {
        self.symptom
    }

    /// The day on which the rules are asked.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// The questions with a clean answer.
    #[must_use]
    pub fn clean(&self) -> QuestionSet {
        self.clean
    }

    /// The clean option that holds.
    #[must_use]
    pub fn clean_option(&self, rulebook: &Rulebook, question: QuestionIx) -> Option<OptionIx> {
        let held = self.held(question);
        let is_clean = |option: &OptionIx| rulebook.option(question, *option).is_clean;
        if held.is_empty() { None } else { held.iter().find(is_clean) }
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

    /// Whether the step can be taken and is true for somebody who answered so.
    #[must_use]
    pub fn allow(&self, remedy: &Remedy) -> bool {
        remedy.when.iter().all(|condition| self.meet(condition))
            && (remedy.any_of.is_empty() || remedy.any_of.iter().any(|one| self.meet(one)))
            && !remedy.unless.iter().any(|condition| self.meet(condition))
    }

    fn meet(&self, condition: &Condition) -> bool {
        self.held(condition.question).meets(condition.options)
    }
}

/// The symptom that other answers tell: the only one under which all of them are offered.
fn told_symptom(rulebook: &Rulebook, answers: &Answers) -> Option<OptionIx> {
    let mut symptoms = SymptomSet::NONE;
    for symptom in OptionIx::all(rulebook.questions.get(rulebook.symptom.at())?.options.len()) {
        symptoms = symptoms.with(symptom);
    }
    for at in rulebook.question_places() {
        if let Some(Answer::Options(chosen)) = answers.get(at) {
            for option in chosen.iter() {
                symptoms = symptoms.and(rulebook.option(at, option).offered);
            }
        }
    }
    symptoms.only()
}

fn established(question: &Question, answer: Answer, symptom: Option<OptionIx>) -> OptionSet {
    match (answer, &question.kind) {
        (Answer::Options(chosen), _) => chosen,
        (Answer::Partly { held, denied }, kind) if held.is_empty() => {
            remaining(question, kind, question.offered(symptom).minus(denied))
        }
        (Answer::Partly { held, .. }, _) => held,
        (Answer::Amounts(amounts), AnswerKind::Money(ratio)) => band(ratio, amounts),
        (Answer::Amounts(_) | Answer::Unsure, _) => OptionSet::EMPTY,
    }
}

/// What holds when only these options are left: the last one, where every question of the kind has an answer.
fn remaining(question: &Question, kind: &AnswerKind, left: OptionSet) -> OptionSet {
    match kind {
        AnswerKind::One if left.len() == 1 => left,
        AnswerKind::Many { .. } if question.alone().map(OptionSet::of) == Some(left) => left,
        AnswerKind::One | AnswerKind::Many { .. } | AnswerKind::Money(_) => OptionSet::EMPTY,
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
