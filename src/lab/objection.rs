use crate::copy_rules::Remark;
use crate::knowledge::Severity;

/// What is to be said of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// What is wrong, or worth a look.
    pub kind: ObjectionKind,
    /// Whether the text may be handed in nevertheless.
    pub severity: Severity,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectionKind {
    /// The locale lacks the text, or it says nothing.
    Empty,
    /// It holds markup or signs that cannot be shown.
    Markup,
    /// A brace has no partner.
    LoneBrace,
    /// It has a placeholder that nobody fills.
    UnknownPlaceholder(String),
    /// It lacks a placeholder that it must have.
    MissingPlaceholder(String),
    /// A rule about texts says something.
    Rule(Remark),
}

impl Objection {
    /// Something that keeps the text from being used.
    pub(super) fn error(kind: ObjectionKind) -> Self {
        Self { kind, severity: Severity::Error }
    }

    /// What a rule says.
    pub(super) fn of_rule(remark: Remark) -> Self {
        Self { severity: remark.severity, kind: ObjectionKind::Rule(remark) }
    }

    /// Whether the text cannot be handed in so.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
