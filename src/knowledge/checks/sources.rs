use std::collections::BTreeSet;

use crate::engine::Date;
use crate::knowledge::ProblemCode;
use crate::knowledge::problems::Problems;
use crate::knowledge::raw::Raw;

/// Sources are used, and looked at again in time.
pub(in crate::knowledge) fn sources(raw: &Raw, day: Option<Date>, problems: &mut Problems) {
    let used = used(raw);
    for source in &raw.sources {
        let value = &source.value;
        if !used.contains(value.id.as_str()) {
            let message = format!("source `{}` is used nowhere", value.id);
            problems.add(ProblemCode::UnusedSource, &source.place, message);
        }
        let review_by = Date::read(&value.review_by.to_string());
        if review_by.is_none() {
            let message = format!("`{}` is not a day", value.review_by);
            problems.add(ProblemCode::MalformedNumber, &source.place, message);
        }
        if let (Some(day), Some(review_by)) = (day, review_by)
            && review_by < day
        {
            let message = format!("source `{}` was to be reviewed by {review_by}", value.id);
            problems.add(ProblemCode::SourcePastReview, &source.place, message);
        }
    }
}

fn used(raw: &Raw) -> BTreeSet<&str> {
    let questions = raw.questions.iter().flat_map(|question| &question.value.source);
    let remedies = raw.remedies.iter().flat_map(|remedy| &remedy.value.source);
    let causes = raw.causes.iter().flat_map(|cause| {
        let value = &cause.value;
        let facts = value.settles.iter().chain(&value.rules_out);
        let rows = value.evidence.iter().flat_map(|row| &row.value.source);
        value.source.iter().chain(rows).chain(facts.flat_map(|fact| &fact.value.source))
    });
    questions.chain(remedies).chain(causes).map(String::as_str).collect()
}
