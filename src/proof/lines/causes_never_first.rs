use serde_json::json;

use crate::engine::CauseIx;
use crate::proof::survey::{Standing, survey};
use crate::proof::witness::first_among_all;
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// Every cause can be shown, and can be the first reason; one that stands behind all others need not be.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let survey = survey(subject);
    let of = |cause: CauseIx| survey.iter().filter(move |standing| standing.cause == cause);
    let (mut never_shown, mut never_first, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for cause in rulebook.cause_places() {
        match () {
            () if of(cause).all(|standing| standing.shown.is_none()) => never_shown.push(cause),
            () if of(cause).any(|standing| standing.first.is_some()) => {}
            () if rulebook.cause(cause).is_always_last => last.push(cause),
            () if of(cause).any(|standing| is_first(subject, standing)) => {}
            () => never_first.push(cause),
        }
    }
    let ids = |causes: &[CauseIx]| {
        let ids = causes.iter().map(|cause| rulebook.cause(*cause).id.clone());
        json!(ids.collect::<Vec<_>>())
    };
    let fails = never_shown.iter().chain(&never_first);
    let examples: Vec<Witness> = fails.map(|cause| example(subject, *cause, of(*cause))).collect();
    Line {
        id: "causes-never-first",
        claim: "every cause can be shown and, unless it stands behind all others, be the first reason",
        method: method(&survey, &never_shown, &never_first),
        verdict: if examples.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("causes".to_owned(), json!(rulebook.causes.len())),
            ("never shown".to_owned(), ids(&never_shown)),
            ("shown, never first".to_owned(), ids(&never_first)),
            ("behind all others by rule, not found alone".to_owned(), ids(&last)),
        ],
        examples,
    }
}

fn is_first(subject: &ProofSubject, standing: &Standing) -> bool {
    first_among_all(subject.rulebook, subject.day, standing.cause, standing.symptom).is_some()
}

/// A borrower who was found proves that a cause can be first; that it can never be shown is proved by trying every
/// answer that it hears.
fn method(survey: &[Standing], never_shown: &[CauseIx], never_first: &[CauseIx]) -> Method {
    let is_proved = |standing: &Standing| standing.witnesses.proves_hidden();
    let mut hidden = survey.iter().filter(|standing| never_shown.contains(&standing.cause));
    if never_first.is_empty() && hidden.all(is_proved) {
        return Method::Exact;
    }
    let tried =
        "every answer that the cause hears, with clean answers to none, one and more of the others";
    Method::Bounded(tried.to_owned())
}

/// The borrower for whom most speaks for the cause.
fn example<'a>(
    subject: &ProofSubject,
    cause: CauseIx,
    mut of: impl Iterator<Item = &'a Standing>,
) -> Witness {
    let id = &subject.rulebook.cause(cause).id;
    let Some(standing) = of.next() else {
        let shows = format!("`{id}` is in question for no symptom");
        return Witness { shows, answers: serde_json::Map::new() };
    };
    let (shows, answers) = match &standing.shown {
        Some(answers) => (format!("`{id}` is shown and another reason is first"), answers),
        None => {
            let best = &standing.witnesses.best;
            (format!("`{id}` is not shown although most speaks for it"), best)
        }
    };
    Witness { shows, answers: named_answers(subject.rulebook, answers, subject.day) }
}
