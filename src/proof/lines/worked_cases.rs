use serde_json::{Value, json};

use crate::knowledge::Case;
use crate::proof::judgement::{is_first_right, judge};
use crate::proof::{Line, Method, ProofSubject, Verdict, Witness, named_answers};

/// The table of the worked cases; the first reason is right in every one that is not marked as open.
pub(crate) fn line(subject: &ProofSubject) -> Line {
    let rulebook = subject.rulebook;
    let (mut right, mut open, mut silent) = (0, 0, 0);
    let mut table = Vec::new();
    let mut examples = Vec::new();
    for case in subject.cases {
        let judgement = judge(rulebook, case);
        let is_right = is_first_right(rulebook, case, judgement.first);
        let given = judgement.first.map(|first| &*rulebook.cause(first).id);
        match is_right {
            Some(true) => right += 1,
            None if case.expect.open => open += 1,
            None => silent += 1,
            Some(false) => {}
        }
        table.push(row(case, given, is_right, judgement.wrong.is_empty()));
        if !judgement.wrong.is_empty() {
            examples.push(Witness {
                shows: format!("case `{}`: {}", case.name, judgement.wrong.join("; ")),
                answers: named_answers(rulebook, &case.answers, case.day),
            });
        }
    }
    let wrong = subject.cases.len() - right - open - silent;
    Line {
        id: "worked-cases",
        claim: "every worked case gets what it expects; its first reason unless it is marked as open",
        method: Method::Exact,
        verdict: if examples.is_empty() { Verdict::Holds } else { Verdict::Fails },
        figures: vec![
            ("cases".to_owned(), json!(subject.cases.len())),
            ("first reason right".to_owned(), json!(right)),
            ("first reason wrong".to_owned(), json!(wrong)),
            ("marked as open".to_owned(), json!(open)),
            ("no first reason expected".to_owned(), json!(silent)),
            ("table".to_owned(), Value::Array(table)),
        ],
        examples,
    }
}

fn row(case: &Case, given: Option<&str>, is_right: Option<bool>, is_met: bool) -> Value {
    let verdict = match is_right {
        Some(true) => "right",
        Some(false) => "wrong",
        None if case.expect.open => "open",
        None => "none expected",
    };
    json!({
        "case": case.name,
        "expected": case.expect.first,
        "given": given,
        "first": verdict,
        "all-as-expected": is_met,
    })
}
