/// What a text is compared by: placeholders such as `{count}`, words of scripts with spaces, numbers, runs of spaces, and
/// single signs of everything else, Chinese among it. Together they are the text.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = placeholder(rest).unwrap_or_else(|| word(first, rest));
        let (word, after) = rest.split_at(length);
        found.push(word);
        rest = after;
    }
    found
}

/// The length of the placeholder that the text begins with, in bytes.
fn placeholder(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('{')?;
    let end = inside.find(['{', '}'])?;
    inside[end..].starts_with('}').then_some(end + 2)
}

/// The length of the word or the sign that the text begins with, in bytes.
fn word(first: char, text: &str) -> usize {
    let run = |belongs: &dyn Fn(char) -> bool| text.find(|c| !belongs(c)).unwrap_or(text.len());
    if first.is_whitespace() {
        return run(&char::is_whitespace);
    }
    if !is_of_words(first) {
        return first.len_utf8();
    }
    let end = run(&|c| is_of_words(c) || is_inside_words(c));
    // "end." is the word and a full stop, "2.5" is one number.
    text[..end].trim_end_matches(is_inside_words).len()
}

/// Whether words are made of such letters, with spaces between them; Chinese has none.
fn is_of_words(c: char) -> bool {
    c.is_alphanumeric() && !is_ideographic(c)
}

fn is_inside_words(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '-' | '.' | ',')
}

/// Whether the sign is of a script that is written without spaces: Chinese signs, kana, and full-width forms.
fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
