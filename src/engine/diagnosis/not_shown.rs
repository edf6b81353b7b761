use crate::engine::answers::Facts;
use crate::engine::rules::{CauseIx, Rulebook};

use super::{Assessment, Finding};

/// A cause that is not shown, and why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotShown {
    /// The cause.
    pub cause: CauseIx,
    /// Why not.
    pub why: WhyNot,
}

impl NotShown {
    /// How many of the answers against a cause are named.
    pub const MOST_AGAINST: usize = 2;
}

/// Why a cause is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// It cannot produce this symptom.
    OutOfQuestion,
    /// A hard fact rules it out.
    RuledOut,
    /// The answers speak against it.
    SpeaksAgainst,
    /// What says something about it was asked, and nothing speaks for it.
    NothingForIt,
    /// Nothing that says something about it was answered, but for what the page says.
    NotAsked,
    /// Something speaks for it, but too little.
    TooLittle,
    /// More speaks for the reasons that are shown.
    Behind,
}

impl WhyNot {
    /// The id, as on the page and in the JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::OutOfQuestion => "out-of-question",
            Self::RuledOut => "ruled-out",
            Self::SpeaksAgainst => "speaks-against",
            Self::NothingForIt => "nothing-for-it",
            Self::NotAsked => "not-asked",
            Self::TooLittle => "too-little",
            Self::Behind => "behind",
        }
    }
}

/// Says for every cause that is not among the findings why it is not, in the rulebook's order.
pub(super) fn not_shown(
    rulebook: &Rulebook,
    facts: &Facts,
    assessments: &[Assessment],
    findings: &[Finding],
) -> Vec<NotShown> {
    let is_shown = |cause| findings.iter().any(|finding| finding.causes().any(|c| c == cause));
    assessments
        .iter()
        .filter(|assessment| !is_shown(assessment.cause))
        .map(|assessment| NotShown {
            cause: assessment.cause,
            why: why_not(rulebook, facts, assessment),
        })
        .collect()
}

/// Whether something that says something about the cause is known, besides what the page says.
fn was_asked(rulebook: &Rulebook, facts: &Facts, cause: CauseIx) -> bool {
    let mut questions = rulebook.cause(cause).questions().iter();
    questions.any(|at| !rulebook.question(at).on_page && !facts.held(at).is_empty())
}

fn why_not(rulebook: &Rulebook, facts: &Facts, assessment: &Assessment) -> WhyNot {
    let shown_on = rulebook.cause(assessment.cause).shown_on;
    let speaks = assessment.speaks_for_itself(shown_on);
    let least = rulebook.settings.least_support(shown_on);
    match assessment {
        _ if assessment.ruled_out_by.is_some() => WhyNot::RuledOut,
        _ if assessment.prior.is_none() => WhyNot::OutOfQuestion,
        _ if assessment.support >= least && speaks => WhyNot::Behind,
        _ if speaks => WhyNot::TooLittle,
        _ if assessment.has_objection => WhyNot::SpeaksAgainst,
        _ if was_asked(rulebook, facts, assessment.cause) => WhyNot::NothingForIt,
        _ => WhyNot::NotAsked,
    }
}
