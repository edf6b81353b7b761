use serde::Deserialize;

/// Which keys a rule is about: patterns as in `cause.*.title`, where a star stands for one part of a key and a
/// pattern that is shorter than a key holds for all that begin so.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Slots(Vec<String>);

impl Slots {
    /// Whether the key is among them; without a pattern every key is.
    #[must_use]
    pub fn hold(&self, key: &str) -> bool {
        self.0.is_empty() || self.0.iter().any(|pattern| fits(pattern, key))
    }
}

/// Whether a key fits a pattern.
pub(super) fn fits(pattern: &str, key: &str) -> bool {
    let mut parts = key.split('.');
    pattern
        .split('.')
        .all(|wanted| parts.next().is_some_and(|part| wanted == "*" || wanted == part))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_one_part_and_a_short_pattern_for_all_that_begin_so() {
        assert!(fits("cause.*.title", "cause.new-account.title"));
        assert!(!fits("cause.*.title", "cause.new-account.why"));
        assert!(fits("option", "option.symptom.unsure"));
        assert!(!fits("option.symptom.unsure.more", "option.symptom.unsure"));
        assert!(!fits("opt", "option.symptom.unsure"));
    }
}
