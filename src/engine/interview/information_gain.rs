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

/// What could be learnt from the open questions, from the posterior if exactly one cause is at work.
pub(super) struct InformationGain {
    symptom: Option<OptionIx>,
    /// The causes that are possible with their shares, which sum to about one.
    posterior: Vec<(CauseIx, u64)>,
    /// For each option the pull on each cause in tenths of a deciban, option after option.
    pulls: Vec<i32>,
    /// Where the options of each question begin.
    starts: Vec<usize>,
}

impl InformationGain {
    pub(super) fn new(rulebook: &Rulebook, assessments: &[Assessment], facts: &Facts) -> Self {
        let (pulls, starts) = pulls(rulebook, facts);
        let (symptom, posterior) = (facts.symptom(), posterior(assessments));
        Self { symptom, posterior, pulls, starts }
    }

    /// Expected gain of a screen: how much its open questions would concentrate the posterior, the sum of its parts;
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
        let concentration = |(_, share): &(CauseIx, u64)| share * share / ONE;
        let before: u64 = self.posterior.iter().map(concentration).sum();
        if let AnswerKind::Many { alone } = question.kind {
            let ticks = offered.iter().filter(|option| alone != Some(*option));
            return ticks
                .map(|option| self.of_tick(rulebook, at, option).saturating_sub(before))
                .sum();
        }
        let rates: Vec<Vec<u64>> =
            offered.iter().map(|option| self.rates(rulebook, at, option)).collect();
        // The options are made to sum to one for each cause.
        let weights: Vec<u64> = self
            .posterior
            .iter()
            .enumerate()
            .map(|(place, (_, share))| {
                let total: u64 = rates.iter().map(|rates| rates[place]).sum();
                share * ONE / total.max(1)
            })
            .collect();
        let joint = |(weight, rate): (&u64, &u64)| weight * rate / ONE;
        let after: u64 =
            rates.iter().map(|rates| expected(weights.iter().zip(rates).map(joint))).sum();
        after.saturating_sub(before)
    }

    /// How concentrated the posterior is after an option of a question of kind many is ticked or left empty.
    fn of_tick(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> u64 {
        let ticked: Vec<u64> = self
            .rates(rulebook, at, option)
            .iter()
            .map(|rate| (*rate).min(ONE * 19 / 20))
            .collect();
        let joint = |is_ticked: bool| {
            self.posterior.iter().zip(&ticked).map(move |((_, share), rate)| {
                share * if is_ticked { *rate } else { ONE - rate } / ONE
            })
        };
        expected(joint(true)) + expected(joint(false))
    }

    /// The chance that the borrower gives the answer, before the options are made to sum to one.
    pub(super) fn chance(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> u64 {
        let joint = |((_, share), rate): (&(CauseIx, u64), u64)| share * rate / ONE;
        self.posterior.iter().zip(self.rates(rulebook, at, option)).map(joint).sum()
    }

    /// How often those with each of the possible causes give the answer, before the options are made to sum to one.
    fn rates(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx) -> Vec<u64> {
        let base = u64::from(rulebook.option(at, option).base_rate) * ONE / 10_000;
        let rate = |cause| raised(base, self.pull(rulebook, at, option, cause)).max(1);
        self.posterior.iter().map(|(cause, _)| rate(*cause)).collect()
    }

    fn pull(&self, rulebook: &Rulebook, at: QuestionIx, option: OptionIx, cause: CauseIx) -> i32 {
        let row = self.starts[at.at()] + option.at();
        self.pulls[row * rulebook.causes.len() + cause.at()]
    }

    /// The causes that are possible and that an answer to the question speaks for, the likeliest first.
    pub(super) fn raised_by(&self, rulebook: &Rulebook, at: QuestionIx) -> Vec<CauseIx> {
        let offered = rulebook.question(at).offered(self.symptom);
        let mut raised: Vec<(CauseIx, u64)> = self.posterior.clone();
        raised.retain(|(cause, _)| {
            offered.iter().any(|option| self.pull(rulebook, at, option, *cause) > 0)
        });
        let mut causes = Vec::new();
        while let Some(place) = likeliest(&raised) {
            causes.push(raised.remove(place).0);
        }
        causes
    }
}

fn likeliest(shares: &[(CauseIx, u64)]) -> Option<usize> {
    let best = shares.iter().map(|(_, share)| *share).max()?;
    shares.iter().position(|(_, share)| *share == best)
}

fn posterior(assessments: &[Assessment]) -> Vec<(CauseIx, u64)> {
    let supports = || assessments.iter().filter_map(|one| Some((one.cause, support(one)?)));
    let most = supports().map(|(_, support)| support).max().unwrap_or(0);
    let mut posterior: Vec<(CauseIx, u64)> =
        supports().map(|(cause, support)| (cause, inverse_power(most - support))).collect();
    let total = posterior.iter().map(|(_, weight)| weight).sum::<u64>().max(1);
    for (_, weight) in &mut posterior {
        *weight = *weight * ONE / total;
    }
    posterior
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
