use std::rc::Rc;

use yew::Reducible;

use crate::engine::Answers;
use crate::lab::page::preview::Width;
use crate::lab::sheet::Scheme;

/// The version that is shipped.
pub(super) const SHIPPED: &str = "shipped";

/// The draft that is being edited.
pub(super) const CURRENT: &str = "current";

/// Whose screens are shown.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Borrower {
    /// A worked case, by its place.
    Case(usize),
    /// Somebody who reads a changed text.
    Reader(Answers),
}

/// What is compared, and how it is looked at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choices {
    /// The ids of the two versions.
    pub(super) old: String,
    pub(super) new: String,
    pub(super) locale: String,
    pub(super) borrower: Borrower,
    /// Which of the borrower's screens is shown, from 0; none for the first one that has a change.
    pub(super) at: Option<usize>,
    pub(super) width: Width,
    pub(super) scheme: Scheme,
    /// Whether all changes are listed, and not only the first ones.
    pub(super) has_all: bool,
}

/// What was chosen.
pub(super) enum Choice {
    Old(String),
    New(String),
    Swapped,
    Locale(String),
    Borrower(Borrower, Option<usize>),
    At(usize),
    Width(Width),
    Scheme(Scheme),
    All,
}

impl Choices {
    pub(super) fn new(locale: &str) -> Self {
        Self {
            old: SHIPPED.to_owned(),
            new: CURRENT.to_owned(),
            locale: locale.to_owned(),
            borrower: Borrower::Case(0),
            at: None,
            width: Width::Phone,
            scheme: Scheme::Light,
            has_all: false,
        }
    }
}

impl Reducible for Choices {
    type Action = Choice;

    fn reduce(self: Rc<Self>, choice: Choice) -> Rc<Self> {
        let mut choices = (*self).clone();
        match choice {
            Choice::Old(old) => choices.old = old,
            Choice::New(new) => choices.new = new,
            Choice::Swapped => std::mem::swap(&mut choices.old, &mut choices.new),
            Choice::Locale(locale) => choices.locale = locale,
            Choice::Borrower(borrower, at) => (choices.borrower, choices.at) = (borrower, at),
            Choice::At(at) => choices.at = Some(at),
            Choice::Width(width) => choices.width = width,
            Choice::Scheme(scheme) => choices.scheme = scheme,
            Choice::All => choices.has_all = true,
        }
        if choices == *self { self } else { Rc::new(choices) }
    }
}
