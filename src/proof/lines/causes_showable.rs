use serde_json::json;

use crate::proof::survey::{Standing, survey, symptom_id};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// Every cause can be shown under every symptom for which it is in question.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let survey = survey(subject);
    let hidden: Vec<&Standing> =
        survey.iter().filter(|standing| standing.shown.is_none()).collect();
    let never_first: Vec<String> = survey
        .iter()
        .filter(|standing| standing.first.is_none())
        .map(|standing| name(subject, standing))
        .collect();
    let is_exact = hidden.iter().all(|standing| standing.witnesses.proves_hidden());
    let example = |standing: &&Standing| Witness {
        shows: format!("{}: not shown although most speaks for it", name(subject, standing)),
        answers: named_answers(rulebook, &standing.witnesses.best, subject.day),
    };
    Line {
        id: "causes-showable-for-symptom",
        claim: "prior and best answers can show every cause under every symptom for which it is in question",
        method: match is_exact {
            true => Method::Exact,
            false => Method::Bounded("not every answer that the cause hears".to_owned()),
        },
        verdict: if hidden.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("causes and symptoms in question".to_owned(), json!(survey.len())),
            ("shown".to_owned(), json!(survey.len() - hidden.len())),
            ("first".to_owned(), json!(survey.len() - never_first.len())),
            ("shown, not found first".to_owned(), json!(never_first)),
        ],
        examples: hidden.iter().map(example).collect(),
    }
}

fn name(subject: &ProofSubject, standing: &Standing) -> String {
    let cause = &subject.rulebook.cause(standing.cause).id;
    format!("`{cause}` under `{}`", symptom_id(subject.rulebook, &standing.witnesses.best))
}
