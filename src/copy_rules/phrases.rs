use regex::Regex;
use serde::Deserialize;

/// Words that a text should not have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phrases {
    /// The words as they are written.
    #[serde(default)]
    any: Vec<String>,
    /// The words as regular expressions.
    #[serde(default)]
    patterns: Vec<Pattern>,
    /// A sentence that matches one of these is fine, as one that says not to.
    #[serde(default)]
    unless: Vec<Pattern>,
    /// What to write in their place.
    instead: Option<String>,
}

/// A regular expression, without regard to upper and lower case.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
struct Pattern(Regex);

impl TryFrom<String> for Pattern {
    type Error = regex::Error;

    fn try_from(text: String) -> Result<Self, regex::Error> {
        Regex::new(&["(?i)", &text].concat()).map(Self)
    }
}

impl Phrases {
    /// The words that are found, with what to write in their place.
    pub(super) fn hits(&self, sentences: &[&str]) -> Vec<(String, Option<String>)> {
        let mut hits: Vec<String> = Vec::new();
        for sentence in sentences {
            let any = self.any.iter().filter(|word| sentence.contains(word.as_str())).cloned();
            let matching = self.patterns.iter().flat_map(|each| each.0.find_iter(sentence));
            let matching = matching.map(|found| found.as_str().to_owned());
            let found: Vec<String> = any.chain(matching).collect();
            // Looked at last, because most sentences have nothing that could be excused.
            if !found.is_empty() && !self.unless.iter().any(|each| each.0.is_match(sentence)) {
                hits.extend(found);
            }
        }
        hits.into_iter().map(|hit| (hit, self.instead.clone())).collect()
    }
}
