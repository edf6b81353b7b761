use std::rc::Rc;

use crate::lab::drafts::DraftSubject;
use crate::lab::{Appearances, Checked, HandIn};

use super::compare::CompareAction;
use super::drafting::Drafting;
use super::edit::EditAction;
use super::hand_in::TakenIn;
use super::language::Language;
use super::readers::ReadersAction;
use super::sheet::SheetAction;
use super::tab::Tab;

/// What happened in the lab.
#[derive(Clone)]
pub(super) enum LabAction {
    /// The device has done something with drafts, or has refused it.
    Drafted(Rc<Drafting>),
    /// A sentence is to be edited.
    Seek(DraftSubject),
    /// Another part was opened.
    Open(Tab),
    /// The lab's own language was changed.
    Speak(Language),
    /// All texts have been checked.
    AllChecked(Rc<Checked>),
    /// It is known where every text appears.
    AllMet(Rc<Appearances>),
    /// It is known whether the draft can be handed in.
    Judged(Rc<HandIn>),
    /// Files were taken in, or not.
    TookIn(Option<TakenIn>),
    /// Something in one of the parts.
    Edit(EditAction),
    Compare(CompareAction),
    Readers(ReadersAction),
    Sheet(SheetAction),
}

/// What happens in a part happens in the lab.
macro_rules! of_parts {
    ($($part:ident($action:ty)),*) => {
        $(impl From<$action> for LabAction {
            fn from(action: $action) -> Self {
                Self::$part(action)
            }
        })*
    };
}

of_parts!(Edit(EditAction), Compare(CompareAction), Readers(ReadersAction), Sheet(SheetAction));
