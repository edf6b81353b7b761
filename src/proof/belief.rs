use std::collections::HashMap;

use crate::engine::{CauseIx, OptionSet, QuestionIx};

/// What was answered: a question and the options that hold of it.
pub(super) type Observation = (QuestionIx, OptionSet);

/// Sets of causes of which exactly one is at work, and how likely answers are under each.
pub(super) struct Belief {
    sets: Vec<Vec<CauseIx>>,
    /// Natural logarithms of the chances of the sets.
    priors: Vec<f64>,
    /// Natural logarithms of the likelihoods, set by set, for each answer that occurs.
    likelihoods: HashMap<Observation, Vec<f64>>,
}

impl Belief {
    /// Sets with their chances, and the answers that will be heard with how likely they are under a set.
    pub(super) fn new(
        sets: Vec<(Vec<CauseIx>, f64)>,
        answers: impl Iterator<Item = Observation>,
        likelihood: impl Fn(Observation, &[CauseIx]) -> f64,
    ) -> Self {
        let (sets, priors): (Vec<Vec<CauseIx>>, Vec<f64>) =
            sets.into_iter().map(|(set, chance)| (set, chance.ln())).unzip();
        let mut likelihoods = HashMap::new();
        for heard in answers {
            likelihoods.entry(heard).or_insert_with(|| {
                sets.iter().map(|set| likelihood(heard, set).ln()).collect::<Vec<f64>>()
            });
        }
        Self { sets, priors, likelihoods }
    }

    /// The chance of each cause to be at work after these answers, the likeliest first.
    ///
    /// `adjust` adds what else is known of a set, as a logarithm.
    pub(super) fn posterior(
        &self,
        answers: impl Iterator<Item = Observation>,
        adjust: impl Fn(&[CauseIx]) -> f64,
    ) -> Vec<(CauseIx, f64)> {
        let mut logs = self.priors.clone();
        for heard in answers {
            let likelihoods = self.likelihoods.get(&heard);
            for (log, likelihood) in logs.iter_mut().zip(likelihoods.into_iter().flatten()) {
                *log += likelihood;
            }
        }
        for (log, set) in logs.iter_mut().zip(&self.sets) {
            *log += adjust(set);
        }
        self.marginals(&logs)
    }

    fn marginals(&self, logs: &[f64]) -> Vec<(CauseIx, f64)> {
        let most = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let causes = self.sets.iter().flatten().map(|cause| cause.at() + 1).max().unwrap_or(0);
        let (mut chances, mut all) = (vec![0.0; causes], 0.0);
        for (set, log) in self.sets.iter().zip(logs) {
            let chance = (log - most).exp();
            all += chance;
            for cause in set {
                chances[cause.at()] += chance;
            }
        }
        let mut marginals: Vec<(CauseIx, f64)> = CauseIx::all(causes)
            .zip(chances)
            .map(|(cause, chance)| (cause, chance / all))
            .collect();
        marginals.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        marginals
    }
}
