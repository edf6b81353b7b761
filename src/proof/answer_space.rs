use core::ops::ControlFlow;

use crate::engine::{
    Answer, AnswerKind, Answers, CauseIx, OptionIx, OptionSet, QuestionIx, QuestionSet, Rulebook,
};

use super::band::{Band, amounts};

/// How many combinations of answers are tried at the most for one cause and one symptom.
pub(super) const MOST_COMBINATIONS: usize = 60_000;

/// All answers that say something about one cause under one symptom; any other answer can only be clean for it or not.
pub(super) struct AnswerSpace<'a> {
    rulebook: &'a Rulebook,
    symptom: OptionIx,
    /// The questions with their answers; `None` leaves the question open.
    questions: Vec<(QuestionIx, Vec<Option<Answer>>)>,
}

impl<'a> AnswerSpace<'a> {
    /// The answers that the cause hears.
    pub(super) fn by(rulebook: &'a Rulebook, cause: CauseIx, symptom: OptionIx) -> Self {
        Self::among(rulebook, cause, symptom, rulebook.cause(cause).questions())
    }

    /// The answers to these questions that the cause hears.
    pub(super) fn among(
        rulebook: &'a Rulebook,
        cause: CauseIx,
        symptom: OptionIx,
        questions: QuestionSet,
    ) -> Self {
        let of = rulebook.cause(cause);
        let questions = questions
            .iter()
            .filter(|at| *at != rulebook.symptom)
            .filter(|at| rulebook.question(*at).applies.has(Some(symptom)))
            .map(|at| {
                let question = rulebook.question(at);
                let counts = |option: &OptionIx| {
                    of.hears(at, *option) || question.options[option.at()].is_clean
                };
                let options = question.offered(Some(symptom)).iter().filter(counts);
                let options = options.fold(OptionSet::EMPTY, OptionSet::with);
                let said = question.possible_answers(options);
                let said = said.into_iter().map(|set| Some(answer(rulebook, at, set)));
                (at, core::iter::once(None).chain(said).collect())
            })
            .collect();
        Self { rulebook, symptom, questions }
    }

    /// Whether every combination is tried.
    pub(super) fn is_exact(&self) -> bool {
        let count = |count: usize, (_, said): &(QuestionIx, Vec<Option<Answer>>)| {
            count.saturating_mul(said.len())
        };
        self.questions.iter().fold(1, count) <= MOST_COMBINATIONS
    }

    /// Shows every combination, added to these answers, until told to stop; at the most so many as are tried.
    pub(super) fn each(
        &self,
        answers: &Answers,
        see: &mut dyn FnMut(&Answers) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut left = MOST_COMBINATIONS;
        self.walk(&self.questions, &mut answers.clone(), &mut |answers| {
            left -= 1;
            see(answers)?;
            if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    }

    fn walk(
        &self,
        questions: &[(QuestionIx, Vec<Option<Answer>>)],
        answers: &mut Answers,
        see: &mut dyn FnMut(&Answers) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let Some(((question, said), rest)) = questions.split_first() else {
            return see(answers);
        };
        for answer in said {
            put(answers, *question, *answer);
            self.walk(rest, answers, see)?;
        }
        answers.clear(*question);
        ControlFlow::Continue(())
    }

    /// The symptom alone.
    pub(super) fn bare(&self) -> Answers {
        bare(self.rulebook, self.symptom)
    }

    /// The symptom, and a clean answer to every question that the cause does not hear.
    pub(super) fn clean(&self, cause: CauseIx) -> Answers {
        let mut answers = self.bare();
        fill_clean(self.rulebook, &mut answers, self.rulebook.cause(cause).questions());
        answers
    }

    /// The symptom, and clean answers to none, one and more of the questions that the cause does not hear.
    pub(super) fn clean_by_degrees(&self, cause: CauseIx) -> Vec<Answers> {
        let all = self.clean(cause);
        let mut answers = self.bare();
        let mut degrees = vec![answers.clone()];
        for question in self.rulebook.question_places().filter(|at| *at != self.rulebook.symptom) {
            if let Some(answer) = all.get(question) {
                answers.set(question, answer);
                degrees.push(answers.clone());
            }
        }
        degrees
    }
}

/// The symptom alone.
pub(super) fn bare(rulebook: &Rulebook, symptom: OptionIx) -> Answers {
    let mut answers = Answers::new();
    answers.choose(rulebook.symptom, symptom);
    answers
}

/// Stores the answer, or takes it back.
pub(super) fn put(answers: &mut Answers, question: QuestionIx, answer: Option<Answer>) {
    match answer {
        Some(answer) => answers.set(question, answer),
        None => answers.clear(question),
    }
}

/// Answers every open question cleanly where that is possible, except those of the set.
pub(super) fn fill_clean(rulebook: &Rulebook, answers: &mut Answers, except: QuestionSet) {
    let symptom = chosen_symptom(rulebook, answers);
    for at in rulebook.question_places().filter(|at| !except.has(*at)) {
        let question = rulebook.question(at);
        if at == rulebook.symptom || answers.has(at) || !question.applies.has(symptom) {
            continue;
        }
        let is_clean = |option: &OptionIx| question.options[option.at()].is_clean;
        if let Some(option) = question.offered(symptom).iter().find(is_clean) {
            answers.set(at, answer(rulebook, at, OptionSet::of(option)));
        }
    }
}

/// The symptom that the answers name.
pub(super) fn chosen_symptom(rulebook: &Rulebook, answers: &Answers) -> Option<OptionIx> {
    match answers.get(rulebook.symptom) {
        Some(Answer::Options(chosen)) => chosen.first(),
        _ => None,
    }
}

/// The answer that makes these options hold; of amounts the first band.
pub(super) fn answer(rulebook: &Rulebook, at: QuestionIx, options: OptionSet) -> Answer {
    match (&rulebook.question(at).kind, options.first()) {
        (AnswerKind::Money(ratio), Some(band)) => {
            let most = rulebook.settings.most_amount;
            amounts(ratio, Band::of(ratio, band).least, 1, most)
        }
        _ => Answer::Options(options),
    }
}

/// The rulebook with one cause and nothing that has no part in its support.
pub(super) fn lone(rulebook: &Rulebook, cause: CauseIx) -> Rulebook {
    let mut of = rulebook.cause(cause).clone();
    of.may_trigger.clear();
    Rulebook {
        causes: vec![of],
        remedies: Vec::new(),
        screens: Vec::new(),
        sources: Vec::new(),
        ..rulebook.clone()
    }
}
