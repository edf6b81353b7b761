use crate::engine::{CauseIx, Diagnosis, Outcome, RemedyIx, Rulebook, Strength};
use crate::proof::Chance;
use crate::wording::Catalogue;

use super::drawn_order::drawn_order;
use super::{CANNOT_TELL, CaseQuestion, Setup, TestQuestion};

/// How many choices a reckoned question has, besides that of those who cannot tell.
const CHOICES: usize = 4;

/// How many of the later steps stand among the wrong first steps.
const LATER_STEPS: usize = 2;

/// The case whose questions get their choices.
pub(super) struct CaseAt<'a> {
    pub(super) setup: &'a Setup,
    pub(super) rulebook: &'a Rulebook,
    /// The wording of each version.
    pub(super) catalogues: &'a [Catalogue],
    /// The place of the case in the plan.
    pub(super) case: usize,
    pub(super) diagnosis: &'a Diagnosis,
}

impl CaseAt<'_> {
    /// Every question that can be asked about the case.
    ///
    /// # Design
    ///
    /// The choices are the same for every reader and version, in the same order, so that only the words differ.
    /// Wrong ones are what else the screen shows, then others drawn from the rulebook; what shares a title with
    /// another choice in any version is left out, and so is whatever could be held right as well: causes folded into
    /// the first reason or about as likely as it.
    pub(super) fn asked(&self) -> Vec<CaseQuestion> {
        let questions = self.setup.questions.iter().enumerate();
        questions.filter_map(|(at, question)| self.asked_one(at, question)).collect()
    }

    fn asked_one(&self, at: usize, question: &TestQuestion) -> Option<CaseQuestion> {
        let case = &self.setup.cases[self.case];
        let chance = Chance::new(u64::from(self.setup.seed))
            .about("choices")
            .about(&case.name)
            .number(at as u64);
        let (mut choices, right) = match question {
            TestQuestion::Reason { .. } => self.reasons(chance)?,
            TestQuestion::FirstStep { .. } => self.first_steps(chance)?,
            TestQuestion::Strength { .. } => self.strengths()?,
            TestQuestion::Own(own) if own.case.as_ref().is_some_and(|name| *name != case.name) => {
                return None;
            }
            TestQuestion::Own(own) => {
                let places = (0..own.choices.len()).map(|place| place.to_string());
                (places.collect(), own.right.to_string())
            }
        };
        choices.push(CANNOT_TELL.to_owned());
        Some(CaseQuestion { case: self.case, question: at, choices, right })
    }

    /// Reasons: the first one, the next one that is less likely, others that are not shown.
    fn reasons(&self, chance: Chance) -> Option<(Vec<String>, String)> {
        let Diagnosis { findings, facts, .. } = self.diagnosis;
        let right = findings.first()?.cause;
        let next = findings.iter().skip(1).find(|finding| !finding.ties_with_previous);
        let is_shown =
            |cause: &CauseIx| findings.iter().any(|one| one.causes().any(|c| c == *cause));
        let is_likely = |cause: &CauseIx| {
            self.rulebook.cause(*cause).prior(facts.symptom()).is_some() && !is_shown(cause)
        };
        let others: Vec<CauseIx> = self.rulebook.cause_places().filter(is_likely).collect();
        let order = drawn_order(others.len(), chance.about("others"));
        let others = order.into_iter().map(|place| others[place]);
        let wrong = next.map(|finding| finding.cause).into_iter().chain(others);
        let id = |cause: CauseIx| &*self.rulebook.cause(cause).id;
        self.drawn("cause", id(right), wrong.map(id), chance)
    }

    /// Steps: the first one, later ones, others that are not in the plan.
    fn first_steps(&self, chance: Chance) -> Option<(Vec<String>, String)> {
        let plan: Vec<RemedyIx> = self.diagnosis.plan.iter().map(|step| step.remedy).collect();
        let (right, later) = plan.split_first()?;
        let places = self.rulebook.remedy_places().filter(|at| !plan.contains(at));
        let others: Vec<RemedyIx> = places.collect();
        let order = drawn_order(others.len(), chance.about("others"));
        let others = order.into_iter().map(|place| others[place]);
        let wrong = later.iter().copied().take(LATER_STEPS).chain(others);
        let id = |remedy: RemedyIx| &*self.rulebook.remedy(remedy).id;
        self.drawn("remedy", id(*right), wrong.map(id), chance)
    }

    /// The right one and wrong ones with titles of their own, in a drawn order; `None` where there is no wrong one.
    fn drawn<'b>(
        &self,
        kind: &str,
        right: &'b str,
        wrong: impl Iterator<Item = &'b str>,
        chance: Chance,
    ) -> Option<(Vec<String>, String)> {
        let mut chosen = vec![right];
        for id in wrong {
            let is_other = |catalogue: &Catalogue| {
                let title = catalogue.slot(kind, id, "title");
                chosen.iter().all(|known| catalogue.slot(kind, known, "title") != title)
            };
            if chosen.len() < CHOICES && self.catalogues.iter().all(is_other) {
                chosen.push(id);
            }
        }
        let order = drawn_order(chosen.len(), chance.about("order"));
        let choices = order.into_iter().map(|place| chosen[place].to_owned()).collect();
        (chosen.len() > 1).then(|| (choices, right.to_owned()))
    }

    /// The strengths from most to least; only where the screen says one, which a warning does not.
    fn strengths(&self) -> Option<(Vec<String>, String)> {
        if self.diagnosis.outcome != Outcome::Findings {
            return None;
        }
        let right = self.diagnosis.findings.first()?.strength;
        let all = [Strength::Settled, Strength::Strong, Strength::Moderate, Strength::Weak];
        Some((all.map(|strength| strength.id().to_owned()).to_vec(), right.id().to_owned()))
    }
}
