use crate::engine::{AnswerKind, Form, Rulebook};

use super::{NAMES, ui};

/// A key that a catalogue needs or may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// `<kind>.<id>.<slot>`.
    pub key: String,
    /// Whether the text may be missing.
    pub is_optional: bool,
    /// Whether the text is used at build time only.
    pub is_static: bool,
    /// The placeholders that the text must have.
    pub values: &'static [&'static str],
}

/// Every key that a rulebook and the page use, each once.
#[must_use]
pub fn required_keys(rulebook: &Rulebook) -> Vec<Requirement> {
    let mut keys = Keys(Vec::new());
    add_questions(rulebook, &mut keys);
    add_screens(rulebook, &mut keys);
    for cause in &rulebook.causes {
        keys.need("cause", &cause.id, &["title", "summary"]);
        // What stops the asking stands on the warning alone, which has room for whom to call and nothing else.
        if !cause.stops {
            keys.need("cause", &cause.id, &["what", "why", "again"]);
        }
    }
    for remedy in &rulebook.remedies {
        keys.need("remedy", &remedy.id, &["title", "step", "check", "avoid"]);
    }
    for name in NAMES {
        keys.need("placeholder", name, &["default"]);
    }
    keys.0.extend(ui::ALL.iter().map(|key| Requirement {
        key: key.name.to_owned(),
        is_optional: false,
        is_static: key.is_static,
        values: key.values,
    }));
    keys.0
}

struct Keys(Vec<Requirement>);

impl Keys {
    fn add(&mut self, kind: &str, id: &str, slots: &[&str], is_optional: bool) {
        self.0.extend(slots.iter().map(|slot| Requirement {
            key: [kind, id, slot].join("."),
            is_optional,
            is_static: false,
            values: &[],
        }));
    }

    fn need(&mut self, kind: &str, id: &str, slots: &[&str]) {
        self.add(kind, id, slots, false);
    }

    fn allow(&mut self, kind: &str, id: &str, slots: &[&str]) {
        self.add(kind, id, slots, true);
    }
}

fn add_questions(rulebook: &Rulebook, keys: &mut Keys) {
    for question in &rulebook.questions {
        keys.need("question", &question.id, &["title", "short", "why"]);
        keys.allow("question", &question.id, &["hint"]);
        for choice in &question.options {
            keys.need("option", &question.id, &[&choice.id]);
        }
        keys.allow("option", &question.id, &["unsure"]);
        if let AnswerKind::Money(ratio) = &question.kind {
            for field in &ratio.fields {
                keys.need("field", field, &["label"]);
                keys.allow("field", field, &["hint"]);
            }
        }
    }
}

fn add_screens(rulebook: &Rulebook, keys: &mut Keys) {
    for screen in &rulebook.screens {
        let has_title = match &screen.form {
            Form::List(rows) => {
                for row in rows {
                    let question = rulebook.question(row.question);
                    keys.need("row", &question.id, &[&question.options[row.option.at()].id]);
                }
                true
            }
            Form::Full(questions) => questions.len() > 1,
        };
        if has_title {
            keys.need("screen", &screen.id, &["title"]);
            keys.allow("screen", &screen.id, &["hint"]);
        }
    }
}
