use crate::engine::{
    Answer, AnswerKind, Answers, Cause, CauseIx, Date, Effect, Form, OptionIx, OptionSet,
    QuestionIx, Ratio, Rulebook,
};

use super::band::{Band, amounts};
use super::{Borrower, Chance};

/// How many borrowers have a second cause.
const SECOND_CAUSE: f64 = 0.3;

/// How many do not know what to tick where several options may hold; for the other kinds it is what the base rates leave.
const UNSURE_OF_TICKS: f64 = 0.03;

/// What a settling answer counts as, in tenths of a deciban; a ruling-out one counts as its negative.
const HARD: i32 = 200;

/// How often an answer is given at the most, however strong the pull; a higher base rate stays.
const MOST: f64 = 0.9;

/// How rare an answer can be.
const LEAST: f64 = 0.0001;

/// The rulebook's own model of borrowers, from its priors, base rates and weights.
///
/// # Design
///
/// The first cause is drawn in proportion to `10^(prior/10)` among those in question, fraud included; with three
/// borrowers in ten a second, different one is drawn likewise. An answer's rate is its base rate times
/// `10^(weight/10)`; a settling answer counts 20 decibans, a ruling-out one as many against, and no rate is raised
/// above 0.9. Where two causes are at work the stronger pull counts, of equal ones the one that raises.
/// Rates of options that exclude each other are made to sum to what `unsure` leaves; the others are ticked each by
/// itself, and the option that stands alone (or that a list stores for empty rows) is what remains without a tick.
/// Answers hang together through the causes only, so evidence groups that the rulebook caps are not drawn together.
pub struct Model<'a> {
    rulebook: &'a Rulebook,
    day: Date,
    /// For each cause the pulls on all options, question after question, in tenths of a deciban.
    pulls: Vec<Vec<i32>>,
    /// Where the options of each question begin in `pulls`.
    starts: Vec<usize>,
    /// For each question the option that remains without a tick.
    otherwise: Vec<Option<OptionIx>>,
}

impl<'a> Model<'a> {
    /// The model of borrowers on that day.
    #[must_use]
    pub fn new(rulebook: &'a Rulebook, day: Date) -> Self {
        let mut starts = Vec::with_capacity(rulebook.questions.len());
        let mut options = 0;
        for question in &rulebook.questions {
            starts.push(options);
            options += question.options.len();
        }
        let pulls = |cause: &Cause| pulls(cause, &starts, options, day);
        let pulls = rulebook.causes.iter().map(pulls).collect();
        let otherwise = rulebook.question_places().map(|at| otherwise(rulebook, at)).collect();
        Self { rulebook, day, pulls, starts, otherwise }
    }

    /// The rulebook that is modelled.
    #[must_use]
    pub fn rulebook(&self) -> &'a Rulebook {
        self.rulebook
    }

    /// The day on which the rules are asked.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// The symptoms that borrowers have.
    pub fn symptoms(&self) -> impl Iterator<Item = OptionIx> + use<> {
        OptionIx::all(self.rulebook.question(self.rulebook.symptom).options.len())
    }

    /// The share of borrowers with the symptom, by the rulebook's base rates.
    #[must_use]
    pub fn symptom_share(&self, symptom: OptionIx) -> f64 {
        let base = |at| f64::from(self.rulebook.option(self.rulebook.symptom, at).base_rate);
        let all: f64 = self.symptoms().map(base).sum();
        base(symptom) / all.max(1.0)
    }

    /// The borrower with that symptom and number; always the same one.
    #[must_use]
    pub fn borrower(&self, symptom: OptionIx, number: u64) -> Borrower {
        let chance =
            Chance::new(number).about(&self.rulebook.option(self.rulebook.symptom, symptom).id);
        let causes = self.draw_causes(symptom, chance.about("causes"));
        let mut says = Answers::new();
        for at in self.rulebook.question_places() {
            let question = self.rulebook.question(at);
            if at == self.rulebook.symptom {
                says.choose(at, symptom);
            } else if question.applies.has(Some(symptom)) {
                says.set(at, self.draw_answer(symptom, at, &causes, chance.about(&question.id)));
            }
        }
        Borrower { symptom, number, causes, says }
    }

    /// The causes in question with their shares as the first cause, which sum to one.
    #[must_use]
    pub fn first_causes(&self, symptom: OptionIx) -> Vec<(CauseIx, f64)> {
        let weight =
            |cause| Some((cause, power(self.rulebook.cause(cause).prior(Some(symptom))?.tenths())));
        let weights: Vec<(CauseIx, f64)> =
            self.rulebook.cause_places().filter_map(weight).collect();
        let all: f64 = weights.iter().map(|(_, weight)| weight).sum();
        weights.into_iter().map(|(cause, weight)| (cause, weight / all)).collect()
    }

    /// Every set of causes that may be at work, with its chance; the chances sum to one.
    #[must_use]
    pub fn hypotheses(&self, symptom: OptionIx) -> Vec<(Vec<CauseIx>, f64)> {
        let single = self.first_causes(symptom);
        if single.len() < 2 {
            return single.into_iter().map(|(cause, share)| (vec![cause], share)).collect();
        }
        let mut found: Vec<(Vec<CauseIx>, f64)> = single
            .iter()
            .map(|(cause, share)| (vec![*cause], share * (1.0 - SECOND_CAUSE)))
            .collect();
        for (place, (one, first)) in single.iter().enumerate() {
            for (other, second) in &single[place + 1..] {
                let either_way = first * second / (1.0 - first) + first * second / (1.0 - second);
                found.push((vec![*one, *other], SECOND_CAUSE * either_way));
            }
        }
        found
    }

    /// How likely the answer is where these causes are at work, up to a factor that is the same for all causes.
    #[must_use]
    pub fn likelihood(
        &self,
        symptom: OptionIx,
        question: QuestionIx,
        options: OptionSet,
        causes: &[CauseIx],
    ) -> f64 {
        let offered = self.rulebook.question(question).offered(Some(symptom));
        let rate = |option| self.rate(question, option, causes);
        if !self.has_ticks(question) {
            let chosen: f64 = options.iter().map(rate).sum();
            let all: f64 = offered.iter().map(rate).sum();
            return if options.is_empty() { 1.0 } else { chosen / all };
        }
        let otherwise = self.otherwise[question.at()];
        let ticks = offered.iter().filter(|option| otherwise != Some(*option));
        let likelihood = ticks.fold(1.0, |likelihood, option| {
            let rate = rate(option);
            likelihood * if options.has(option) { rate } else { 1.0 - rate }
        });
        match options.is_empty() {
            // Who does not know, and who has nothing to tick, say the same.
            true if otherwise.is_none() => UNSURE_OF_TICKS + (1.0 - UNSURE_OF_TICKS) * likelihood,
            true => UNSURE_OF_TICKS,
            false => (1.0 - UNSURE_OF_TICKS) * likelihood,
        }
    }

    fn draw_causes(&self, symptom: OptionIx, chance: Chance) -> Vec<CauseIx> {
        let arrival = |(cause, share): (CauseIx, f64)| {
            (chance.about(&self.rulebook.cause(cause).id).arrival(share), cause)
        };
        let mut arrivals: Vec<(f64, CauseIx)> =
            self.first_causes(symptom).into_iter().map(arrival).collect();
        arrivals.sort_by(|one, other| one.0.total_cmp(&other.0));
        let count = if chance.share() < SECOND_CAUSE { 2 } else { 1 };
        arrivals.into_iter().take(count).map(|(_, cause)| cause).collect()
    }

    fn draw_answer(
        &self,
        symptom: OptionIx,
        at: QuestionIx,
        causes: &[CauseIx],
        chance: Chance,
    ) -> Answer {
        let question = self.rulebook.question(at);
        let offered = question.offered(Some(symptom));
        let of = |option: OptionIx| chance.about(&question.options[option.at()].id);
        if self.has_ticks(at) {
            if chance.share() < UNSURE_OF_TICKS {
                return Answer::Unsure;
            }
            let otherwise = self.otherwise[at.at()];
            let ticked = offered
                .iter()
                .filter(|option| otherwise != Some(*option))
                .filter(|option| of(*option).share() < self.rate(at, *option, causes))
                .fold(OptionSet::EMPTY, OptionSet::with);
            return match otherwise {
                _ if !ticked.is_empty() => Answer::Options(ticked),
                Some(otherwise) => Answer::Options(OptionSet::of(otherwise)),
                None => Answer::Unsure,
            };
        }
        let base = |option| f64::from(self.rulebook.option(at, option).base_rate) / 10_000.0;
        let known: f64 = offered.iter().map(base).sum();
        if chance.share() >= known {
            return Answer::Unsure;
        }
        let arrival = |option| of(option).arrival(self.rate(at, option, causes));
        let first = offered
            .iter()
            .map(|option| (arrival(option), option))
            .min_by(|one, other| one.0.total_cmp(&other.0));
        match (first, &question.kind) {
            (None, _) => Answer::Unsure,
            (Some((_, band)), AnswerKind::Money(ratio)) => {
                draw_amounts(ratio, band, self.rulebook.settings.most_amount, chance)
            }
            (Some((_, option)), _) => Answer::Options(OptionSet::of(option)),
        }
    }

    fn has_ticks(&self, question: QuestionIx) -> bool {
        matches!(self.rulebook.question(question).kind, AnswerKind::Many { .. })
    }

    /// How often the answer is given where these causes are at work, before the options are made to sum.
    fn rate(&self, question: QuestionIx, option: OptionIx, causes: &[CauseIx]) -> f64 {
        let base = f64::from(self.rulebook.option(question, option).base_rate) / 10_000.0;
        let row = self.starts[question.at()] + option.at();
        let pulls = causes.iter().map(|cause| self.pulls[cause.at()][row]);
        let pull = pulls.max_by_key(|pull| (pull.abs(), *pull)).unwrap_or(0);
        (base * power(pull)).clamp(LEAST, MOST.max(base))
    }
}

/// `10^(tenths/100)`.
fn power(tenths: i32) -> f64 {
    10f64.powf(f64::from(tenths) / 100.0)
}

fn pulls(cause: &Cause, starts: &[usize], options: usize, day: Date) -> Vec<i32> {
    let mut pulls = vec![0; options];
    for row in cause.evidence.iter().filter(|row| row.holds_on(day)) {
        pulls[starts[row.question.at()] + row.option.at()] += row.weight.tenths();
    }
    for effect in [Effect::RulesOut, Effect::Settles] {
        for fact in cause.hard_facts.iter().filter(|fact| fact.effect == effect) {
            pulls[starts[fact.question.at()] + fact.option.at()] = match effect {
                Effect::Settles => HARD,
                Effect::RulesOut => -HARD,
            };
        }
    }
    pulls
}

/// The option that remains where several may hold and none is ticked.
pub(super) fn otherwise(rulebook: &Rulebook, question: QuestionIx) -> Option<OptionIx> {
    let rows = rulebook.screens.iter().flat_map(|screen| match &screen.form {
        Form::Full(_) => &[][..],
        Form::List(rows) => rows.as_slice(),
    });
    let stored = rows.filter(|row| row.question == question).map(|row| row.otherwise).next();
    rulebook.question(question).alone().or(stored)
}

/// Amounts whose ratio lies in the band.
fn draw_amounts(ratio: &Ratio, option: OptionIx, most: u32, chance: Chance) -> Answer {
    let band = Band::of(ratio, option);
    let drawn = |name: &str, count: u32| {
        u32::try_from(chance.about(name).below(u64::from(count))).unwrap_or(0)
    };
    amounts(ratio, band.least + drawn("share", band.width), 1 + drawn("whole", 5), most)
}
