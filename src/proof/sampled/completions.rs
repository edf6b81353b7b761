use crate::engine::{
    Answer, AnswerKind, Answers, CauseIx, Date, Effect, Facts, OptionIx, OptionSet, QuestionIx,
    Rulebook,
};

use crate::proof::Chance;

/// How a cause takes a hard fact, in tenths of a deciban: more than all weights together.
const HARD: i32 = 10_000;

/// The questions that are open at a stop, and the answers with which they may be completed.
pub(super) struct Completions<'a> {
    rulebook: &'a Rulebook,
    answers: &'a Answers,
    open: Vec<Open>,
}

/// An open question.
struct Open {
    at: QuestionIx,
    /// The options that hold already.
    held: OptionSet,
    /// The options that could still hold.
    left: OptionSet,
}

impl<'a> Completions<'a> {
    pub(super) fn new(rulebook: &'a Rulebook, answers: &'a Answers, day: Date) -> Self {
        let facts = Facts::new(rulebook, answers, day);
        let open = rulebook.question_places().filter_map(|at| open(rulebook, answers, &facts, at));
        Self { rulebook, answers, open: open.collect() }
    }

    /// Each completion of one open question by one option.
    pub(super) fn single(&self) -> impl Iterator<Item = Answers> {
        self.open.iter().flat_map(move |open| {
            open.left.iter().map(move |option| {
                let mut answers = self.answers.clone();
                answers.set(open.at, open.with(OptionSet::of(option)));
                answers
            })
        })
    }

    /// A completion drawn at random; some questions stay open.
    pub(super) fn random(&self, chance: Chance) -> Answers {
        self.complete(|open| {
            let chance = chance.about(&self.rulebook.question(open.at).id);
            if chance.share() < 0.15 {
                return OptionSet::EMPTY;
            }
            let place = |chance: Chance| chance.below(open.left.len() as u64);
            let pick = |chance| open.left.iter().nth(usize::try_from(place(chance)).unwrap_or(0));
            let one = pick(chance.about("one")).map_or(OptionSet::EMPTY, OptionSet::of);
            match self.rulebook.question(open.at).kind {
                AnswerKind::Many { alone } if !alone.is_some_and(|alone| one.has(alone)) => open
                    .left
                    .iter()
                    .filter(|option| alone != Some(*option))
                    .filter(|option| chance.number(u64::from(option.0)).share() < 0.4)
                    .fold(one, OptionSet::with),
                _ => one,
            }
        })
    }

    /// The completion that pushes a cause up and, as far as that goes with it, another one down.
    ///
    /// With `leaves_open` a question is answered only where that helps.
    pub(super) fn in_favour(
        &self,
        rival: CauseIx,
        against: Option<CauseIx>,
        leaves_open: bool,
    ) -> Answers {
        self.complete(|open| {
            let good = |option: OptionIx| {
                let against = against.map_or(0, |cause| self.pull(open.at, option, cause));
                self.pull(open.at, option, rival) - against
            };
            let Some(best) = open.left.iter().max_by_key(|option| good(*option)) else {
                return OptionSet::EMPTY;
            };
            match self.rulebook.question(open.at).kind {
                _ if leaves_open && good(best) <= 0 => OptionSet::EMPTY,
                AnswerKind::Many { alone } if alone != Some(best) => open
                    .left
                    .iter()
                    .filter(|option| alone != Some(*option) && good(*option) > 0)
                    .fold(OptionSet::of(best), OptionSet::with),
                _ => OptionSet::of(best),
            }
        })
    }

    fn complete(&self, choose: impl Fn(&Open) -> OptionSet) -> Answers {
        let mut answers = self.answers.clone();
        for open in &self.open {
            let options = choose(open);
            if !options.is_empty() {
                answers.set(open.at, open.with(options));
            }
        }
        answers
    }

    /// What an answer does for a cause, in tenths of a deciban; a clean one does a little for those it does not touch.
    fn pull(&self, at: QuestionIx, option: OptionIx, cause: CauseIx) -> i32 {
        let rules = self.rulebook.cause(cause);
        let is_it = |question: QuestionIx, other: OptionIx| question == at && other == option;
        let weights = rules.evidence.iter().filter(|row| is_it(row.question, row.option));
        let facts = rules.hard_facts.iter().filter(|fact| is_it(fact.question, fact.option));
        let weight: i32 = weights.map(|row| row.weight.tenths()).sum();
        let hard: i32 = facts
            .map(|fact| match fact.effect {
                Effect::Settles => HARD,
                Effect::RulesOut => -HARD,
            })
            .sum();
        let is_clean = self.rulebook.option(at, option).is_clean && !rules.weighs(at);
        weight + hard + i32::from(is_clean)
    }
}

impl Open {
    /// The answer with these options too.
    fn with(&self, options: OptionSet) -> Answer {
        Answer::Options(self.held.and(options))
    }
}

/// What is open of a question; nothing where it is answered or does not apply.
fn open(rulebook: &Rulebook, answers: &Answers, facts: &Facts, at: QuestionIx) -> Option<Open> {
    let question = rulebook.question(at);
    let offered = question.offered(facts.symptom());
    let (held, left) = match answers.get(at) {
        None => (OptionSet::EMPTY, offered),
        // What follows from the rows says all, and so does what stands alone.
        Some(Answer::Partly { held, .. })
            if facts.held(at) != held || question.alone().is_some_and(|alone| held.has(alone)) =>
        {
            return None;
        }
        Some(Answer::Partly { held, denied }) => {
            let left = offered.minus(held).minus(denied);
            let alone = question.alone().filter(|_| !held.is_empty());
            (held, alone.map_or(left, |alone| left.without(alone)))
        }
        Some(_) => return None,
    };
    let is_open = question.applies.has(facts.symptom()) && !left.is_empty();
    is_open.then_some(Open { at, held, left })
}
