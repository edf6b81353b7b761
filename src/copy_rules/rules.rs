use serde::Deserialize;

use super::copy_rule::CopyRule;
use super::remark::Remark;
use super::sentences::sentences;
use super::waiver::Waiver;

/// The file of the rules in the knowledge folder.
pub const FILE: &str = "copy-rules.toml";

/// All rules about texts, and where they are switched off.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyRules {
    /// The rules, in the order of the file.
    #[serde(rename = "rule")]
    pub rules: Vec<CopyRule>,
    /// Where a rule does not count.
    #[serde(rename = "waiver", default)]
    pub waivers: Vec<Waiver>,
}

impl CopyRules {
    /// Reads the file.
    ///
    /// # Errors
    ///
    /// What is wrong with the TOML, an unknown field or a regular expression, with its place.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// What the rules say of a text, waived rules left out.
    #[must_use]
    pub fn remarks(&self, locale: &str, key: &str, text: &str) -> Vec<Remark> {
        let sentences = sentences(text);
        self.rules
            .iter()
            .filter(|rule| rule.concerns(locale, key) && !self.is_waived(&rule.id, locale, key))
            .flat_map(|rule| rule.remarks_on(text, &sentences))
            .collect()
    }

    fn is_waived(&self, rule: &str, locale: &str, key: &str) -> bool {
        self.waivers.iter().any(|waiver| {
            (waiver.rule.as_str(), waiver.locale.as_str(), waiver.key.get_ref().as_str())
                == (rule, locale, key)
        })
    }
}
