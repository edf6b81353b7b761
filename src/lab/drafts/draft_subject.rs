use serde::{Deserialize, Serialize};

/// What can be changed in a draft. Its value is the sentence, or the reason of the waiver.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub enum DraftSubject {
    /// A sentence.
    Text {
        /// Its locale.
        locale: String,
        /// Its key, `<kind>.<id>.<slot>`.
        key: String,
    },
    /// A copy rule that is switched off for one sentence.
    Waiver {
        /// The locale of the sentence.
        locale: String,
        /// The key of the sentence.
        key: String,
        /// The rule.
        rule: String,
    },
}

impl DraftSubject {
    /// A sentence.
    #[must_use]
    pub fn text(locale: &str, key: &str) -> Self {
        Self::Text { locale: locale.to_owned(), key: key.to_owned() }
    }

    /// A rule, switched off for a sentence.
    #[must_use]
    pub fn waiver(rule: &str, locale: &str, key: &str) -> Self {
        Self::Waiver { locale: locale.to_owned(), key: key.to_owned(), rule: rule.to_owned() }
    }

    /// The locale of the sentence.
    #[must_use]
    pub fn locale(&self) -> &str {
        match self {
            Self::Text { locale, .. } | Self::Waiver { locale, .. } => locale,
        }
    }

    /// The key of the sentence.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Text { key, .. } | Self::Waiver { key, .. } => key,
        }
    }

    /// The rule that is switched off; nothing for a sentence.
    #[must_use]
    pub fn rule(&self) -> Option<&str> {
        match self {
            Self::Text { .. } => None,
            Self::Waiver { rule, .. } => Some(rule),
        }
    }

    /// Whether all its names are such as may stand in the files: ASCII letters, digits and hyphens, a key of three
    /// parts. What is imported may say anything.
    pub(super) fn is_well_formed(&self) -> bool {
        is_name(self.locale())
            && self.key().split('.').count() == 3
            && self.key().split('.').all(is_name)
            && self.rule().is_none_or(is_name)
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
