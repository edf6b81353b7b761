use crate::engine::{
    AnswerKind, Answers, Cause, CauseIx, Condition, Date, Effect, Facts, HardFact, OptionIx,
    QuestionIx, Rulebook,
};

use super::belief::{Belief, Observation};

/// How many times as likely as one cause alone all pairs together are: three borrowers in ten have two.
const PAIRS: f64 = 3.0 / 7.0;

/// How many causes may be at work together.
const MOST_CAUSES: usize = 3;

/// How often a cause brings about an answer at the most.
const MOST: f64 = 0.95;

/// How rare an answer can be.
const LEAST: f64 = 0.0001;

/// How likely an answer that settles a cause, or rules it out, is against its meaning; the page errs more rarely.
const WRONG_ANSWER: f64 = 1e-4;
const WRONG_PAGE: f64 = 1e-6;

/// A second opinion on the same rulebook: an exact noisy-OR network.
///
/// # Design
///
/// Causes are at work independently of each other, up to three of them, in proportion to the odds `10^(prior/10)`.
/// An answer comes about by itself (its base rate) or by each cause whose weight speaks for it; a cause whose weight
/// speaks against it holds it back. Rows that were left empty count, nothing is capped, nothing is a bonus, and hard
/// facts are evidence that is almost never wrong. The posterior is summed over every set of causes.
/// It reads the rulebook's data and shares no code with the engine's weighing or with the model of borrowers.
pub(super) struct Oracle<'a> {
    rulebook: &'a Rulebook,
    day: Date,
    belief: Belief,
}

impl<'a> Oracle<'a> {
    /// For borrowers with that symptom; `says` are the answers that will be asked about.
    pub(super) fn new(
        rulebook: &'a Rulebook,
        day: Date,
        symptom: OptionIx,
        says: &[Answers],
    ) -> Self {
        let network = Network::new(rulebook, day, symptom);
        let answers =
            says.iter().flat_map(|says| heard(rulebook, &Facts::new(rulebook, says, day)));
        let belief = Belief::new(sets(rulebook, symptom), answers, |heard, set| {
            network.likelihood(heard, set)
        });
        Self { rulebook, day, belief }
    }

    /// The chance of each cause, the likeliest first; causes that the rulebook puts last come last.
    pub(super) fn posterior(&self, says: &Answers) -> Vec<(CauseIx, f64)> {
        let facts = Facts::new(self.rulebook, says, self.day);
        let decided = decided(self.rulebook, &facts);
        let adjust = |set: &[CauseIx]| {
            let misses = decided.iter().filter(|(cause, holds, _)| set.contains(cause) != *holds);
            misses.map(|(_, _, wrong)| wrong.ln()).sum::<f64>()
        };
        let heard = heard(self.rulebook, &facts).into_iter();
        let mut posterior = self.belief.posterior(heard, adjust);
        posterior.sort_by_key(|(cause, _)| self.rulebook.cause(*cause).is_always_last);
        posterior
    }
}

/// The known answers.
fn heard(rulebook: &Rulebook, facts: &Facts) -> Vec<Observation> {
    let held = |at: QuestionIx| (at, facts.held(at));
    let known = rulebook.question_places().filter(|at| *at != rulebook.symptom).map(held);
    known.filter(|(_, options)| !options.is_empty()).collect()
}

/// Every set of up to three causes that are in question, with its odds.
fn sets(rulebook: &Rulebook, symptom: OptionIx) -> Vec<(Vec<CauseIx>, f64)> {
    let odds = |cause: CauseIx| {
        let prior = rulebook.cause(cause).prior(Some(symptom))?;
        Some((cause, 10f64.powf(f64::from(prior.tenths()) / 100.0)))
    };
    let odds: Vec<(CauseIx, f64)> = rulebook.cause_places().filter_map(odds).collect();
    let mut sets: Vec<(Vec<CauseIx>, f64)> = vec![(Vec::new(), 1.0)];
    for (cause, odds) in odds {
        let with = |(set, chance): &(Vec<CauseIx>, f64)| {
            ([set.as_slice(), &[cause]].concat(), chance * odds)
        };
        let larger: Vec<_> =
            sets.iter().filter(|(set, _)| set.len() < MOST_CAUSES).map(with).collect();
        sets.extend(larger);
    }
    sets.remove(0);
    let of_size = |size: usize| -> f64 {
        sets.iter().filter(|(set, _)| set.len() == size).map(|(_, chance)| chance).sum()
    };
    let (single, pairs) = (of_size(1), of_size(2));
    let scale = if pairs > 0.0 { PAIRS * single / pairs } else { 1.0 };
    for (set, chance) in &mut sets {
        *chance *= (1..set.len()).fold(1.0, |scaled, _| scaled * scale);
    }
    sets
}

/// The hard facts that hold: which cause, whether it is at work by them, and how likely they are to be wrong.
fn decided(rulebook: &Rulebook, facts: &Facts) -> Vec<(CauseIx, bool, f64)> {
    let meets = |condition: &Condition| facts.held(condition.question).meets(condition.options);
    let holds = |fact: &&HardFact| {
        facts.held(fact.question).has(fact.option)
            && fact.when.iter().all(meets)
            && !fact.unless.iter().any(meets)
    };
    let mut decided = Vec::new();
    for cause in rulebook.cause_places() {
        for fact in rulebook.cause(cause).hard_facts.iter().filter(holds) {
            let is_on_page = rulebook.question(fact.question).on_page;
            let wrong = if is_on_page { WRONG_PAGE } else { WRONG_ANSWER };
            decided.push((cause, fact.effect == Effect::Settles, wrong));
        }
    }
    decided
}

/// The links of the network.
struct Network<'a> {
    rulebook: &'a Rulebook,
    symptom: OptionIx,
    /// Question by question, option by option, for each cause: what it leaves of the answer's absence by bringing it
    /// about, and of its presence by holding it back.
    links: Vec<Vec<Vec<(f64, f64)>>>,
}

impl<'a> Network<'a> {
    fn new(rulebook: &'a Rulebook, day: Date, symptom: OptionIx) -> Self {
        let link = |cause: &Cause, question: QuestionIx, option: OptionIx| {
            let is_it = |at: QuestionIx, other: OptionIx| at == question && other == option;
            let rows = cause.evidence.iter().filter(|row| row.holds_on(day));
            let weight: i32 = rows
                .filter(|row| is_it(row.question, row.option))
                .map(|row| row.weight.tenths())
                .sum();
            let factor = 10f64.powf(f64::from(weight) / 100.0);
            let leak = leak(rulebook, question, option);
            match weight {
                1.. => ((1.0 - (leak * factor).min(MOST.max(leak))) / (1.0 - leak), 1.0),
                _ => (1.0, factor),
            }
        };
        let of_option = |question, option| -> Vec<(f64, f64)> {
            rulebook.causes.iter().map(|cause| link(cause, question, option)).collect()
        };
        let of_question = |at: QuestionIx| {
            let options = OptionIx::all(rulebook.question(at).options.len());
            options.map(|option| of_option(at, option)).collect()
        };
        let links = rulebook.question_places().map(of_question).collect();
        Self { rulebook, symptom, links }
    }

    /// How likely the answer is when exactly these causes are at work.
    fn likelihood(&self, (at, options): Observation, set: &[CauseIx]) -> f64 {
        let question = self.rulebook.question(at);
        let offered = question.offered(Some(self.symptom));
        let chance = |option| self.chance(at, option, set);
        match question.kind {
            AnswerKind::One | AnswerKind::Money(_) => {
                let all: f64 = offered.iter().map(chance).sum();
                options.iter().map(chance).sum::<f64>() / all
            }
            // That nothing else holds is what the lone option says.
            AnswerKind::Many { alone: Some(alone) } if options.has(alone) => chance(alone),
            AnswerKind::Many { alone } => {
                let rows = alone.map_or(offered, |alone| offered.without(alone));
                rows.iter().fold(1.0, |all, option| {
                    all * if options.has(option) { chance(option) } else { 1.0 - chance(option) }
                })
            }
        }
    }

    fn chance(&self, at: QuestionIx, option: OptionIx, set: &[CauseIx]) -> f64 {
        let links = &self.links[at.at()][option.at()];
        let (mut absent, mut kept) = (1.0 - leak(self.rulebook, at, option), 1.0);
        for cause in set {
            let (silent, held_back) = links[cause.at()];
            absent *= silent;
            kept *= held_back;
        }
        ((1.0 - absent) * kept).clamp(LEAST, 1.0 - LEAST)
    }
}

/// How often the answer comes about by itself.
fn leak(rulebook: &Rulebook, question: QuestionIx, option: OptionIx) -> f64 {
    let rate = f64::from(rulebook.option(question, option).base_rate) / 10_000.0;
    rate.clamp(LEAST, 1.0 - LEAST)
}
