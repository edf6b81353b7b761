//! The plan against its definition, on small rulebooks.

use std::cmp::Ordering;

use loan_checkup::engine::{
    CauseIx, Diagnosis, Outcome, Remedy, RemedyIx, Risk, Rulebook, Strength, first_step,
};

use crate::borrower::diagnosis;
use crate::small::{dump, rulebook, some_answers};

/// How many small rulebooks are tried, each with a few borrowers.
const RULEBOOKS: u64 = 600;

#[test]
fn the_plan_is_what_its_definition_says() {
    let (mut several, mut prerequisites, mut conflicts) = (0, 0, 0);
    for seed in 0..RULEBOOKS {
        let rulebook = rulebook(seed);
        for share in [60, 80, 100] {
            let answers = some_answers(
                &rulebook,
                seed * 100 + share,
                usize::try_from(share).expect("a share"),
            );
            let diagnosis = diagnosis(&rulebook, &answers);
            if diagnosis.outcome == Outcome::NotEnoughKnown {
                continue;
            }
            if let Err(wrong) = check(&rulebook, &diagnosis) {
                let steps = listed(&rulebook, &diagnosis);
                panic!("{wrong}\n{steps}{}", dump(&rulebook, &answers));
            }
            several += u32::from(diagnosis.findings.len() > 1);
            let steps = || diagnosis.plan.iter().map(|step| rulebook.remedy(step.remedy));
            prerequisites += u32::from(steps().any(|remedy| !remedy.after.is_empty()));
            conflicts += u32::from(steps().any(|remedy| !remedy.conflicts.is_empty()));
        }
    }
    assert!(
        several >= 100 && prerequisites >= 100 && conflicts >= 100,
        "{several} with several reasons, {prerequisites} with prerequisites, {conflicts} with conflicts"
    );
}

#[test]
fn the_first_step_of_every_cause_is_what_its_definition_says() {
    for seed in 0..RULEBOOKS {
        let rulebook = rulebook(seed);
        for cause in rulebook.cause_places() {
            assert_eq!(
                first_step(&rulebook, cause),
                first(&rulebook, cause),
                "{cause:?} of {seed}:\n{}",
                remedies(&rulebook)
            );
        }
    }
}

fn check(rulebook: &Rulebook, diagnosis: &Diagnosis) -> Result<(), String> {
    let plan = Plan { rulebook, diagnosis };
    plan.check_steps()?;
    plan.check_choice()?;
    plan.check_order()
}

struct Plan<'a> {
    rulebook: &'a Rulebook,
    diagnosis: &'a Diagnosis,
}

impl Plan<'_> {
    fn steps(&self) -> Vec<RemedyIx> {
        self.diagnosis.plan.iter().map(|step| step.remedy).collect()
    }

    /// Every remedy for one of the reasons.
    fn candidates(&self) -> Vec<RemedyIx> {
        let helps = |at: &RemedyIx| !self.causes(*at).is_empty();
        self.rulebook.remedy_places().filter(helps).collect()
    }

    /// The shown causes that the remedy is for, in the order of the reasons.
    fn causes(&self, at: RemedyIx) -> Vec<CauseIx> {
        let shown = self.diagnosis.findings.iter().flat_map(|finding| finding.causes());
        shown.filter(|cause| likelihood(self.rulebook.remedy(at), *cause) > 0).collect()
    }

    /// Each step once, for what it says, none that conflict, none too many.
    fn check_steps(&self) -> Result<(), String> {
        let steps = self.steps();
        expect(steps.len() <= usize::from(self.rulebook.settings.most_steps), "too many steps")?;
        for (place, step) in self.diagnosis.plan.iter().enumerate() {
            let is_twice = steps[..place].contains(&step.remedy);
            expect(!is_twice, "a step stands there twice")?;
            expect(!step.causes.is_empty(), "a step for nothing")?;
            expect(step.causes == self.causes(step.remedy), "a step for other causes")?;
            let conflicts = steps.iter().any(|other| conflict(self.rulebook, step.remedy, *other));
            expect(!conflicts, "two steps conflict")?;
        }
        Ok(())
    }

    /// The first step, then the best step of each reason that conflicts with none of those, then the others by
    /// their order for as long as there is room.
    fn check_choice(&self) -> Result<(), String> {
        let mut candidates = self.candidates();
        candidates.sort_by(|one, other| self.order(*one, *other));
        if let Some(first) = self.first() {
            candidates.retain(|at| *at != first);
            candidates.insert(0, first);
        }
        let mut chosen: Vec<RemedyIx> = Vec::new();
        let fits = |chosen: &[RemedyIx], at: RemedyIx| {
            !chosen.contains(&at) && !chosen.iter().any(|other| conflict(self.rulebook, *other, at))
        };
        for finding in &self.diagnosis.findings {
            let mut own = candidates.iter().filter(|at| self.causes(**at).contains(&finding.cause));
            let has_kept = |at: RemedyIx| chosen.contains(&at);
            let best = own.find(|at| has_kept(**at) || fits(&chosen, **at)).copied();
            chosen.extend(best.filter(|best| !has_kept(*best)));
        }
        for at in &candidates {
            let has_room = chosen.len() < usize::from(self.rulebook.settings.most_steps);
            if has_room && fits(&chosen, *at) {
                chosen.push(*at);
            }
        }
        let mut steps = self.steps();
        steps.sort();
        chosen.sort();
        expect(steps == chosen, &format!("the steps should be {chosen:?}"))
    }

    /// The first step in front; behind it each step is the best of those that nothing must come before any more,
    /// where what touches credit or is risky waits for all others, except for those that need it.
    fn check_order(&self) -> Result<(), String> {
        let steps = self.steps();
        expect(steps.first().copied() == self.first(), "another first step")?;
        for (place, at) in steps.iter().enumerate() {
            let rest = &steps[place..];
            let is_early = |at: &RemedyIx| !is_late(self.rulebook.remedy(*at));
            let is_free = |at: &RemedyIx| {
                !self.rulebook.remedy(*at).after.iter().any(|before| rest.contains(before))
            };
            let may_come = |at: &RemedyIx| {
                let mut early = rest.iter().copied().filter(is_early).peekable();
                let has_early = early.peek().is_some();
                is_free(at) && (!has_early || early.any(|e| e == *at || self.needs(e, *at)))
            };
            expect(is_free(at), &format!("{} comes too early", at.0))?;
            let best = rest.iter().copied().filter(may_come).min_by(|a, b| self.order(*a, *b));
            let is_best = place == 0 || best == Some(*at);
            expect(is_best, &format!("{best:?} should come before {}", at.0))?;
        }
        Ok(())
    }

    /// Whether the first must wait for the second, in the plan.
    fn needs(&self, at: RemedyIx, before: RemedyIx) -> bool {
        let steps = self.steps();
        let mut after = self.rulebook.remedy(at).after.iter().filter(|at| steps.contains(at));
        after.any(|at| *at == before || self.needs(*at, before))
    }

    fn first(&self) -> Option<RemedyIx> {
        first(self.rulebook, self.diagnosis.first()?)
    }

    /// What is late behind what is not; what serves the first reason first; then benefit for the cost.
    fn order(&self, one: RemedyIx, other: RemedyIx) -> Ordering {
        let first = self.diagnosis.first();
        let serves = |at| first.is_some_and(|first| self.causes(at).contains(&first));
        let late = |at| is_late(self.rulebook.remedy(at));
        let cost = |at| u128::from(cost(self.rulebook, self.rulebook.remedy(at)));
        let of_one = self.benefit(one) * cost(other);
        let of_other = self.benefit(other) * cost(one);
        (late(one), !serves(one))
            .cmp(&(late(other), !serves(other)))
            .then(of_other.cmp(&of_one))
            .then(one.cmp(&other))
    }

    /// A stronger reason counts for more, and a cause folded into one for a quarter of it.
    fn benefit(&self, at: RemedyIx) -> u128 {
        let mut benefit = 0;
        for finding in &self.diagnosis.findings {
            let share = match finding.strength {
                Strength::Settled => 32,
                Strength::Strong => 16,
                Strength::Moderate => 8,
                Strength::Weak => 4,
            };
            for cause in finding.causes() {
                let likelihood = u128::from(likelihood(self.rulebook.remedy(at), cause));
                let part = if cause == finding.cause { 1 } else { 4 };
                benefit += likelihood * share / part;
            }
        }
        benefit
    }
}

/// The first step for a cause: the best of its remedies that need no remedy of other causes, or the best of those
/// that must come before it and that nothing must come before.
fn first(rulebook: &Rulebook, cause: CauseIx) -> Option<RemedyIx> {
    let own = |at: RemedyIx| likelihood(rulebook.remedy(at), cause) > 0;
    let needed = |at: RemedyIx| {
        let mut needed = rulebook.remedy(at).after.clone();
        let mut place = 0;
        while let Some(at) = needed.get(place).copied() {
            needed.extend(&rulebook.remedy(at).after);
            place += 1;
        }
        needed
    };
    let order = |one: &RemedyIx, other: &RemedyIx| {
        let [of_one, of_other] = [rulebook.remedy(*one), rulebook.remedy(*other)];
        let worth = |of: &Remedy, for_cost: &Remedy| {
            u128::from(likelihood(of, cause)) * u128::from(cost(rulebook, for_cost))
        };
        is_late(of_one)
            .cmp(&is_late(of_other))
            .then(worth(of_other, of_one).cmp(&worth(of_one, of_other)))
            .then(one.cmp(other))
    };
    let can_begin = |at: &RemedyIx| own(*at) && needed(*at).into_iter().all(own);
    let best = rulebook.remedy_places().filter(can_begin).min_by(order)?;
    let starts = needed(best).into_iter().filter(|at| rulebook.remedy(*at).after.is_empty());
    Some(starts.min_by(order).unwrap_or(best))
}

fn likelihood(remedy: &Remedy, cause: CauseIx) -> u8 {
    remedy.fixes.iter().filter(|fix| fix.cause == cause).map(|fix| fix.likelihood).sum()
}

fn is_late(remedy: &Remedy) -> bool {
    remedy.touches_credit || matches!(remedy.risk, Risk::High)
}

fn conflict(rulebook: &Rulebook, one: RemedyIx, other: RemedyIx) -> bool {
    let names = |one: RemedyIx, other| rulebook.remedy(one).conflicts.contains(&other);
    names(one, other) || names(other, one)
}

/// In tenths of a point, at least one point.
fn cost(rulebook: &Rulebook, remedy: &Remedy) -> u64 {
    let costs = &rulebook.settings.cost;
    let risk = match remedy.risk {
        Risk::None => 0,
        Risk::Low => costs.risk_low,
        Risk::High => costs.risk_high,
    };
    let parts = [
        (remedy.minutes, costs.minute),
        (remedy.yuan, costs.yuan),
        (remedy.wait_days, costs.wait_day),
        (u16::from(remedy.annoyance), costs.annoyance),
        (1, risk),
    ];
    parts.into_iter().map(|(count, each)| u64::from(count) * u64::from(each)).sum::<u64>().max(10)
}

fn expect(holds: bool, wrong: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(wrong.to_owned()) }
}

fn listed(rulebook: &Rulebook, diagnosis: &Diagnosis) -> String {
    let findings: Vec<Vec<u8>> = diagnosis
        .findings
        .iter()
        .map(|finding| finding.causes().map(|cause| cause.0).collect())
        .collect();
    let steps: Vec<u8> = diagnosis.plan.iter().map(|step| step.remedy.0).collect();
    format!("reasons {findings:?}, steps {steps:?}\n{}", remedies(rulebook))
}

fn remedies(rulebook: &Rulebook) -> String {
    let one = |(at, remedy): (usize, &Remedy)| {
        let fixes: Vec<_> = remedy.fixes.iter().map(|fix| (fix.cause.0, fix.likelihood)).collect();
        let places = |of: &[RemedyIx]| of.iter().map(|at| at.0).collect::<Vec<u8>>();
        format!(
            "r{at}: fixes {fixes:?} cost {} late {} after {:?} conflicts {:?}\n",
            cost(rulebook, remedy),
            is_late(remedy),
            places(&remedy.after),
            places(&remedy.conflicts)
        )
    };
    rulebook.remedies.iter().enumerate().map(one).collect()
}
