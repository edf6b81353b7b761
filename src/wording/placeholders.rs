/// The names between braces in a text, in order of appearance; an unclosed brace ends the search.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name))
}

/// Puts values in place of `{name}`; names without a value stay as they are.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&["{", name, "}"].concat(), value)
    })
}
