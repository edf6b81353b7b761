use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;
use crate::knowledge::{Place, ProblemCode};

/// Every rule says why, and what it rests on.
pub(super) fn check(raw: &Raw, problems: &mut Problems) {
    for question in &raw.questions {
        let what = format!("question `{}`", question.value.id);
        check_one(
            &what,
            &question.value.why,
            Some(&question.value.source),
            &question.place,
            problems,
        );
    }
    for group in &raw.groups {
        let what = format!("group `{}`", group.value.id);
        check_one(&what, &group.value.why, None, &group.place, problems);
    }
    for remedy in &raw.remedies {
        let what = format!("remedy `{}`", remedy.value.id);
        check_one(&what, &remedy.value.why, Some(&remedy.value.source), &remedy.place, problems);
    }
    for reading in &raw.readings {
        let value = &reading.value;
        let what = format!("reading of `{}` = `{}`", value.question, value.option);
        check_one(&what, &value.basis, None, &reading.place, problems);
    }
    for cause in &raw.causes {
        let value = &cause.value;
        let what = format!("cause `{}`", value.id);
        check_one(&what, &value.why, Some(&value.source), &cause.place, problems);
        for row in &value.evidence {
            let what = format!("weight of `{}` = `{}`", row.value.question, row.value.option);
            check_one(&what, &row.value.why, Some(&row.value.source), &row.place, problems);
        }
        for fact in value.settles.iter().chain(&value.rules_out) {
            let what = format!("hard fact `{}` = `{}`", fact.value.question, fact.value.option);
            check_one(&what, &fact.value.why, Some(&fact.value.source), &fact.place, problems);
        }
    }
}

fn check_one(
    what: &str,
    why: &str,
    sources: Option<&Vec<String>>,
    place: &Place,
    problems: &mut Problems,
) {
    if why.trim().is_empty() {
        problems.add(ProblemCode::MissingWhy, place, format!("{what} has no `why`"));
    }
    if sources.is_some_and(Vec::is_empty) {
        problems.add(ProblemCode::MissingSource, place, format!("{what} has no `source`"));
    }
}
