use core::ops::Range;

/// Replacements of parts of a text; all else stays byte for byte.
#[derive(Debug, Default)]
pub(super) struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts a text in place of a range of bytes. Ranges must not overlap; an empty range puts something in, and what
    /// is put in at one place keeps the order in which it was said.
    pub(super) fn replace(&mut self, range: Range<usize>, with: String) {
        self.0.push((range, with));
    }

    /// The text with every replacement made.
    pub(super) fn made_in(mut self, text: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut made = String::with_capacity(text.len());
        let mut at = 0;
        for (range, with) in self.0 {
            made.push_str(text.get(at..range.start).unwrap_or_default());
            made.push_str(&with);
            at = range.end.max(at);
        }
        made.push_str(text.get(at..).unwrap_or_default());
        made
    }
}

/// The lines that a range of bytes touches, with their line ends.
pub(super) fn lines(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
    start..end
}

/// The range of whole lines, made longer by the line before it if that one is blank.
pub(super) fn with_blank_line_before(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(before) = range.start.checked_sub(1) else { return range };
    let line = lines(text, &(before..before));
    if text[line.clone()].trim().is_empty() { line.start..range.end } else { range }
}

/// How lines end in a text: as its first one does.
pub(super) fn line_end(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

/// A text as TOML writes it between double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
