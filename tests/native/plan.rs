//! The plan: what is promised of it, on small rulebooks, and examples that were worked out by hand.

use std::collections::BTreeMap;

use loan_checkup::engine::{
    AnswerKind, AnswerOption, Answers, Cause, CauseIx, Costs, Decibans, Diagnosis, Evidence, Facts,
    Fix, OptionIx, Outcome, Question, QuestionIx, Remedy, RemedyIx, Risk, Rulebook, ShownOn,
    Standing, Strength, SymptomSet, Who, first_step,
};

use crate::borrower::diagnosis;
use crate::folder;
use crate::small::{dump, fitted, rulebook, some_answers};

/// How many small rulebooks are tried, each with a few borrowers.
const RULEBOOKS: u64 = 600;

/// How many of them where every remedy is changed.
const CHANGED: u64 = 200;

#[test]
fn a_plan_keeps_what_is_promised_of_it() {
    let (mut several, mut prerequisites, mut conflicts, mut late, mut full) = (0, 0, 0, 0, 0);
    each_result(RULEBOOKS, &|_| (), &mut |rulebook, answers, diagnosis| {
        let plan = Plan { rulebook, diagnosis };
        if let Err(wrong) = plan.check() {
            panic!("{wrong}\n{}{}", plan.listed(), dump(rulebook, answers));
        }
        let steps = plan.steps();
        several += u32::from(diagnosis.findings.len() > 1);
        let remedies = || steps.iter().map(|step| rulebook.remedy(*step));
        prerequisites += u32::from(remedies().any(|remedy| !remedy.after.is_empty()));
        conflicts += u32::from(remedies().any(|remedy| !remedy.conflicts.is_empty()));
        late += u32::from(remedies().any(is_late) && !remedies().all(is_late));
        full += u32::from(steps.len() == most_steps(rulebook));
    });
    let stakes = [several, prerequisites, conflicts, late, full];
    assert!(stakes.iter().all(|count| *count >= 100), "too little is at stake: {stakes:?}");
}

/// The steps that do not fit the answers are left out, as far as there is room, and those that stand in every plan frame
/// the others.
#[test]
fn every_step_fits_the_answers_and_what_stands_in_every_plan_frames_it() {
    let (mut unfit, mut framed) = (0, 0);
    for seed in 0..RULEBOOKS {
        let whole = rulebook(seed);
        for share in [60, 80, 100] {
            let answers = some_answers(&whole, seed, share);
            let bound = diagnosis(&whole, &answers);
            let free = diagnosis(&fitted(&whole, &bound.facts), &answers);
            if let Err(wrong) = check_frame(&whole, &bound, &free) {
                panic!("{wrong}\n{}", dump(&whole, &answers));
            }
            let fits = |at: RemedyIx| bound.facts.allow(whole.remedy(at));
            unfit += u32::from(!whole.remedy_places().all(fits));
            let stands = |at: RemedyIx| fits(at) && whole.remedy(at).standing != Standing::None;
            framed += u32::from(whole.remedy_places().any(stands));
        }
    }
    assert!(unfit >= 100 && framed >= 100, "too little is at stake: {unfit}, {framed}");
}

/// It follows from the first reason and from which steps fit the answers, whatever else is shown.
#[test]
fn the_same_first_reason_with_the_same_steps_has_the_same_first_step() {
    let mut first_steps: BTreeMap<(String, CauseIx), Vec<RemedyIx>> = BTreeMap::new();
    each_result(RULEBOOKS, &|_| (), &mut |rulebook, answers, diagnosis| {
        let (Some(first), Some(step)) = (diagnosis.first(), diagnosis.plan.first()) else {
            panic!("no reason or no step: {}", dump(rulebook, answers));
        };
        let expected = first_step(rulebook, &diagnosis.facts, first);
        assert_eq!(expected, Some(step.remedy), "{}", dump(rulebook, answers));
        let of = format!("{} {}", rulebook.version, remedies(rulebook));
        first_steps.entry((of, first)).or_default().push(step.remedy);
    });
    let shared = first_steps.values().filter(|steps| steps.len() > 1).count();
    assert!(shared >= 80, "only {shared} reasons are first more than once");
    for (first, steps) in first_steps {
        assert!(steps.iter().all(|step| *step == steps[0]), "{first:?} begins with {steps:?}");
    }
}

/// Asks more of whoever takes the step.
type More = fn(&mut Remedy);

/// Without prerequisites and conflicts, which can pull a step to and fro.
#[test]
fn a_step_that_takes_more_effort_never_moves_forward() {
    let efforts: [(&str, More); 5] = [
        ("minutes", |remedy| remedy.minutes += 120),
        ("yuan", |remedy| remedy.yuan += 120),
        ("days of waiting", |remedy| remedy.wait_days += 60),
        ("annoyance", |remedy| remedy.annoyance += 6),
        ("a low risk", |remedy| {
            if remedy.risk == Risk::None {
                remedy.risk = Risk::Low;
            }
        }),
    ];
    for (what, effort) in efforts {
        let moved = moves(&|remedy, _| effort(remedy));
        assert!(moved.forward == 0 && moved.back >= 100, "{what}: {moved:?}");
    }
}

#[test]
fn a_step_that_helps_more_often_never_moves_back() {
    let moved = moves(&|remedy, shown| {
        for fix in remedy.fixes.iter_mut().filter(|fix| shown.contains(&fix.cause)) {
            fix.likelihood = 100;
        }
    });
    assert!(moved.back == 0 && moved.forward >= 100, "{moved:?}");
}

/// Where every step costs more than the least that counts, only the ratio of costs matters.
#[test]
fn a_point_is_worth_the_same_everywhere() {
    let dear = |rulebook: &mut Rulebook| {
        for remedy in &mut rulebook.remedies {
            remedy.minutes += 10;
        }
    };
    each_result(RULEBOOKS, &dear, &mut |rulebook, answers, diagnosis| {
        let mut dearer = rulebook.clone();
        let cost = &mut dearer.settings.cost;
        for cost in [
            &mut cost.minute,
            &mut cost.yuan,
            &mut cost.wait_day,
            &mut cost.annoyance,
            &mut cost.risk_low,
            &mut cost.risk_high,
        ] {
            *cost *= 7;
        }
        assert_eq!(diagnosis.plan, self::diagnosis(&dearer, answers).plan);
    });
}

/// The plan is the one of the steps that fit, as far as there is room, framed by those that stand in every plan.
fn check_frame(rulebook: &Rulebook, bound: &Diagnosis, free: &Diagnosis) -> Result<(), String> {
    let steps: Vec<RemedyIx> = bound.plan.iter().map(|step| step.remedy).collect();
    let fits = |at: &RemedyIx| bound.facts.allow(rulebook.remedy(*at));
    expect(steps.iter().all(fits), "a step that does not fit")?;
    let standing = |standing| {
        let wanted = |at: &RemedyIx| rulebook.remedy(*at).standing == standing && fits(at);
        rulebook.remedy_places().filter(wanted).collect::<Vec<_>>()
    };
    if bound.outcome == Outcome::StopScam {
        return expect(bound.plan == free.plan, "a warning with other steps");
    }
    let (first, last) = (standing(Standing::First), standing(Standing::Last));
    expect(steps.starts_with(&first), "not in front what stands in front of every plan")?;
    expect(steps.ends_with(&last), "not at the end what stands at the end of every plan")?;
    let is_bare = first.is_empty() && last.is_empty();
    expect(!is_bare || bound.plan == free.plan, "another plan than without conditions")
}

/// Shows the results with reasons of small rulebooks that were changed so, as those meet them who answered so: with
/// the steps that fit.
fn each_result(
    rulebooks: u64,
    change: &dyn Fn(&mut Rulebook),
    see: &mut dyn FnMut(&Rulebook, &Answers, &Diagnosis),
) {
    for seed in 0..rulebooks {
        let mut rulebook = rulebook(seed);
        change(&mut rulebook);
        for share in [60, 80, 100] {
            let answers = some_answers(&rulebook, seed, share);
            let facts = Facts::new(&rulebook, &answers, folder::day());
            let rulebook = fitted(&rulebook, &facts);
            let diagnosis = diagnosis(&rulebook, &answers);
            if diagnosis.outcome != Outcome::NotEnoughKnown {
                see(&rulebook, &answers, &diagnosis);
            }
        }
    }
}

/// How many steps went forward past another one, and how many back.
#[derive(Debug, Default)]
struct Moved {
    forward: u32,
    back: u32,
}

/// Changes one remedy after the other, and looks where its step stands then among those that stay.
fn moves(change: &dyn Fn(&mut Remedy, &[CauseIx])) -> Moved {
    let mut moved = Moved::default();
    let alone = |rulebook: &mut Rulebook| {
        for remedy in &mut rulebook.remedies {
            remedy.after.clear();
            remedy.conflicts.clear();
        }
    };
    each_result(CHANGED, &alone, &mut |rulebook, answers, before| {
        for step in &before.plan {
            let mut changed = rulebook.clone();
            change(&mut changed.remedies[step.remedy.at()], &step.causes);
            let after = diagnosis(&changed, answers);
            let [earlier, later] = [before, &after].map(|of| steps_before(of, step.remedy));
            let stays = |of: &Diagnosis, at: &RemedyIx| of.plan.iter().any(|s| s.remedy == *at);
            if stays(&after, &step.remedy) {
                let passed = |those: &[RemedyIx], others: &[RemedyIx], of: &Diagnosis| {
                    those.iter().any(|at| stays(of, at) && !others.contains(at))
                };
                moved.forward += u32::from(passed(&earlier, &later, &after));
                moved.back += u32::from(passed(&later, &earlier, before));
            }
        }
    });
    moved
}

fn steps_before(diagnosis: &Diagnosis, remedy: RemedyIx) -> Vec<RemedyIx> {
    let steps = diagnosis.plan.iter().map(|step| step.remedy);
    steps.take_while(|step| *step != remedy).collect()
}

struct Plan<'a> {
    rulebook: &'a Rulebook,
    diagnosis: &'a Diagnosis,
}

impl Plan<'_> {
    fn check(&self) -> Result<(), String> {
        self.check_steps()?;
        self.check_left_out()?;
        self.check_first()?;
        self.check_order()
    }

    fn steps(&self) -> Vec<RemedyIx> {
        self.diagnosis.plan.iter().map(|step| step.remedy).collect()
    }

    /// The shown causes that the remedy is for, in the order of the reasons.
    fn causes(&self, at: RemedyIx) -> Vec<CauseIx> {
        let shown = self.diagnosis.findings.iter().flat_map(|finding| finding.causes());
        shown.filter(|cause| helps(self.rulebook.remedy(at), *cause)).collect()
    }

    /// Each step once, for what it says, none that conflict, none too many.
    fn check_steps(&self) -> Result<(), String> {
        let steps = self.steps();
        expect(steps.len() <= most_steps(self.rulebook), "too many steps")?;
        for (place, step) in self.diagnosis.plan.iter().enumerate() {
            expect(!steps[..place].contains(&step.remedy), "a step stands there twice")?;
            expect(!step.causes.is_empty(), "a step for nothing")?;
            expect(step.causes == self.causes(step.remedy), "a step for other causes")?;
            expect(!self.is_in_conflict(step.remedy), "two steps conflict")?;
        }
        Ok(())
    }

    /// A remedy for a reason is left out for a conflict or for want of room, and no reason for want of room.
    fn check_left_out(&self) -> Result<(), String> {
        let steps = self.steps();
        let left_out = |at: &RemedyIx| !steps.contains(at) && !self.is_in_conflict(*at);
        let is_full = steps.len() == most_steps(self.rulebook);
        for at in self.rulebook.remedy_places().filter(left_out) {
            let causes = self.causes(at);
            expect(causes.is_empty() || is_full, "there is room for more")?;
            let heads = self.diagnosis.findings.iter().map(|finding| finding.cause);
            for head in heads.filter(|head| causes.contains(head)) {
                let has_step = steps.iter().any(|step| helps(self.rulebook.remedy(*step), head));
                expect(has_step, "a reason without a step, though one would fit")?;
            }
        }
        Ok(())
    }

    /// The first step is for the first reason and can be taken at once; one that may do harm is first only where
    /// a harmless one needs it, or where there is no harmless one to begin with.
    fn check_first(&self) -> Result<(), String> {
        let steps = self.steps();
        let (Some(first), Some(reason)) = (steps.first(), self.diagnosis.first()) else {
            return Err("no step".to_owned());
        };
        let remedy = self.rulebook.remedy(*first);
        expect(helps(remedy, reason), "the first step is for another reason")?;
        expect(remedy.after.is_empty(), "something must come before the first step")?;
        let can_begin = |at: &RemedyIx| {
            let needed = self.needed(*at, &|_| true);
            let remedies = needed.iter().chain([at]).map(|at| self.rulebook.remedy(*at));
            remedies.into_iter().all(|remedy| helps(remedy, reason))
        };
        let harmless = |at: &RemedyIx| !is_late(self.rulebook.remedy(*at)) && can_begin(at);
        let mut harmless = self.rulebook.remedy_places().filter(harmless).peekable();
        let is_needed = harmless.peek().is_none()
            || harmless.any(|at| self.needed(at, &|_| true).contains(first));
        expect(!is_late(remedy) || is_needed, "the first step may do harm without need")
    }

    /// What must come before a step stands before it; what may do harm stands behind all that does none, except for
    /// what needs it.
    fn check_order(&self) -> Result<(), String> {
        let steps = self.steps();
        for (place, step) in steps.iter().enumerate() {
            let behind = &steps[place + 1..];
            let remedy = self.rulebook.remedy(*step);
            expect(!behind.iter().any(|at| remedy.after.contains(at)), "a step comes too early")?;
            let mut harmless = behind.iter().filter(|at| !is_late(self.rulebook.remedy(**at)));
            let is_in_time = place == 0
                || harmless.clone().next().is_none()
                || harmless.any(|at| self.needed(*at, &|at| steps.contains(&at)).contains(step));
            expect(!is_late(remedy) || is_in_time, "what may do harm comes before what does none")?;
        }
        Ok(())
    }

    /// All that must come before a remedy, by way of these.
    fn needed(&self, at: RemedyIx, these: &dyn Fn(RemedyIx) -> bool) -> Vec<RemedyIx> {
        let mut needed: Vec<RemedyIx> = Vec::new();
        let mut next = vec![at];
        while let Some(at) = next.pop() {
            let before = self.rulebook.remedy(at).after.iter().copied();
            let new: Vec<RemedyIx> =
                before.filter(|at| these(*at) && !needed.contains(at)).collect();
            needed.extend(&new);
            next.extend(new);
        }
        needed
    }

    fn is_in_conflict(&self, at: RemedyIx) -> bool {
        let names = |one: RemedyIx, other| self.rulebook.remedy(one).conflicts.contains(&other);
        self.steps().into_iter().any(|step| names(step, at) || names(at, step))
    }

    fn listed(&self) -> String {
        let findings: Vec<Vec<u8>> = self
            .diagnosis
            .findings
            .iter()
            .map(|finding| finding.causes().map(|cause| cause.0).collect())
            .collect();
        let steps: Vec<u8> = self.steps().iter().map(|step| step.0).collect();
        format!("reasons {findings:?}, steps {steps:?}\n{}", remedies(self.rulebook))
    }
}

fn helps(remedy: &Remedy, cause: CauseIx) -> bool {
    remedy.fixes.iter().any(|fix| fix.cause == cause && fix.likelihood > 0)
}

/// Whether it may do harm: it touches credit or is risky.
fn is_late(remedy: &Remedy) -> bool {
    remedy.touches_credit || remedy.risk == Risk::High
}

fn most_steps(rulebook: &Rulebook) -> usize {
    usize::from(rulebook.settings.most_steps)
}

fn expect(holds: bool, wrong: &str) -> Result<(), String> {
    if holds { Ok(()) } else { Err(wrong.to_owned()) }
}

fn remedies(rulebook: &Rulebook) -> String {
    let one = |(at, remedy): (usize, &Remedy)| {
        let fixes: Vec<_> = remedy.fixes.iter().map(|fix| (fix.cause.0, fix.likelihood)).collect();
        let places = |of: &[RemedyIx]| of.iter().map(|at| at.0).collect::<Vec<u8>>();
        format!(
            "r{at}: fixes {fixes:?} late {} after {:?} conflicts {:?}\n",
            is_late(remedy),
            places(&remedy.after),
            places(&remedy.conflicts)
        )
    };
    rulebook.remedies.iter().enumerate().map(one).collect()
}

/// Effort in the examples: a point is ten minutes, ten yuan, or half a level of annoyance; ten days of waiting are three.
const COSTS: Costs =
    Costs { minute: 1, yuan: 1, wait_day: 3, annoyance: 20, risk_low: 30, risk_high: 200 };

/// One reason, and remedies that help equally often: the cheapest is first, and what may do harm is last.
#[test]
fn of_steps_that_help_equally_often_the_cheapest_comes_first() {
    let step = |id: &str| remedy(id, &[(0, 60)]);
    check_plan(
        &made(
            &[Strength::Strong],
            vec![
                Remedy { touches_credit: true, ..step("free, but touches credit") },
                Remedy { annoyance: 1, minutes: 15, ..step("3.5 points: 2 and 1.5") },
                Remedy { risk: Risk::Low, ..step("3 points") },
                Remedy { wait_days: 7, minutes: 5, ..step("2.6 points: 2.1 and 0.5") },
                Remedy { yuan: 20, ..step("2 points") },
                Remedy { minutes: 10, ..step("1 point") },
                Remedy { minutes: 2, ..step("0.2 points, which count as 1") },
            ],
        ),
        &[
            // Of equal ones the first in the rulebook.
            "1 point",
            "0.2 points, which count as 1",
            "2 points",
            "2.6 points: 2.1 and 0.5",
            "3 points",
            "3.5 points: 2 and 1.5",
            "free, but touches credit",
        ],
    );
}

#[test]
fn what_helps_more_often_for_a_point_comes_first() {
    check_plan(
        &made(
            &[Strength::Strong],
            vec![
                Remedy { minutes: 40, ..remedy("80 % for 4 points: 20", &[(0, 80)]) },
                Remedy { minutes: 20, ..remedy("30 % for 2 points: 15", &[(0, 30)]) },
                Remedy { minutes: 10, ..remedy("40 % for 1 point: 40", &[(0, 40)]) },
            ],
        ),
        &["40 % for 1 point: 40", "80 % for 4 points: 20", "30 % for 2 points: 15"],
    );
}

/// A strong reason counts twice as much as a moderate one, and that twice as much as a weak one.
#[test]
fn what_is_for_the_first_reason_comes_first_then_what_helps_against_stronger_reasons() {
    check_plan(
        &made(
            &[Strength::Strong, Strength::Strong, Strength::Moderate, Strength::Weak],
            vec![
                remedy("weak, 90 %: 90", &[(3, 90)]),
                remedy("moderate, 40 %: 80", &[(2, 40)]),
                remedy("strong, 25 %: 100", &[(1, 25)]),
                remedy("strong and weak, 15 % and 10 %: 70", &[(1, 15), (3, 10)]),
                remedy("for the first reason, if only 5 %", &[(0, 5)]),
            ],
        ),
        &[
            "for the first reason, if only 5 %",
            "strong, 25 %: 100",
            "weak, 90 %: 90",
            "moderate, 40 %: 80",
            "strong and weak, 15 % and 10 %: 70",
        ],
    );
}

#[test]
fn what_must_come_before_and_what_conflicts_decides_before_the_effort() {
    let after = |places: &[u8]| places.iter().map(|at| RemedyIx(*at)).collect::<Vec<_>>();
    check_plan(
        &made(
            &[Strength::Strong],
            vec![
                Remedy { after: after(&[1]), ..remedy("90 %, after 30 %", &[(0, 90)]) },
                remedy("30 %", &[(0, 30)]),
                Remedy {
                    conflicts: after(&[3]),
                    ..remedy("50 %, conflicts with 60 %", &[(0, 50)])
                },
                remedy("60 %", &[(0, 60)]),
            ],
        ),
        &["30 %", "90 %, after 30 %", "60 %"],
    );
}

/// A cause that is folded into another one counts for a quarter.
#[test]
fn what_helps_only_against_a_folded_cause_counts_for_less() {
    let mut rulebook = made(
        &[Strength::Strong, Strength::Strong, Strength::Moderate],
        vec![
            remedy("folded, 70 %: 70", &[(1, 70)]),
            remedy("moderate, 40 %: 80", &[(2, 40)]),
            remedy("folded, 90 %: 90", &[(1, 90)]),
            remedy("for the first reason", &[(0, 5)]),
        ],
    );
    rulebook.causes[0].may_trigger = vec![CauseIx(1)];
    check_plan(
        &rulebook,
        &["for the first reason", "folded, 90 %: 90", "moderate, 40 %: 80", "folded, 70 %: 70"],
    );
}

/// The steps, by id, for a borrower for whom the first option of every question holds.
#[track_caller]
fn check_plan(rulebook: &Rulebook, expected: &[&str]) {
    let mut answers = Answers::new();
    for question in rulebook.question_places() {
        answers.choose(question, OptionIx(0));
    }
    let diagnosis = diagnosis(rulebook, &answers);
    let steps = diagnosis.plan.iter().map(|step| &*rulebook.remedy(step.remedy).id);
    assert_eq!(steps.collect::<Vec<_>>(), expected, "{:?}", diagnosis.findings);
}

/// A rulebook with one question for each cause, whose first option makes it a reason of that strength.
fn made(reasons: &[Strength], remedies: Vec<Remedy>) -> Rulebook {
    let mut rulebook = rulebook(0);
    let settings = &mut rulebook.settings;
    (settings.threshold, settings.most_findings, settings.most_steps) = (Decibans::ZERO, 4, 7);
    settings.cost = COSTS;
    let (strong, moderate) = (settings.strong, settings.moderate);
    let question = |id: String| Question {
        id,
        kind: AnswerKind::One,
        named: false,
        effort: 10,
        applies: SymptomSet::ALL,
        after_warning: None,
        on_page: false,
        group: None,
        options: vec![AnswerOption {
            id: "yes".to_owned(),
            base_rate: 5000,
            is_clean: false,
            offered: SymptomSet::ALL,
            becomes: None,
        }],
    };
    let cause = |(at, strength): (u8, &Strength)| Cause {
        id: format!("cause-{at}"),
        shown_on: ShownOn::OwnAnswer,
        is_always_last: false,
        stops: false,
        may_trigger: Vec::new(),
        priors: vec![Some(Decibans::ZERO)],
        mixed_prior: None,
        evidence: vec![Evidence {
            question: QuestionIx(at + 1),
            option: OptionIx(0),
            weight: match strength {
                Strength::Settled | Strength::Strong => strong,
                Strength::Moderate => moderate,
                Strength::Weak => Decibans::from_tenths(1),
            },
            is_general: false,
            valid: (None, None),
        }],
        hard_facts: Vec::new(),
        sources: Vec::new(),
    };
    rulebook.questions = (0..=reasons.len()).map(|at| question(format!("question-{at}"))).collect();
    rulebook.causes = (0..).zip(reasons).map(cause).collect();
    rulebook.screens.clear();
    rulebook.groups.clear();
    rulebook.remedies = remedies;
    rulebook
}

/// A free remedy for these causes, each with how often it helps, in hundredths.
fn remedy(id: &str, fixes: &[(u8, u8)]) -> Remedy {
    let fix =
        |(cause, likelihood): &(u8, u8)| Fix { cause: CauseIx(*cause), likelihood: *likelihood };
    Remedy {
        id: id.to_owned(),
        who: Who::Borrower,
        fixes: fixes.iter().map(fix).collect(),
        minutes: 0,
        yuan: 0,
        wait_days: 0,
        risk: Risk::None,
        annoyance: 0,
        touches_credit: false,
        after: Vec::new(),
        conflicts: Vec::new(),
        when: Vec::new(),
        any_of: Vec::new(),
        unless: Vec::new(),
        standing: Standing::None,
        is_general: false,
        call: Vec::new(),
        reviewed: folder::day(),
        sources: Vec::new(),
    }
}
