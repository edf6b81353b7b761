use std::rc::Rc;

use crate::engine::{Date, Rulebook};
use crate::knowledge::fingerprint;
use crate::widget::Kit;
use crate::wording::Catalogue;

use super::choices::CaseAt;
use super::{CANNOT_TELL, CaseQuestion, Setup, SetupFault, TestQuestion, TestQuestionKind};

/// A test that can be run: what the team chose, and what the engine made of it.
///
/// # Design
///
/// Everything that is needed to judge an answer is in the plan, so that results stay readable when the rulebook or
/// the wording has moved on. To show screens to a reader the same rulebook and wording are needed; see [`TestPlan::fits`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestPlan {
    /// What the team chose.
    pub setup: Setup,
    /// The rulebook's version.
    pub rulebook_version: String,
    /// The rulebook's hash.
    pub rulebook_hash: String,
    /// The fingerprint of the shipped wording that the versions change.
    pub wording: String,
    /// Every question about every case, case after case.
    pub sheet: Vec<CaseQuestion>,
}

/// Why a plan cannot be run here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanMismatch {
    /// It was made with another rulebook.
    OtherRulebook,
    /// It was made with another shipped wording.
    OtherWording,
    /// Its choices or right answers are not those that the engine gives.
    OtherAnswers,
}

impl TestPlan {
    /// Makes the plan that the team has set up, for this rulebook and shipped wording of the setup's locale.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with the setup.
    pub fn new(setup: Setup, rulebook: &Rulebook, base: &Catalogue) -> Result<Self, SetupFault> {
        setup.check()?;
        if setup.locale != base.locale() {
            return Err(SetupFault::Locale);
        }
        let catalogues: Vec<Catalogue> = (0..setup.versions.len())
            .map(|version| setup.catalogue(version, rulebook, base))
            .collect::<Result<_, _>>()?;
        // The day is each case's own.
        let kit = Kit::new(rulebook.clone(), base.clone(), Date::FIRST);
        let mut sheet = Vec::new();
        for (case, of_case) in setup.cases.iter().enumerate() {
            let diagnosis = of_case.diagnosis(&kit);
            let diagnosis = diagnosis.ok_or_else(|| SetupFault::Answers(of_case.name.clone()))?;
            let catalogues = &catalogues;
            let at = CaseAt { setup: &setup, rulebook, catalogues, case, diagnosis: &diagnosis };
            let asked = at.asked();
            if asked.is_empty() {
                return Err(SetupFault::NothingAsked(of_case.name.clone()));
            }
            sheet.extend(asked);
        }
        let (rulebook_version, rulebook_hash) = (rulebook.version.clone(), rulebook.hash.clone());
        Ok(Self { setup, rulebook_version, rulebook_hash, wording: of_wording(base), sheet })
    }

    /// Whether its screens can be shown with this rulebook and shipped wording.
    ///
    /// # Errors
    ///
    /// What differs.
    pub fn fits(&self, rulebook: &Rulebook, base: &Catalogue) -> Result<(), PlanMismatch> {
        if self.rulebook_hash != rulebook.hash {
            return Err(PlanMismatch::OtherRulebook);
        }
        if self.wording != of_wording(base) {
            return Err(PlanMismatch::OtherWording);
        }
        match Self::new(self.setup.clone(), rulebook, base) {
            Ok(plan) if plan == *self => Ok(()),
            _ => Err(PlanMismatch::OtherAnswers),
        }
    }

    /// The words of a choice; the id itself where there are none.
    #[must_use]
    pub fn label(&self, asked: &CaseQuestion, choice: &str, catalogue: &Catalogue) -> Rc<str> {
        if choice == CANNOT_TELL {
            return self.setup.cannot_tell.as_str().into();
        }
        match &self.setup.questions[asked.question] {
            TestQuestion::Reason { .. } => catalogue.slot("cause", choice, "title"),
            TestQuestion::FirstStep { .. } => catalogue.slot("remedy", choice, "title"),
            TestQuestion::Strength { .. } => catalogue.slot("ui", "strength", choice),
            TestQuestion::Own(own) => {
                let place = choice.parse().ok().and_then(|place: usize| own.choices.get(place));
                place.map_or(choice, String::as_str).into()
            }
        }
    }

    /// What a question of the sheet is about.
    #[must_use]
    pub fn kind(&self, asked: &CaseQuestion) -> TestQuestionKind {
        self.setup.questions[asked.question].kind()
    }
}

/// The fingerprint of all sentences of a catalogue.
fn of_wording(catalogue: &Catalogue) -> String {
    let lines = catalogue.iter().flat_map(|(key, text)| [key, "\n", text, "\n"]);
    fingerprint(&lines.collect::<String>())
}
