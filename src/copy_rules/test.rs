use serde::Deserialize;

use super::phrases::Phrases;
use super::unexplained::Unexplained;

/// What a rule looks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Test {
    /// Words that should not be there.
    Phrases(Phrases),
    /// Words that must be explained.
    Unexplained(Unexplained),
    /// More characters than this, spaces and all.
    MostCharacters(usize),
    /// A sentence of more characters than this.
    MostCharactersASentence(usize),
    /// A sentence of more words than this.
    MostWordsASentence(usize),
    /// Words in Latin letters that are not among these.
    LatinWords(Vec<String>),
    /// Numbers of this many digits or more that are not among `known`.
    Numbers {
        /// The fewest digits that count.
        digits: usize,
        /// The numbers that may stand there.
        known: Vec<String>,
    },
    /// Spaces and punctuation between Chinese and Latin, as AutoCorrect sees them.
    Spacing,
}

impl Test {
    /// The places of a text that are against the rule, each with what to write instead; with the sentences of the
    /// text, which many rules look at.
    pub(super) fn hits(&self, text: &str, sentences: &[&str]) -> Vec<(String, Option<String>)> {
        match self {
            Self::Phrases(phrases) => phrases.hits(sentences),
            Self::Unexplained(unexplained) => unexplained.hits(text),
            Self::MostCharacters(most) => {
                let count = text.chars().count();
                plain((count > *most).then(|| format!("{count} characters, at most {most}")))
            }
            Self::MostCharactersASentence(most) => {
                let count = |sentence: &&str| sentence.chars().count();
                long(sentences, count, *most, "characters")
            }
            Self::MostWordsASentence(most) => {
                let count = |sentence: &&str| sentence.split_whitespace().count();
                long(sentences, count, *most, "words")
            }
            Self::LatinWords(allowed) => {
                let text = without_placeholders(text);
                let words = text.split(|c: char| !c.is_ascii_alphabetic());
                let is_foreign = |word: &&str| {
                    !word.is_empty() && !allowed.iter().any(|each| each.eq_ignore_ascii_case(word))
                };
                plain(words.filter(is_foreign).map(str::to_owned))
            }
            Self::Numbers { digits, known } => {
                let numbers = text.split(|c: char| !c.is_numeric() && c != '-');
                let is_unknown = |number: &&str| {
                    number.chars().filter(|c| c.is_numeric()).count() >= *digits
                        && !known.iter().any(|each| each == number)
                };
                plain(numbers.filter(is_unknown).map(str::to_owned))
            }
            Self::Spacing => {
                let better = autocorrect::format(text);
                let hit = (better != text).then(|| (text.to_owned(), Some(better)));
                hit.into_iter().collect()
            }
        }
    }
}

fn plain(found: impl IntoIterator<Item = String>) -> Vec<(String, Option<String>)> {
    found.into_iter().map(|found| (found, None)).collect()
}

fn long(
    sentences: &[&str],
    count: impl Fn(&&str) -> usize,
    most: usize,
    unit: &str,
) -> Vec<(String, Option<String>)> {
    let long = sentences.iter().filter(|sentence| count(sentence) > most);
    plain(long.map(|sentence| format!("{} {unit}, at most {most}: {sentence}", count(sentence))))
}

/// The names of placeholders are not read by anybody.
fn without_placeholders(text: &str) -> String {
    let mut is_inside = false;
    text.chars()
        .filter(|c| {
            is_inside = *c == '{' || (is_inside && *c != '}');
            !is_inside
        })
        .collect()
}
