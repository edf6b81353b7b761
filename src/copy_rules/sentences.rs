/// What ends a sentence in the languages of the wording: full stop, exclamation mark, question mark and semicolon of
/// Chinese, those of Latin script, and the ellipsis. A full stop of Latin script ends one only before a space.
const ENDS: [char; 8] = ['\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{ff1b}', '!', '?', ';', '\u{2026}'];

/// The sentences of a text, each with what ends it.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(ENDS)
        .flat_map(|part| part.split_inclusive(". "))
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_full_stop_inside_a_number_ends_nothing() {
        assert_eq!(
            sentences("It costs 1.5 yuan. Wait; then look."),
            ["It costs 1.5 yuan.", "Wait;", "then look."]
        );
    }
}
