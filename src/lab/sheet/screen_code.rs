use core::fmt;

use crate::widget::ScreenKind;

/// The short name of a screen, as in `Q07-B`, so that people can talk about it.
///
/// It stays the same in every locale, width and colour, and from one sheet to the next as long as the screen keeps its
/// place in the rulebook and the case its place among the chosen ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScreenCode {
    /// Which of the chosen cases, from 0.
    pub case: usize,
    /// What kind of screen.
    pub kind: ScreenKind,
    /// The place of the screen in the rulebook, of a result or a warning that of its first cause, both from 1; 0 where
    /// there is none.
    pub number: usize,
}

impl fmt::Display for ScreenCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", screen_code(self.kind, self.number), case_letters(self.case))
    }
}

/// The part of a code before the dash, which does not need a case, as in `Q07`; kind and number are those of a
/// [`Stop`](crate::lab::Stop).
#[must_use]
pub fn screen_code(kind: ScreenKind, number: usize) -> String {
    format!("{}{number:02}", letter(kind))
}

fn letter(kind: ScreenKind) -> char {
    match kind {
        ScreenKind::Question => 'Q',
        ScreenKind::ClosingList => 'C',
        ScreenKind::Result => 'R',
        ScreenKind::StopScam => 'S',
        ScreenKind::Review => 'V',
        ScreenKind::Failure => 'F',
    }
}

/// The letters of a chosen case, by its place from 0: A to Z, then AA, AB and so on.
#[must_use]
pub fn case_letters(case: usize) -> String {
    let last = char::from(b'A' + u8::try_from(case % 26).unwrap_or(0));
    match case / 26 {
        0 => last.to_string(),
        more => case_letters(more - 1) + &last.to_string(),
    }
}
