/// The names between braces in a text, in order of appearance; an unclosed brace ends the search.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name))
}

/// Puts values in place of `{name}`; names without a value stay as they are, and so does what a value says.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let name = after.split_once('}');
        let value = name.and_then(|(name, _)| values.iter().find(|(known, _)| *known == name));
        match (value, name) {
            (Some((_, value)), Some((_, end))) => {
                filled.push_str(value);
                rest = end;
            }
            _ => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}
