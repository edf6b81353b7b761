use core::mem;

use crate::engine::answers::Facts;
use crate::engine::diagnosis::Assessment;
use crate::engine::rules::{
    AnswerKind, CauseIx, Effect, Form, OptionIx, QuestionIx, QuestionSet, Rulebook, Screen,
};

/// One, in the fixed-point numbers of this module: shares of one in 2^-24.
///
/// # Design
///
/// Whole numbers and a fixed order of operations make the next question the same on every platform.
const ONE: u64 = 1 << 24;

/// 10^(-i/10) for i = 0..10.
const DECIBANS: [u64; 10] = [
    16_777_216, 13_326_616, 10_585_708, 8_408_526, 6_679_130, 5_305_422, 4_214_246, 3_347_495,
    2_659_010, 2_112_126,
];

/// 10^(-i/100) for i = 0..10.
const TENTHS: [u64; 10] = [
    16_777_216, 16_395_320, 16_022_117, 15_657_409, 15_301_003, 14_952_709, 14_612_344, 14_279_727,
    13_954_680, 13_637_033,
];

/// What a settling answer counts as, in tenths of a deciban; a ruling-out one counts as its negative.
const HARD: i32 = 200;

/// Support that a settled cause counts as, in tenths of a deciban.
const SETTLED: i32 = 400;

/// What could be learnt from the open questions: about the cause at work, and about a second one beside it.
pub(super) struct InformationGain {
    symptom: Option<OptionIx>,
    /// The causes that are possible.
    causes: Vec<CauseIx>,
    /// The posterior if exactly one cause is at work, cause by cause; it sums to about one.
    first: Vec<u64>,
    /// The posterior of a second cause, if the likeliest is at work.
    second: Vec<u64>,
    /// What telling the second cause apart counts, as a share of one.
    second_counts: u64,
    /// For each option the pull on each cause in tenths of a deciban, option after option.
    pulls: Vec<i32>,
    /// Where the options of each question begin.
    starts: Vec<usize>,
}

impl InformationGain {
    pub(super) fn new(rulebook: &Rulebook, assessments: &[Assessment], facts: &Facts) -> Self {
        let (pulls, starts) = pulls(rulebook, facts);
        let (causes, weights): (Vec<_>, Vec<_>) = weights(assessments).into_iter().unzip();
        let first = shares(weights);
        let mut others = first.clone();
        let likeliest = likeliest(&first).map_or(0, |at| mem::take(&mut others[at]));
        let second_counts = likeliest * u64::from(rulebook.settings.second_cause) / 100;
        let (symptom, second) = (facts.symptom(), shares(others));
        Self { symptom, causes, first, second, second_counts, pulls, starts }
    }

    /// Expected gain of a screen: how much its open questions would concentrate the posteriors, the sum of its parts;
    /// for one unit of effort, in millionths.
    pub(super) fn of_screen(&self, rulebook: &Rulebook, screen: &Screen, open: QuestionSet) -> u32 {
        let (mut gain, mut effort) = (0, 0);
        for question in screen.questions().filter(|question| open.has(*question)) {
            gain += self.of_question(rulebook, question);
            effort += u64::from(rulebook.question(question).effort);
        }
        let effort = match screen.form {
            Form::Full(_) => effort,
            Form::List(_) => (effort * u64::from(rulebook.settings.row_effort) / 100).max(10),
        };
        let millionths = gain * 1_000_000 / ONE * 10 / effort.max(1);
        u32::try_from(millionths).unwrap_or(u32::MAX)
    }

    fn of_question(&self, rulebook: &Rulebook, at: QuestionIx) -> u64 {
        let question = rulebook.question(at);
        let offered = question.offered(self.symptom);
        let rates = |option| self.rates(rulebook, at, option);
        if let AnswerKind::Many { alone } = question.kind {
            let ticks = offered.iter().filter(|option| alone != Some(*option)).map(rates);
            return ticks.map(|rates| self.gain(|shares| after_tick(shares, &rates))).sum();
        }
        let rates: Vec<Vec<u64>> = offered.iter().map(rates).collect();
        self.gain(|shares| after_one(shares, &rates))
    }

    /// How much more concentrated the posteriors are afterwards.
    fn gain(&self, after: impl Fn(&[u64]) -> u64) -> u64 {
        let gain = |shares: &[u64]| after(shares).saturating_sub(concentration(shares));
        gain(&self.first) + gain(&self.second) * self.second_counts / ONE
    }

    /// The chance that the borrower gives the answer, before the options are made to sum to one.
    pub(super) fn chance(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> u64 {
        let joint = |(share, rate): (&u64, u64)| share * rate / ONE;
        self.first.iter().zip(self.rates(rulebook, at, option)).map(joint).sum()
    }

    /// How often those with each of the possible causes give the answer, before the options are made to sum to one.
    fn rates(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> Vec<u64> {
        let base = u64::from(rulebook.option(at, option).base_rate) * ONE / 10_000;
        let rate = |cause: &CauseIx| raised(base, self.pull(rulebook, at, option, *cause)).max(1);
        self.causes.iter().map(rate).collect()
    }

    fn pull(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx, cause: CauseIx) -> i32 {
        let row = self.starts[at.at()] + option.at();
        self.pulls[row * rulebook.causes.len() + cause.at()]
    }

    /// The causes that are possible and that an answer to the question speaks for, the likeliest first.
    pub(super) fn raised_by(&self, rulebook: &Rulebook, at: QuestionIx) -> Vec<CauseIx> {
        let offered = rulebook.question(at).offered(self.symptom);
        let is_raised =
            |cause| offered.iter().any(|option| self.pull(rulebook, at, option, cause) > 0);
        let (mut raised, mut shares): (Vec<CauseIx>, Vec<u64>) =
            self.causes.iter().zip(&self.first).filter(|(cause, _)| is_raised(**cause)).unzip();
        let mut causes = Vec::new();
        while let Some(place) = likeliest(&shares) {
            causes.push(raised.remove(place));
            shares.remove(place);
        }
        causes
    }
}

/// How concentrated shares are: the chance that two draws are the same.
fn concentration(shares: &[u64]) -> u64 {
    shares.iter().map(|share| share * share / ONE).sum()
}

/// How concentrated shares are after a question of kind one, by the rates of its options.
fn after_one(shares: &[u64], rates: &[Vec<u64>]) -> u64 {
    // The options are made to sum to one for each cause.
    let weight = |(place, share): (usize, &u64)| {
        let total: u64 = rates.iter().map(|rates| rates[place]).sum();
        share * ONE / total.max(1)
    };
    let weights: Vec<u64> = shares.iter().enumerate().map(weight).collect();
    let joint = |(weight, rate): (&u64, &u64)| weight * rate / ONE;
    rates.iter().map(|rates| expected(weights.iter().zip(rates).map(joint))).sum()
}

/// How concentrated shares are after an option of a question of kind many is ticked or left empty, by its rates.
fn after_tick(shares: &[u64], rates: &[u64]) -> u64 {
    let joint = |is_ticked: bool| {
        shares.iter().zip(rates).map(move |(share, rate)| {
            let rate = (*rate).min(ONE * 19 / 20);
            share * if is_ticked { rate } else { ONE - rate } / ONE
        })
    };
    expected(joint(true)) + expected(joint(false))
}

/// The place of the largest share; of equal ones the first.
fn likeliest(shares: &[u64]) -> Option<usize> {
    let most = shares.iter().max()?;
    shares.iter().position(|share| share == most)
}

/// The causes that are possible, with weights as their supports say.
fn weights(assessments: &[Assessment]) -> Vec<(CauseIx, u64)> {
    let supports = || assessments.iter().filter_map(|one| Some((one.cause, support(one)?)));
    let most = supports().map(|(_, support)| support).max().unwrap_or(0);
    supports().map(|(cause, support)| (cause, inverse_power(most - support))).collect()
}

/// The weights as shares of one.
fn shares(mut weights: Vec<u64>) -> Vec<u64> {
    let total = weights.iter().sum::<u64>().max(1);
    for weight in &mut weights {
        *weight = *weight * ONE / total;
    }
    weights
}

fn support(assessment: &Assessment) -> Option<i32> {
    match assessment {
        _ if assessment.settled_by.is_some() => Some(SETTLED),
        _ if assessment.ruled_out_by.is_some() => None,
        _ => assessment.prior.map(|_| assessment.support.tenths()),
    }
}

/// The pulls of every option on every cause, and where the options of each question begin.
fn pulls(rulebook: &Rulebook, facts: &Facts) -> (Vec<i32>, Vec<usize>) {
    let mut starts = Vec::with_capacity(rulebook.questions.len());
    let mut options = 0;
    for question in &rulebook.questions {
        starts.push(options);
        options += question.options.len();
    }
    let causes = rulebook.causes.len();
    let mut pulls = vec![0; options * causes];
    for (place, cause) in rulebook.causes.iter().enumerate() {
        let row = |question: QuestionIx, option: OptionIx| {
            (starts[question.at()] + option.at()) * causes + place
        };
        for evidence in cause.evidence.iter().filter(|evidence| evidence.holds_on(facts.day())) {
            pulls[row(evidence.question, evidence.option)] += evidence.weight.tenths();
        }
        for fact in &cause.hard_facts {
            pulls[row(fact.question, fact.option)] = match fact.effect {
                Effect::Settles => HARD,
                Effect::RulesOut => -HARD,
            };
        }
    }
    (pulls, starts)
}

/// The share of those who give an answer times how concentrated the posterior is then.
fn expected(joint: impl Iterator<Item = u64>) -> u64 {
    let (mut total, mut squares) = (0, 0);
    for joint in joint {
        total += joint;
        squares += joint * joint;
    }
    squares / total.max(1)
}

/// 10^(-tenths/100) for `tenths` from 0.
fn inverse_power(tenths: i32) -> u64 {
    let tenths = usize::try_from(tenths).unwrap_or(0);
    let within = DECIBANS[tenths / 10 % 10] * TENTHS[tenths % 10] / ONE;
    (0..tenths / 100).fold(within, |share, _| share / 10)
}

/// `rate * 10^(tenths/100)`, at most 100 for a rate of one: no weight counts for more than a settling answer.
fn raised(rate: u64, tenths: i32) -> u64 {
    match tenths.clamp(-HARD, HARD) {
        0 => rate,
        tenths @ ..=0 => rate * inverse_power(-tenths) / ONE,
        tenths => (rate * ONE) / inverse_power(tenths).max(1),
    }
}
