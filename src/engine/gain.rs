use super::{
    Assessment, Diagnosis, Effect, Form, Kind, OptionIx, Question, QuestionIx, Rulebook, Screen,
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

/// How likely each cause is if exactly one of them is at work; in the order of the assessments, sums to about one.
pub(super) struct Posterior(Vec<u64>);

impl Posterior {
    pub(super) fn new(assessments: &[Assessment]) -> Self {
        let supports: Vec<Option<i32>> = assessments.iter().map(support).collect();
        let most = supports.iter().flatten().max().copied().unwrap_or(0);
        let weights: Vec<u64> = supports
            .iter()
            .map(|support| support.map_or(0, |support| inverse_power(most - support)))
            .collect();
        let total = weights.iter().sum::<u64>().max(1);
        Self(weights.iter().map(|weight| weight * ONE / total).collect())
    }

    /// How concentrated it is: the sum of the squares (one minus the Gini impurity).
    fn concentration(&self) -> u64 {
        self.0.iter().map(|share| share * share).sum::<u64>() / ONE
    }
}

fn support(assessment: &Assessment) -> Option<i32> {
    match assessment {
        _ if assessment.settled_by.is_some() => Some(SETTLED),
        _ if assessment.ruled_out_by.is_some() => None,
        _ => assessment.prior.map(|_| assessment.support.tenths()),
    }
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
        tenths @ ..=0 => rate * inverse_power(-tenths) / ONE,
        tenths => (rate * ONE) / inverse_power(tenths).max(1),
    }
}

/// Expected gain of a screen: how much its open questions would concentrate the posterior, the sum of its parts;
/// for one unit of effort, in millionths.
pub(super) fn screen_gain(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
    posterior: &Posterior,
    screen: &Screen,
    is_open: impl Fn(QuestionIx) -> bool,
) -> u32 {
    let open: Vec<QuestionIx> = screen.questions().filter(|at| is_open(*at)).collect();
    let gain: u64 = open.iter().map(|at| question_gain(rulebook, diagnosis, posterior, *at)).sum();
    let effort: u64 = open.iter().map(|at| u64::from(rulebook.question(*at).effort)).sum();
    let effort = match screen.form {
        Form::Full(_) => effort,
        Form::List(_) => (effort * u64::from(rulebook.settings.row_effort) / 100).max(10),
    };
    let millionths = gain * 1_000_000 / ONE * 10 / effort.max(1);
    u32::try_from(millionths).unwrap_or(u32::MAX)
}

fn question_gain(
    rulebook: &Rulebook,
    diagnosis: &Diagnosis,
    posterior: &Posterior,
    at: QuestionIx,
) -> u64 {
    let question = rulebook.question(at);
    let symptom = diagnosis.facts.symptom();
    let offered: Vec<OptionIx> = OptionIx::all(question.options.len())
        .filter(|option| question.options[option.at()].offered.has(symptom))
        .collect();
    let rates: Vec<Vec<u64>> =
        offered.iter().map(|option| rates(rulebook, at, question, *option)).collect();
    let before = posterior.concentration();
    let alone = question.alone();
    match question.kind {
        Kind::Many { .. } => offered
            .iter()
            .zip(&rates)
            .filter(|(option, _)| alone != Some(**option))
            .map(|(_, ticked)| {
                let ticked: Vec<u64> =
                    ticked.iter().map(|rate| (*rate).min(ONE * 19 / 20)).collect();
                let empty: Vec<u64> = ticked.iter().map(|rate| ONE - rate).collect();
                (expected(posterior, &ticked) + expected(posterior, &empty)).saturating_sub(before)
            })
            .sum(),
        Kind::One | Kind::Money(_) => {
            let totals: Vec<u64> = (0..posterior.0.len())
                .map(|cause| rates.iter().map(|rate| rate[cause]).sum::<u64>().max(1))
                .collect();
            let after: u64 = rates
                .iter()
                .map(|rate| {
                    let share: Vec<u64> =
                        rate.iter().zip(&totals).map(|(rate, total)| rate * ONE / total).collect();
                    expected(posterior, &share)
                })
                .sum();
            after.saturating_sub(before)
        }
    }
}

/// For each cause how often those with it give the answer, before the options are made to sum to one.
fn rates(rulebook: &Rulebook, at: QuestionIx, question: &Question, option: OptionIx) -> Vec<u64> {
    let choice = &question.options[option.at()];
    let base = u64::from(choice.base_rate) * ONE / 10_000;
    let mut tenths = vec![0; rulebook.causes.len()];
    for evidence in &choice.evidence {
        tenths[evidence.cause.at()] += evidence.weight.tenths();
    }
    for cause in rulebook.cause_places() {
        for fact in &rulebook.cause(cause).hard_facts {
            if fact.question == at && fact.option == option {
                tenths[cause.at()] = match fact.effect {
                    Effect::Settles => HARD,
                    Effect::RulesOut => -HARD,
                };
            }
        }
    }
    tenths.into_iter().map(|tenths| raised(base, tenths).max(1)).collect()
}

/// The share of those who give the answer times how concentrated the posterior is then.
fn expected(posterior: &Posterior, rates: &[u64]) -> u64 {
    let joint = |(share, rate): (&u64, &u64)| share * rate / ONE;
    let total: u64 = posterior.0.iter().zip(rates).map(joint).sum();
    let squares: u64 = posterior.0.iter().zip(rates).map(joint).map(|joint| joint * joint).sum();
    squares / total.max(1)
}
