//! Results without a step, and steps that conflict.

use loan_checkup::engine::{CauseIx, Diagnosis, Outcome, RemedyIx, Rulebook, Standing};

use serde_json::json;

use super::{
    cause, cause_at, diagnosed, examples, figure, first_symptom, line, read, remedy, remedy_at,
    shown,
};

const WITHOUT: &str = "results-without-a-step";
const CONFLICT: &str = "steps-in-conflict";

#[test]
fn a_reason_that_no_step_serves_is_found() {
    let mut rulebook = first_symptom();
    let lonely = cause_at(&rulebook, "loan-purpose");
    for remedy in &mut rulebook.remedies {
        remedy.fixes.retain(|fix| fix.cause != lonely);
    }
    let line = line(&rulebook, WITHOUT);
    let diagnosis = shown(&rulebook, &line, "loan-purpose");
    assert!(diagnosis.findings.iter().any(|finding| finding.cause == lonely));
    assert!(diagnosis.plan.iter().all(|step| !step.causes.contains(&lonely)));
}

#[test]
fn too_little_known_without_a_general_step_is_found() {
    let mut rulebook = first_symptom();
    for remedy in &mut rulebook.remedies {
        (remedy.is_general, remedy.standing) = (false, Standing::None);
    }
    let line = line(&rulebook, WITHOUT);
    let diagnosis = diagnosed(&rulebook, &read(&rulebook, &examples(&line)[0]));
    assert_eq!(diagnosis.outcome, Outcome::NotEnoughKnown);
    assert!(diagnosis.plan.is_empty());
}

/// The example of the line that names the step of that id.
#[track_caller]
fn conflict(rulebook: &Rulebook, step: &str) -> Diagnosis {
    let line = line(rulebook, CONFLICT);
    shown(rulebook, &line, step)
}

fn places(diagnosis: &Diagnosis, remedy: RemedyIx) -> Option<usize> {
    diagnosis.plan.iter().position(|step| step.remedy == remedy)
}

#[test]
fn a_step_that_pulls_a_late_one_forward_is_found() {
    let mut rulebook = first_symptom();
    let late = remedy_at(&rulebook, "sign-authorisation-again");
    assert!(rulebook.remedy(late).touches_credit);
    let pulled = remedy_at(&rulebook, "call-official-hotline");
    remedy(&mut rulebook, "call-official-hotline").after.push(late);
    let diagnosis = conflict(&rulebook, "sign-authorisation-again");
    assert!(places(&diagnosis, late) < places(&diagnosis, pulled), "{:?}", diagnosis.plan);
}

#[test]
fn steps_that_wait_for_each_other_are_found() {
    let mut rulebook = first_symptom();
    let [one, other] =
        ["look-up-authorisations", "sign-authorisation-again"].map(|id| remedy_at(&rulebook, id));
    assert!(rulebook.remedy(other).after.contains(&one));
    remedy(&mut rulebook, "look-up-authorisations").after.push(other);
    let line = line(&rulebook, CONFLICT);
    // No borrower can show it: there is no order in which the steps could stand.
    assert!(examples(&line).iter().all(|example| example.answers.is_empty()));
    let ids = ["look-up-authorisations", "sign-authorisation-again"];
    assert_eq!(*figure(&line, "must come before themselves"), json!(ids));
}

#[test]
fn a_step_beside_a_warning_that_serves_none_is_found() {
    let mut rulebook = first_symptom();
    let folded = cause_at(&rulebook, "loan-purpose");
    cause(&mut rulebook, "loan-scam").may_trigger.push(folded);
    let line = line(&rulebook, CONFLICT);
    let diagnosis = diagnosed(&rulebook, &read(&rulebook, &examples(&line)[0]));
    let warns = |cause: &CauseIx| rulebook.cause(*cause).stops;
    assert_eq!(diagnosis.outcome, Outcome::StopScam);
    assert!(diagnosis.plan.iter().any(|step| !step.causes.iter().any(warns)));
}
