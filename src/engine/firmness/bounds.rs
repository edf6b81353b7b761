use crate::engine::answers::Facts;
use crate::engine::diagnosis::{can_decide, clean_weight, tier};
use crate::engine::rules::{
    AnswerKind, Cause, CauseIx, Condition, Decibans, Effect, Evidence, HardFact, OptionSet,
    QuestionIx, QuestionSet, Rulebook, ShownOn,
};

/// Between which bounds a cause can still stand when some questions are open.
///
/// With no open question that says something about the cause the bounds meet and are exact.
pub(super) struct Bounds {
    cause: CauseIx,
    is_in_question: bool,
    /// Support without the clean bonus.
    least_firm: Decibans,
    most_firm: Decibans,
    /// Clean answers so far to questions that do not touch the cause.
    clean_answers: i32,
    /// Whether an answer of its own speaks for it: for certain, or perhaps.
    has_own_answer: bool,
    may_have_own_answer: bool,
    /// By what it is settled: 0 not, 1 by an answer, 2 by the page.
    pub(super) least_tier: u8,
    pub(super) most_tier: u8,
    /// Whether it is ruled out: for certain, or perhaps.
    is_out: bool,
    may_be_out: bool,
}

/// Works out the bounds; `open` holds the options that are left for the questions in `free`.
pub(super) fn bounds(
    rulebook: &Rulebook,
    facts: &Facts,
    free: QuestionSet,
    open: &[(QuestionIx, OptionSet)],
    at: CauseIx,
) -> Bounds {
    let cause = rulebook.cause(at);
    let prior = cause.prior(facts.symptom());
    let mut bounds = Bounds {
        cause: at,
        is_in_question: prior.is_some(),
        least_firm: prior.unwrap_or_default(),
        most_firm: prior.unwrap_or_default(),
        clean_answers: 0,
        has_own_answer: false,
        may_have_own_answer: false,
        least_tier: 0,
        most_tier: 0,
        is_out: false,
        may_be_out: false,
    };
    let world = World { rulebook, facts, free, open };
    bounds.add_evidence(&world, cause);
    bounds.add_hard_facts(&world, cause);
    bounds
}

/// What is known and what is open.
struct World<'a> {
    rulebook: &'a Rulebook,
    facts: &'a Facts,
    free: QuestionSet,
    open: &'a [(QuestionIx, OptionSet)],
}

impl World<'_> {
    fn left(&self, question: QuestionIx) -> OptionSet {
        let open = self.open.iter().find(|(other, _)| *other == question);
        open.map_or(OptionSet::EMPTY, |(_, options)| *options)
    }

    /// Whether one of the options holds: for certain, or perhaps.
    fn meets(&self, question: QuestionIx, options: OptionSet) -> (bool, bool) {
        let meets = self.facts.held(question).meets(options);
        let may = self.free.has(question) && self.left(question).meets(options);
        (meets, meets || may)
    }

    /// Whether the hard fact holds: for certain, or perhaps.
    fn establishes(&self, fact: &HardFact) -> (bool, bool) {
        let meets = |condition: &Condition| self.meets(condition.question, condition.options);
        let (mut surely, mut perhaps) = self.meets(fact.question, OptionSet::of(fact.option));
        for (certain, possible) in fact.when.iter().map(meets) {
            (surely, perhaps) = (surely && certain, perhaps && possible);
        }
        for (certain, possible) in fact.unless.iter().map(meets) {
            (surely, perhaps) = (surely && !possible, perhaps && !certain);
        }
        (surely, perhaps)
    }

    /// The least and the most that the answers to one question can sum to.
    fn sums(&self, evidence: &[Evidence]) -> (Decibans, Decibans) {
        let (mut least, mut most) = (Decibans::ZERO, Decibans::ZERO);
        for row in evidence.iter().filter(|row| row.holds_on(self.facts.day())) {
            let weight = row.weight;
            if self.facts.held(row.question).has(row.option) {
                least += weight;
                most += weight;
            } else if self.free.has(row.question) && self.left(row.question).has(row.option) {
                match self.rulebook.question(row.question).kind {
                    AnswerKind::Many { .. } if weight < Decibans::ZERO => least += weight,
                    AnswerKind::Many { .. } => most += weight,
                    AnswerKind::One | AnswerKind::Money(_) => {
                        least = least.min(weight);
                        most = most.max(weight);
                    }
                }
            }
        }
        (least, most)
    }
}

impl Bounds {
    fn add_evidence(&mut self, world: &World, cause: &Cause) {
        let rulebook = world.rulebook;
        let mut clean = world.facts.clean();
        let of_group = |row: &Evidence| rulebook.question(row.question).group;
        let same_question = |one: &Evidence, other: &Evidence| one.question == other.question;
        let same_group = |one: &Evidence, other: &Evidence| {
            one.question == other.question
                || (of_group(one).is_some() && of_group(one) == of_group(other))
        };
        for group in cause.evidence.chunk_by(same_group) {
            let (mut least, mut most) = (Decibans::ZERO, Decibans::ZERO);
            for question in group.chunk_by(same_question) {
                clean = clean.without(question[0].question);
                let (low, high) = world.sums(question);
                least += low;
                most += high;
            }
            if let Some(group) = of_group(&group[0]) {
                let cap = rulebook.groups[group.at()].cap;
                (least, most) = (least.clamp_to(cap), most.clamp_to(cap));
            }
            self.least_firm += least;
            self.most_firm += most;
        }
        self.clean_answers = clean.len();
        for row in cause.evidence.iter().filter(|row| row.holds_on(world.facts.day())) {
            if row.weight > Decibans::ZERO && !row.is_general {
                let (surely, perhaps) = world.meets(row.question, OptionSet::of(row.option));
                self.has_own_answer |= surely;
                self.may_have_own_answer |= perhaps;
            }
        }
    }

    fn add_hard_facts(&mut self, world: &World, cause: &Cause) {
        let (mut denied, mut may_be_denied) = (0, 0);
        for fact in &cause.hard_facts {
            if can_decide(world.rulebook, cause, self.is_in_question, fact) {
                let (surely, perhaps) = world.establishes(fact);
                let tier = tier(world.rulebook, fact.question);
                let (least, most) = match fact.effect {
                    Effect::Settles => (&mut self.least_tier, &mut self.most_tier),
                    Effect::RulesOut => (&mut denied, &mut may_be_denied),
                };
                *least = (*least).max(if surely { tier } else { 0 });
                *most = (*most).max(if perhaps { tier } else { 0 });
            }
        }
        // What the page denies is not settled by an answer.
        if denied == 2 && self.most_tier == 1 {
            self.most_tier = 0;
        }
        if may_be_denied == 2 && self.least_tier == 1 {
            self.least_tier = 0;
        }
        self.is_out = denied > 0 && self.most_tier == 0;
        self.may_be_out = may_be_denied > 0 && self.least_tier == 0;
    }

    /// The most support, with so many further clean answers.
    pub(super) fn most(&self, rulebook: &Rulebook, clean: i32) -> Decibans {
        self.most_firm + self.bonus(rulebook, clean)
    }

    /// The least support, with so many further clean answers.
    pub(super) fn least(&self, rulebook: &Rulebook, clean: i32) -> Decibans {
        self.least_firm + self.bonus(rulebook, clean)
    }

    fn bonus(&self, rulebook: &Rulebook, clean: i32) -> Decibans {
        let (weight, cap) = clean_weight(rulebook, rulebook.cause(self.cause).shown_on);
        weight.times(self.clean_answers + clean).clamp_to(cap)
    }

    /// Whether it may be shown, with at most so many further clean answers.
    pub(super) fn may_be_shown(&self, rulebook: &Rulebook, clean: i32) -> bool {
        let speaks = self.may_have_own_answer || self.speaks_by_clean(rulebook, clean);
        self.most_tier > 0
            || (self.is_in_question
                && !self.is_out
                && !rulebook.cause(self.cause).stops
                && speaks
                && self.most(rulebook, clean) >= self.least_support(rulebook))
    }

    /// Whether it may not be shown.
    pub(super) fn may_be_hidden(&self, rulebook: &Rulebook) -> bool {
        let speaks = self.has_own_answer || self.speaks_by_clean(rulebook, 0);
        self.least_tier == 0
            && (!self.is_in_question
                || self.may_be_out
                || rulebook.cause(self.cause).stops
                || !speaks
                || self.least(rulebook, 0) < self.least_support(rulebook))
    }

    fn least_support(&self, rulebook: &Rulebook) -> Decibans {
        rulebook.settings.least_support(rulebook.cause(self.cause).shown_on)
    }

    fn speaks_by_clean(&self, rulebook: &Rulebook, clean: i32) -> bool {
        rulebook.cause(self.cause).shown_on == ShownOn::CleanAnswers
            && self.bonus(rulebook, clean) > Decibans::ZERO
    }
}
