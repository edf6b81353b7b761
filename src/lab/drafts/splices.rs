use core::ops::Range;

use toml_writer::{ToTomlValue, TomlStringBuilder};

/// Replacements of parts of a TOML text; all else stays byte for byte.
#[derive(Debug)]
pub(super) struct Splices<'a> {
    text: &'a str,
    parts: Vec<(Range<usize>, String)>,
}

impl<'a> Splices<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, parts: Vec::new() }
    }

    /// Puts a string in place of the value in a range of bytes. Ranges must not overlap.
    pub(super) fn put(&mut self, range: Range<usize>, string: &str) {
        self.parts.push((range, quoted(string)));
    }

    /// Puts lines in at a place, behind what is put in there already; the place may be the end of a last line that has
    /// no end of its own.
    pub(super) fn add(&mut self, at: usize, lines: impl IntoIterator<Item = String>) {
        // Lines end as the first one does.
        let first = self.text.split_inclusive('\n').next().unwrap_or_default();
        let end = if first.ends_with("\r\n") { "\r\n" } else { "\n" };
        let is_in_line = at > 0 && !self.text[..at].ends_with('\n');
        let with_end =
            |line: String| if is_in_line { [end, &line].concat() } else { [&line, end].concat() };
        self.parts.push((at..at, lines.into_iter().map(with_end).collect()));
    }

    /// Takes a range of bytes out.
    pub(super) fn take_out(&mut self, range: Range<usize>) {
        self.parts.push((range, String::new()));
    }

    /// Takes out the lines that a range of bytes touches, and one before them if it is blank.
    pub(super) fn take_out_lines(&mut self, range: &Range<usize>) {
        let range = lines(self.text, range);
        let before = range.start.checked_sub(1).map(|before| lines(self.text, &(before..before)));
        let blank = before.filter(|line| self.text[line.clone()].trim().is_empty());
        self.take_out(blank.map_or(range.start, |line| line.start)..range.end);
    }

    /// The text with every replacement made.
    pub(super) fn made(mut self) -> String {
        self.parts.sort_by_key(|(range, _)| range.start);
        let mut made = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, with) in self.parts {
            made.push_str(self.text.get(at..range.start).unwrap_or_default());
            made.push_str(&with);
            at = range.end.max(at);
        }
        made.push_str(self.text.get(at..).unwrap_or_default());
        made
    }
}

/// The lines that a range of bytes touches, with their line ends.
pub(super) fn lines(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |at| range.end + at + 1);
    start..end
}

/// The line of a string with its name.
pub(super) fn field((name, string): (&str, &str)) -> String {
    [name, " = ", &quoted(string)].concat()
}

/// A string between double quotes.
fn quoted(string: &str) -> String {
    TomlStringBuilder::new(string).as_basic().to_toml_value()
}
