use crate::engine::{
    CauseIx, Condition, Decibans, Effect, Evidence, OptionIx, QuestionIx, Rulebook,
};

/// A rulebook with one mistake in it, as a slip of the pen would make it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mutant {
    cause: CauseIx,
    slip: Slip,
}

/// A slip of the pen in the file of one cause; evidence, hard facts and conditions by their place in it.
#[derive(Clone, Copy, Debug)]
enum Slip {
    FlippedSign(usize),
    DroppedWeight(usize),
    /// The evidence of an option and the one behind it.
    SwappedOptions(QuestionIx, OptionIx),
    TurnedEffect(usize),
    DroppedFact(usize),
    TurnedCondition(usize, Side, usize),
    DroppedCondition(usize, Side, usize),
}

/// On which side a condition stands.
#[derive(Clone, Copy, Debug)]
enum Side {
    When,
    Unless,
}

/// The kinds of mutant, in the order in which they are reported.
pub(super) const KINDS: [&str; 7] = [
    "sign flipped",
    "weight dropped",
    "neighbouring options swapped",
    "settles and rules-out exchanged",
    "hard fact dropped",
    "condition inverted",
    "condition dropped",
];

/// Every mutant of the rulebook; those that say the same as the rulebook are left out.
pub(super) fn mutants(rulebook: &Rulebook) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for cause in rulebook.cause_places() {
        mutants.extend(slips(rulebook, cause).into_iter().map(|slip| Mutant { cause, slip }));
    }
    mutants
}

fn slips(rulebook: &Rulebook, cause: CauseIx) -> Vec<Slip> {
    let of = rulebook.cause(cause);
    let mut slips = Vec::new();
    for (row, evidence) in of.evidence.iter().enumerate() {
        if evidence.weight != Decibans::ZERO {
            slips.push(Slip::FlippedSign(row));
            slips.push(Slip::DroppedWeight(row));
        }
    }
    for question in rulebook.question_places() {
        let options = rulebook.question(question).options.len();
        for option in OptionIx::all(options.saturating_sub(1)) {
            let said = |option| weights(&of.evidence, question, option);
            if said(option) != said(behind(option)) {
                slips.push(Slip::SwappedOptions(question, option));
            }
        }
    }
    for (at, fact) in of.hard_facts.iter().enumerate() {
        slips.extend([Slip::TurnedEffect(at), Slip::DroppedFact(at)]);
        for (side, conditions) in [(Side::When, &fact.when), (Side::Unless, &fact.unless)] {
            for condition in 0..conditions.len() {
                slips.push(Slip::TurnedCondition(at, side, condition));
                slips.push(Slip::DroppedCondition(at, side, condition));
            }
        }
    }
    slips
}

fn behind(option: OptionIx) -> OptionIx {
    OptionIx(option.0.saturating_add(1))
}

/// What the option weighs and since when, in the order of the file.
fn weights(
    evidence: &[Evidence],
    question: QuestionIx,
    option: OptionIx,
) -> Vec<(Decibans, bool, bool)> {
    let rows = evidence.iter().filter(|row| (row.question, row.option) == (question, option));
    rows.map(|row| (row.weight, row.is_general, row.valid.1.is_some())).collect()
}

impl Mutant {
    /// The place of its kind among the kinds.
    pub(super) fn kind(self) -> usize {
        match self.slip {
            Slip::FlippedSign(_) => 0,
            Slip::DroppedWeight(_) => 1,
            Slip::SwappedOptions(..) => 2,
            Slip::TurnedEffect(_) => 3,
            Slip::DroppedFact(_) => 4,
            Slip::TurnedCondition(..) => 5,
            Slip::DroppedCondition(..) => 6,
        }
    }

    /// What was changed, by name.
    pub(super) fn name(self, rulebook: &Rulebook) -> String {
        let of = rulebook.cause(self.cause);
        let (question, option) = match self.slip {
            Slip::FlippedSign(row) | Slip::DroppedWeight(row) => {
                (of.evidence[row].question, of.evidence[row].option)
            }
            Slip::SwappedOptions(question, option) => (question, option),
            Slip::TurnedEffect(at)
            | Slip::DroppedFact(at)
            | Slip::TurnedCondition(at, ..)
            | Slip::DroppedCondition(at, ..) => {
                (of.hard_facts[at].question, of.hard_facts[at].option)
            }
        };
        let option = &rulebook.option(question, option).id;
        let question = &rulebook.question(question).id;
        format!("{}: `{question}` = `{option}` for `{}`", KINDS[self.kind()], of.id)
    }

    /// The rulebook with the mistake.
    pub(super) fn of(self, rulebook: &Rulebook) -> Rulebook {
        let mut mutant = rulebook.clone();
        let cause = &mut mutant.causes[self.cause.at()];
        match self.slip {
            Slip::FlippedSign(row) => cause.evidence[row].weight = -cause.evidence[row].weight,
            Slip::DroppedWeight(row) => drop(cause.evidence.remove(row)),
            Slip::SwappedOptions(question, option) => {
                for row in cause.evidence.iter_mut().filter(|row| row.question == question) {
                    row.option = match row.option {
                        this if this == option => behind(option),
                        that if that == behind(option) => option,
                        other => other,
                    };
                }
            }
            Slip::TurnedEffect(at) => {
                let effect = &mut cause.hard_facts[at].effect;
                *effect = match effect {
                    Effect::Settles => Effect::RulesOut,
                    Effect::RulesOut => Effect::Settles,
                };
            }
            Slip::DroppedFact(at) => drop(cause.hard_facts.remove(at)),
            Slip::TurnedCondition(at, side, condition) => {
                let fact = &mut cause.hard_facts[at];
                let (from, to) = sides(&mut fact.when, &mut fact.unless, side);
                let turned = from.remove(condition);
                to.push(turned);
            }
            Slip::DroppedCondition(at, side, condition) => {
                let fact = &mut cause.hard_facts[at];
                sides(&mut fact.when, &mut fact.unless, side).0.remove(condition);
            }
        }
        mutant
    }
}

/// The side that is meant, then the other one.
fn sides<'a>(
    when: &'a mut Vec<Condition>,
    unless: &'a mut Vec<Condition>,
    side: Side,
) -> (&'a mut Vec<Condition>, &'a mut Vec<Condition>) {
    match side {
        Side::When => (when, unless),
        Side::Unless => (unless, when),
    }
}
