use serde_json::json;

use crate::engine::{Answers, CauseIx, Diagnosis, Remedy, RemedyIx, Rulebook, Standing, diagnose};
use crate::proof::survey::{borrowers, survey};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// How many examples are kept.
const MOST_EXAMPLES: usize = 5;

/// Every result has a step, and every reason a step of its own.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let survey = survey(subject);
    let borrowers = borrowers(subject, &survey);
    let (mut without, mut reasons_without) = (0, 0);
    let mut examples = Vec::new();
    for answers in &borrowers {
        let diagnosis = diagnose(rulebook, answers, subject.day);
        let lacking: Vec<CauseIx> = reasons_without_step(&diagnosis).collect();
        without += usize::from(diagnosis.plan.is_empty());
        reasons_without += lacking.len();
        if (diagnosis.plan.is_empty() || !lacking.is_empty()) && examples.len() < MOST_EXAMPLES {
            examples.push(example(subject, answers, &lacking));
        }
    }
    let gaps = gaps(rulebook);
    let is_good = without == 0 && reasons_without == 0;
    Line {
        id: "results-without-a-step",
        claim: "every result has a step, and every reason a step of its own",
        method: match gaps.is_empty() {
            true => Method::Exact,
            false => Method::Bounded(format!("{} borrowers of every kind", borrowers.len())),
        },
        verdict: if is_good { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("gaps in the proof".to_owned(), json!(gaps)),
            ("results seen".to_owned(), json!(borrowers.len())),
            ("without a step".to_owned(), json!(without)),
            ("reasons without a step of their own".to_owned(), json!(reasons_without)),
        ],
        examples,
    }
}

fn reasons_without_step(diagnosis: &Diagnosis) -> impl Iterator<Item = CauseIx> {
    let has_step = |cause: CauseIx| diagnosis.plan.iter().any(|step| step.causes.contains(&cause));
    diagnosis.findings.iter().map(|finding| finding.cause).filter(move |cause| !has_step(*cause))
}

/// What keeps the proof from being complete.
///
/// Without a gap it is: each reason in turn takes its best step that conflicts with none taken before, and there are
/// at least as many places as reasons, those that stand in every plan left out; a step without any conflict that
/// depends on no answer always fits.
fn gaps(rulebook: &Rulebook) -> Vec<String> {
    let mut gaps = Vec::new();
    for cause in rulebook.cause_places() {
        let helps = |remedy: RemedyIx| {
            let fixes = &rulebook.remedy(remedy).fixes;
            fixes.iter().any(|fix| fix.cause == cause && fix.likelihood > 0)
        };
        let mut own = rulebook.remedy_places().filter(|remedy| helps(*remedy));
        if !own.any(|remedy| is_free(rulebook, remedy)) {
            gaps.push(format!(
                "`{}` has no step that fits into every plan",
                rulebook.cause(cause).id
            ));
        }
    }
    let is_always = |remedy: &Remedy| remedy.is_general && remedy.conditions().next().is_none();
    if !rulebook.remedies.iter().any(is_always) {
        gaps.push("no step is general".to_owned());
    }
    let stand = rulebook.remedies.iter().filter(|remedy| remedy.standing != Standing::None);
    let places = usize::from(rulebook.settings.most_steps).saturating_sub(stand.count());
    if places < usize::from(rulebook.settings.most_findings) {
        gaps.push("a plan may have fewer steps than there are reasons".to_owned());
    }
    gaps
}

fn is_free(rulebook: &Rulebook, remedy: RemedyIx) -> bool {
    let of = rulebook.remedy(remedy);
    of.conflicts.is_empty()
        && of.conditions().next().is_none()
        && of.standing == Standing::None
        && !rulebook.remedies.iter().any(|other| other.conflicts.contains(&remedy))
}

fn example(subject: &ProofSubject, answers: &Answers, lacking: &[CauseIx]) -> Witness {
    let rulebook = subject.rulebook;
    let ids: Vec<String> =
        lacking.iter().map(|cause| format!("`{}`", rulebook.cause(*cause).id)).collect();
    let shows = match ids.is_empty() {
        true => "the result has no step".to_owned(),
        false => format!("no step for {}", ids.join(", ")),
    };
    Witness { shows, answers: named_answers(rulebook, answers, subject.day) }
}
