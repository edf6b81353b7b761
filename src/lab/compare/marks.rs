use similar::{Algorithm, DiffOp, capture_diff_slices};
use strum::IntoStaticStr;

use super::words::words;

/// How many signs between two changes are read as part of one change, if no word with spaces around it is among them.
const ISLAND: usize = 1;

/// Where less than one sign in so many is the same, a text counts as written anew: what is the same is an accident then.
const ANEW: usize = 3;

/// A stretch of two texts that are read side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In which of the two texts it stands.
    pub mark: Mark,
    /// What it says; never empty.
    pub text: String,
}

/// In which of two texts something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Mark {
    /// In both.
    Same,
    /// In the first one only.
    Removed,
    /// In the second one only.
    Added,
}

impl Mark {
    /// The id, for hooks and styles.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The differences of two texts, for reading.
///
/// Without what was added the pieces are the first text, without what was removed the second one.
/// Words and placeholders are never split; Chinese, which has no spaces, is compared sign by sign, and a lone sign
/// that happens to be the same between two changes counts as changed, so that words are seen whole.
/// A text that was written anew is one change.
/// Neighbouring pieces have different marks, and of one change what was removed stands first.
#[must_use]
pub fn marks(old: &str, new: &str) -> Vec<Piece> {
    let (before, after) = (words(old), words(new));
    let ops = capture_diff_slices(Algorithm::Myers, &before, &after);
    let same = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let same: usize = same.map(|op| signs(&before[op.old_range()])).sum();
    let mut pieces = Pieces::default();
    if same * ANEW < signs(&before).max(signs(&after)) {
        pieces.changed(&before, &after);
        return pieces.finish();
    }
    for op in ops {
        if let DiffOp::Equal { old_index, len, .. } = op {
            pieces.same(&before[old_index..old_index + len]);
        } else {
            pieces.changed(&before[op.old_range()], &after[op.new_range()]);
        }
    }
    pieces.finish()
}

/// How many signs the words have together.
fn signs(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// Pieces that are being put together.
#[derive(Default)]
struct Pieces {
    done: Vec<Piece>,
    removed: String,
    added: String,
    /// What is the same behind a change, as long as it may still belong to the change.
    island: String,
}

impl Pieces {
    fn same(&mut self, words: &[&str]) {
        let text = words.concat();
        if self.is_in_change() && is_island(words) {
            self.island = text;
            return;
        }
        self.close();
        self.put(Mark::Same, text);
    }

    fn changed(&mut self, removed: &[&str], added: &[&str]) {
        let island = core::mem::take(&mut self.island);
        for (side, words) in [(&mut self.removed, removed), (&mut self.added, added)] {
            side.push_str(&island);
            side.push_str(&words.concat());
        }
    }

    fn is_in_change(&self) -> bool {
        !self.removed.is_empty() || !self.added.is_empty()
    }

    /// Ends the change.
    fn close(&mut self) {
        for (mark, text) in [
            (Mark::Removed, core::mem::take(&mut self.removed)),
            (Mark::Added, core::mem::take(&mut self.added)),
            (Mark::Same, core::mem::take(&mut self.island)),
        ] {
            self.put(mark, text);
        }
    }

    fn put(&mut self, mark: Mark, text: String) {
        match self.done.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.mark == mark => last.text.push_str(&text),
            _ => self.done.push(Piece { mark, text }),
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.close();
        self.done
    }
}

/// Whether so little is the same that it is only an accident: a lone sign, or a lone space.
fn is_island(words: &[&str]) -> bool {
    let is_sign = |word: &&str| word.chars().count() == 1 && !ends_a_sentence(word);
    words.len() <= ISLAND && words.iter().all(is_sign)
}

/// Behind such a sign something new begins, so no change reaches across it.
fn ends_a_sentence(word: &str) -> bool {
    const ENDS: [char; 8] = ['.', '!', '?', ';', '\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{ff1b}'];
    word.starts_with(ENDS)
}
