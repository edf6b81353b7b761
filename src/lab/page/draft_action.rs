use std::rc::Rc;

use crate::lab::drafts::{DraftId, DraftSubject, Imported};

/// What is done with drafts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DraftAction {
    /// A sentence, or the reason of a waiver, is put, or taken out.
    Put(DraftSubject, Option<String>),
    /// What is shipped is taken in place of the draft's own.
    Reset(DraftSubject),
    /// The draft's own is kept although something else is shipped by now.
    KeepOwn(DraftSubject),
    Undo,
    Redo,
    /// Another draft is put on the desk.
    Choose(DraftId),
    /// A new draft of this name.
    Begin(String),
    /// A copy of the draft on the desk.
    Copy,
    Rename(String),
    Delete(DraftId),
    /// The draft that was deleted last.
    TakeBack,
    /// What was found in given files; the name is for what is no draft itself.
    TakeIn(Rc<Imported>, String),
    /// Another tab has changed something on the device.
    Heard(Option<String>),
    /// What the other tab made of the draft.
    TakeTheirs,
    /// What is on the desk, beside what the other tab made.
    KeepMine,
}
