use serde_json::{Value, json};

use super::{Certificate, Line, Method, Verdict, Witness};

/// The certificate for a person at a terminal: a block for each line.
#[must_use]
pub fn report(certificate: &Certificate) -> String {
    let rulebook = &certificate.rulebook;
    let mut text = vec![format!(
        "rulebook {} ({}), as of {}",
        rulebook.version, rulebook.hash, certificate.as_of
    )];
    for line in &certificate.lines {
        text.push(String::new());
        text.extend(block(line, &certificate.as_of));
    }
    let count = |verdict| certificate.lines.iter().filter(|line| line.verdict == verdict).count();
    text.push(String::new());
    text.push(format!(
        "{}: {} hold, {} counted, {} fail",
        if certificate.is_green { "green" } else { "red" },
        count(Verdict::Holds),
        count(Verdict::Counted),
        count(Verdict::Fails),
    ));
    text.join("\n")
}

fn block(line: &Line, as_of: &str) -> Vec<String> {
    let verdict = match line.verdict {
        Verdict::Holds => "holds",
        Verdict::Fails => "FAILS",
        Verdict::Counted => "counted",
    };
    let method = match &line.method {
        Method::Exact => "exact".to_owned(),
        Method::Bounded(what) => format!("bounded: {what}"),
    };
    let mut text = vec![format!("{verdict:<8}{}", line.id)];
    text.push(format!("        {}", line.claim));
    text.push(format!("        {method}"));
    let width = line.figures.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let figure =
        |(name, value): &(String, Value)| format!("        {name:<width$}  {}", plain(value));
    text.extend(line.figures.iter().map(figure));
    for Witness { shows, answers } in &line.examples {
        text.push(format!("        - {shows}"));
        if !answers.is_empty() {
            text.push(format!("          {}", json!({ "answers": answers, "as-of": as_of })));
        }
    }
    text
}

/// A figure as people read it: `median 7, 95th percentile 11`.
fn plain(value: &Value) -> String {
    let joined = |parts: Vec<String>| match parts.is_empty() {
        true => "none".to_owned(),
        false => parts.join(", "),
    };
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(values) => joined(values.iter().map(plain).collect()),
        Value::Object(values) => {
            joined(values.iter().map(|(name, value)| format!("{name} {}", plain(value))).collect())
        }
        other => other.to_string(),
    }
}
