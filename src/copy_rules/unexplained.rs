use serde::Deserialize;

/// Words of the trade that a text must explain where it uses them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Unexplained {
    terms: Vec<Term>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Term {
    word: String,
    /// Words of which one explains it, in the same text.
    explained_by: Vec<String>,
}

impl Unexplained {
    /// The words that nothing explains.
    pub(super) fn hits(&self, text: &str) -> Vec<(String, Option<String>)> {
        let text = text.to_lowercase();
        let is_bare = |term: &&Term| {
            text.contains(&term.word.to_lowercase())
                && !term.explained_by.iter().any(|word| text.contains(&word.to_lowercase()))
        };
        self.terms.iter().filter(is_bare).map(|term| (term.word.clone(), None)).collect()
    }
}
