use crate::engine::{Answers, CauseIx, Facts, OptionIx};

use super::Model;
use super::belief::{Belief, Observation};

/// The best that any method could know of the model's borrowers: the exact posterior of the model itself,
/// with every answer given.
///
/// Whoever names the likeliest causes first names, over many borrowers, the most that can be named.
pub(super) struct Ceiling<'a> {
    model: &'a Model<'a>,
    belief: Belief,
}

impl<'a> Ceiling<'a> {
    /// For the borrowers with that symptom; `says` are the complete answers that will be asked about.
    pub(super) fn new(model: &'a Model<'a>, symptom: OptionIx, says: &[Answers]) -> Self {
        let answers = says.iter().flat_map(|says| heard(model, says));
        let likelihood = |(question, options): Observation, causes: &[CauseIx]| {
            model.likelihood(symptom, question, options, causes)
        };
        let belief = Belief::new(model.hypotheses(symptom), answers, likelihood);
        Self { model, belief }
    }

    /// The causes, the likeliest first.
    pub(super) fn causes(&self, says: &Answers) -> Vec<CauseIx> {
        let posterior = self.belief.posterior(heard(self.model, says).into_iter(), |_| 0.0);
        posterior.into_iter().map(|(cause, _)| cause).collect()
    }
}

/// What the answers say, a question without a known option included.
fn heard(model: &Model, says: &Answers) -> Vec<Observation> {
    let rulebook = model.rulebook();
    let facts = Facts::new(rulebook, says, model.day());
    let asked = rulebook.question_places().filter(|at| *at != rulebook.symptom && says.has(*at));
    asked.map(|at| (at, facts.held(at))).collect()
}
