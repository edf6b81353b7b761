use std::rc::Rc;

use yew::NodeRef;

use crate::lab::page::lab_words::LabWords;
use crate::lab::readers::Bench;
use crate::widget::Kit;

/// What a reader's screens are drawn from.
#[derive(Clone, PartialEq)]
pub(super) struct ReaderView {
    /// The lab's own texts in the reader's language.
    pub(super) words: Rc<LabWords>,
    /// The rules, and the words of the reader's version.
    pub(super) kit: Kit,
    pub(super) bench: Rc<Bench>,
    /// What takes the focus with each screen.
    pub(super) heading: NodeRef,
}
