use serde::Deserialize;

use crate::knowledge::Severity;

use super::remark::Remark;
use super::sentences::sentences;
use super::slots::Slots;
use super::test::Test;

/// A rule about texts, as `copy-rules.toml` states it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CopyRule {
    /// Its name; the same rule for another language shares it.
    pub id: String,
    /// What a text against it is: errors cannot be handed in.
    pub severity: Severity,
    /// Why it is there, for those who write.
    pub why: String,
    /// The same in Chinese; where nothing is said, the other one stands there.
    #[serde(default)]
    pub why_zh: Option<String>,
    /// The locales that it is about.
    pub locales: Vec<String>,
    /// The keys that it is about; all where nothing is said.
    #[serde(default)]
    pub slots: Slots,
    /// What it looks for.
    pub test: Test,
    /// Texts that are against it, for the test of the rule.
    #[serde(default)]
    pub fires_on: Vec<String>,
    /// Texts near to it that are not, for the test of the rule.
    #[serde(default)]
    pub quiet_on: Vec<String>,
}

impl CopyRule {
    /// Whether the rule is about this text.
    #[must_use]
    pub fn concerns(&self, locale: &str, key: &str) -> bool {
        self.locales.iter().any(|each| each == locale) && self.slots.hold(key)
    }

    /// What the rule says of a text, whichever key it stands under.
    #[must_use]
    pub fn remarks(&self, text: &str) -> Vec<Remark> {
        self.remarks_on(text, &sentences(text))
    }

    /// The same, where the sentences of the text are known.
    pub(super) fn remarks_on(&self, text: &str, sentences: &[&str]) -> Vec<Remark> {
        let remark = |hit: (String, Option<String>)| Remark {
            rule: self.id.clone(),
            severity: self.severity,
            why: self.why.clone(),
            why_chinese: self.why_zh.clone().unwrap_or_else(|| self.why.clone()),
            found: hit.0,
            instead: hit.1,
        };
        self.test.hits(text, sentences).into_iter().map(remark).collect()
    }
}
