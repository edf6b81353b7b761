use crate::engine::{
    Answer, AnswerKind, Answers, CauseIx, Money, OptionIx, OptionSet, QuestionIx, RemedyIx,
    Rulebook,
};

use super::ledger::said;

/// Where the things of OLD stand in NEW, by id.
pub(super) struct Mapping<'a> {
    old: &'a Rulebook,
    new: &'a Rulebook,
    causes: Vec<Option<CauseIx>>,
    remedies: Vec<Option<RemedyIx>>,
    questions: Vec<Option<QuestionIx>>,
    /// For each question of OLD the places of its options in NEW.
    options: Vec<Vec<Option<OptionIx>>>,
}

/// A borrower's answers as NEW can read them.
pub(super) struct Mapped {
    /// What NEW knows of them.
    pub(super) answers: Answers,
    /// What NEW does not know, by name.
    pub(super) set_aside: Vec<String>,
}

impl<'a> Mapping<'a> {
    pub(super) fn new(old: &'a Rulebook, new: &'a Rulebook) -> Self {
        let questions: Vec<Option<QuestionIx>> =
            old.questions.iter().map(|question| new.find_question(&question.id)).collect();
        let options = old
            .question_places()
            .map(|at| {
                let there = questions[at.at()].map(|there| new.question(there));
                let place = |id: &str| there.and_then(|there| there.option(id));
                old.question(at).options.iter().map(|choice| place(&choice.id)).collect()
            })
            .collect();
        let cause = |id: &str| new.cause_places().find(|at| new.cause(*at).id == id);
        let remedy = |id: &str| new.remedy_places().find(|at| new.remedy(*at).id == id);
        Self {
            old,
            new,
            causes: old.causes.iter().map(|one| cause(&one.id)).collect(),
            remedies: old.remedies.iter().map(|one| remedy(&one.id)).collect(),
            questions,
            options,
        }
    }

    /// The rulebook before the change.
    pub(super) fn before(&self) -> &'a Rulebook {
        self.old
    }

    /// The rulebook after the change.
    pub(super) fn after(&self) -> &'a Rulebook {
        self.new
    }

    /// Whether NEW says the same of these answers, because it is the same rulebook with the same answers.
    pub(super) fn is_nothing_else(&self, says: &Answers, mapped: &Mapped) -> bool {
        core::ptr::eq(self.old, self.new) && mapped.answers == *says
    }

    /// The place of a cause in NEW.
    pub(super) fn cause(&self, cause: CauseIx) -> Option<CauseIx> {
        self.causes[cause.at()]
    }

    /// The place of a remedy in NEW.
    pub(super) fn remedy(&self, remedy: RemedyIx) -> Option<RemedyIx> {
        self.remedies[remedy.at()]
    }

    /// The place of a question in NEW.
    pub(super) fn question(&self, question: QuestionIx) -> Option<QuestionIx> {
        self.questions[question.at()]
    }

    /// What NEW can read of answers to OLD; what it does not know, or does not offer, is set aside.
    pub(super) fn answers(&self, given: &Answers) -> Mapped {
        let mut mapped = Mapped { answers: Answers::new(), set_aside: Vec::new() };
        let symptom = match given.get(self.old.symptom) {
            Some(Answer::Options(chosen)) => chosen.first(),
            _ => None,
        };
        let symptom = symptom.and_then(|at| self.options[self.old.symptom.at()][at.at()]);
        for at in self.old.question_places() {
            match given.get(at) {
                Some(Answer::Options(chosen)) => {
                    if let Some(chosen) = self.options(at, chosen, symptom, &mut mapped.set_aside) {
                        self.store(at, Answer::Options(chosen), &mut mapped.answers);
                    }
                }
                Some(Answer::Partly { held, denied }) => {
                    let held = self.options(at, held, symptom, &mut mapped.set_aside);
                    let denied = self.options(at, denied, symptom, &mut mapped.set_aside);
                    let [held, denied] = [held, denied].map(Option::unwrap_or_default);
                    self.store(at, Answer::Partly { held, denied }, &mut mapped.answers);
                }
                Some(Answer::Unsure) => self.store(at, Answer::Unsure, &mut mapped.answers),
                Some(Answer::Amounts(amounts)) => self.amounts(at, amounts, &mut mapped),
                None => {}
            }
        }
        mapped
    }

    fn store(&self, at: QuestionIx, answer: Answer, answers: &mut Answers) {
        if let Some(there) = self.question(at) {
            answers.set(there, answer);
        }
    }

    /// The options in NEW; none where no answer is left of them.
    fn options(
        &self,
        at: QuestionIx,
        chosen: OptionSet,
        symptom: Option<OptionIx>,
        set_aside: &mut Vec<String>,
    ) -> Option<OptionSet> {
        let there = self.question(at).map(|there| self.new.question(there));
        let mut known = OptionSet::EMPTY;
        for option in chosen.iter() {
            let place = self.options[at.at()][option.at()]
                .filter(|place| there.is_some_and(|there| there.offered(symptom).has(*place)));
            match (place, there) {
                (Some(place), Some(there)) if fits(&there.kind, known, place) => {
                    known = known.with(place);
                }
                _ => set_aside.push(said(self.old, at, option)),
            }
        }
        (!known.is_empty()).then_some(known)
    }

    /// Amounts go by the names of their fields.
    fn amounts(&self, at: QuestionIx, amounts: [Option<Money>; 2], mapped: &mut Mapped) {
        let AnswerKind::Money(ratio) = &self.old.question(at).kind else { return };
        for (field, amount) in ratio.fields.iter().zip(amounts) {
            match self.field(field) {
                Some((there, place)) => mapped.answers.set_amount(there, place, amount),
                None if amount.is_some() => mapped.set_aside.push(field.clone()),
                None => {}
            }
        }
    }

    /// The question of NEW that has an amount field of this name, and which of its fields it is.
    pub(super) fn field(&self, name: &str) -> Option<(QuestionIx, usize)> {
        self.new.question_places().find_map(|at| match &self.new.question(at).kind {
            AnswerKind::Money(ratio) => {
                Some((at, ratio.fields.iter().position(|field| field == name)?))
            }
            AnswerKind::One | AnswerKind::Many { .. } => None,
        })
    }
}

/// Whether one more option may be chosen beside those.
fn fits(kind: &AnswerKind, chosen: OptionSet, option: OptionIx) -> bool {
    match kind {
        AnswerKind::One => chosen.is_empty(),
        AnswerKind::Many { alone: Some(alone) } => {
            chosen.is_empty() || (*alone != option && !chosen.has(*alone))
        }
        AnswerKind::Many { alone: None } => true,
        AnswerKind::Money(_) => false,
    }
}
