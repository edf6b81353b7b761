//! What the element says is what is recorded of it; `tests/page/types.test.mjs` holds the record against the types.

use serde_json::{Value, json};

const SAID: &str = include_str!("said.json");

/// The value has the fields that are recorded under the name, and no others.
#[track_caller]
pub(crate) fn check_said(name: &str, value: &Value) {
    let said: Value = serde_json::from_str(SAID).expect("the record is JSON");
    assert_eq!(shape(value), shape(&said[name]), "{name}: {value}");
}

/// What kinds of values a value is made of; of a list only what it begins with.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect()
        }
        Value::Array(all) => all.iter().take(1).map(shape).collect(),
        Value::String(_) => json!("a text"),
        Value::Number(_) => json!("a number"),
        Value::Bool(_) => json!("yes or no"),
        Value::Null => Value::Null,
    }
}
